import MemberBook
public import Messages
public import Programme
public import Quantities
public import Simulation

/// What happened to one member, with the rules that it follows from.
public struct MemberLedger {
  /// Day by day.
  public let ledger: Ledger
  /// The rules that it follows from.
  public let rules: CompiledRules
  /// What replayed it.
  public let replay: Replay
  /// The day that it ends on.
  public let last: Day
}

extension Analyst {
  /// A member's ledger by some rules; nil where there is nothing to say of the member by then.
  public func ledger(of index: Int, _ rules: Rules, through last: Day) throws(Diagnostic) -> MemberLedger? {
    let data = try loaded()
    // What falls out of the window lies ahead.
    let compiled = try data.history.compile(rules, through: last, andTheWindowAfter: true)
    let replay = Replay(data.history)
    return replay.ledger(of: index, compiled, through: last).map {
      MemberLedger(ledger: $0, rules: compiled, replay: replay, last: last)
    }
  }

  /// The index of a member, who must be in the data; `renamed` has the ids that stand for another one.
  public func member(_ name: Reference, renamed: [String: String]) throws(Diagnostic) -> Int {
    let members = try loaded(at: name.span).book.members
    // A member that was merged is the one that it was merged into.
    if let index = members.member(withID: renamed[name.text] ?? name.text) { return index }
    // A nearest id is worth looking for only while that is quick.
    let near = members.count <= 20_000 ? (0..<members.count).map { members.id(of: $0) } : []
    throw Diagnostic(
      AnalysisProblem.noSuch(
        kind: Message("member", zh: "会员"), name.text, names: near,
        list: Message("`show members` lists them.", zh: "`show members` 列出会员。")), at: name.span)
  }
}

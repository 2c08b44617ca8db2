import MemberBook
import Programme
import Quantities
import Reporting
import Simulation

/// `explain member ID [in SCENARIO]`: the member's ledger, line by line.
struct ExplainMember: Command {
  var member = Reference("")
  var scenario: Reference?

  static let syntax = Syntax<ExplainMember>(
    "explain member",
    Message(
      "One member's ledger: every purchase, tier change and point, with its reason", zh: "一名会员的明细：每笔购买、等级变动和积分，以及原因"),
    aliases: [Alias(zh: "为什么"), Alias(zh: "解释")],
    [
      .argument(Label.id, \.member, .memberID, .members),
      .clause(
        "in", Label.scenario, \.scenario,
        Message("Whose rules apply; baseline where it is left out", zh: "按哪个方案的规则；省略时为 baseline"), .scenarios),
    ],
    examples: [Example("explain member V0000106", shown: 8), "explain member V0000106 in 提高门槛"])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.loaded(at: member.span)
    let index = try session.member(member)
    let name = scenario?.text ?? Scenario.baseline
    let rules = try session.rules(of: scenario ?? Reference(name))
    let last = session.asOf(data)
    let compiled = try CompiledRules(rules, for: data.history, through: max(last, data.book.lastDay))
    let replay = Replay(data.history)
    guard let ledger = replay.ledger(of: index, compiled, through: last) else {
      var report = Report(
        verb: "explain",
        title: Message("member \(member.text) has no purchase by \(last)", zh: "会员 \(member.text) 到 \(last) 为止没有购买"))
      report.values = [.init(.purchases, .count(0))]
      return .report(report)
    }
    let text = LedgerText(ledger: ledger, rules: compiled, replay: replay, notation: session.notation, last: last)
    var report = Report(
      verb: "explain",
      title: Message(
        "member \(member.text) in \(name), through \(last)", zh: "会员 \(member.text) 在方案 \(name) 下的明细，截至 \(last)"))
    report.tables = [text.ledgerTable]
    if !ledger.lots.isEmpty { report.tables.append(text.lotTable) }
    report.values = text.values
    report.notes = text.notes
    return .report(report)
  }
}

extension Session {
  /// The index of a member, who must be in the data.
  func member(_ name: Reference) throws(Diagnostic) -> Int {
    let members = try loaded(at: name.span).book.members
    // A member that was merged is the one that it was merged into.
    if let index = members.member(withID: renames[name.text] ?? name.text) { return index }
    // A nearest id is worth looking for only while that is quick.
    let near = members.count <= 20_000 ? (0..<members.count).map { members.id(of: $0) } : []
    throw Diagnostic(
      ShellProblem.noSuch(
        kind: Message("member", zh: "会员"), name.text, names: near,
        list: Message("`show members` lists them.", zh: "`show members` 列出会员。")), at: name.span)
  }
}

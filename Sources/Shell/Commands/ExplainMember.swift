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
    "explain member", "One member's ledger: every purchase, tier change and point, with its reason",
    [
      .argument("ID", \.member, "The member's id", .members),
      .clause("in", "SCENARIO", \.scenario, "Whose rules apply; baseline where it is left out", .scenarios),
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
      var report = Report(verb: "explain", title: "member \(member.text) has no purchase by \(last)")
      report.values = [.init("purchases", .count(0))]
      return .report(report)
    }
    let text = LedgerText(ledger: ledger, rules: compiled, replay: replay, notation: session.notation, last: last)
    var report = Report(verb: "explain", title: "member \(member.text) in \(name), through \(last)")
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
      ShellProblem.noSuch(kind: "member", name.text, names: near, list: "`show members` lists them."), at: name.span)
  }
}

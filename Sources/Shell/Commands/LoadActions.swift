import Intake
import MemberBook
import Programme
import Quantities
import Reporting

/// `load actions from "FILE" { kind = 行为, action 投诉 = "complaint" … }`
struct LoadActions: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadActions>(
    "load actions", "Reads what members did besides buying in place of what was: check-ins, reviews, redemptions, …",
    [.required("from", "SOURCE", \.source, SourceName.help, .sources)],
    block: ActionOptions.block(\LoadActions.block),
    examples: [
      "load actions from \"行为.csv\" { kind = 行为类型, action 投诉 = \"complaint\" }",
      "load actions from \"journey_redemptions.csv\" { every_row = 用券 }",
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    let table = try session.load(source, block) { input, options, progress, isCancelled throws(Diagnostic) in
      try loadActions(from: input, options: options, progress: progress, isCancelled: isCancelled)
    }
    inputs.actions = table
    inputs.lastFindings = table.findings
    try session.take(inputs, at: source.text.span)
    var report = Report(verb: "load", findings: table.findings)
    report.title =
      "\(counted(table.findings.rows, "row")): \(counted(table.count, "action")); " + table.findings.asideText
    var kinds = Table("actions", columns: [Table.Column("action"), Table.Column("rows"), Table.Column("members")])
    for kind in table.tallies {
      kinds.rows.append([.text(kind.name), .count(Int64(kind.actions)), .count(Int64(kind.members))])
    }
    report.tables = [kinds]
    if let book = session.dataset?.book {
      let buyers = Set((0..<book.members.count).filter { !book.purchases.range(of: $0).isEmpty })
      let others = book.actions.map { actions in
        (0..<book.members.count).count { !actions.range(of: $0).isEmpty && !buyers.contains($0) }
      }
      if let others, others > 0 { report.notes.append("\(counted(others, "member")) of them without purchases") }
    } else {
      report.notes.append("they count once purchases are loaded")
    }
    return .report(report)
  }
}

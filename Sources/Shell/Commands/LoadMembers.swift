import Intake
import MemberBook
import Programme
import Quantities
import Reporting

/// `load members from "FILE" { tier = 会员等级 … }`
struct LoadMembers: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadMembers>(
    "load members", "Reads what is known of the members in place of what was: joining, birthday, tier, points, …",
    [.required("from", "SOURCE", \.source, SourceName.help, .sources)],
    block: MemberOptions.block(\LoadMembers.block),
    examples: [
      "load members from \"journey_members.csv\"",
      "load members from \"会员.xlsx\" { sheet = 会员资料, joined = 开卡日期, tier = 会员等级 }",
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    let table = try session.load(source, block) { input, options, progress, isCancelled throws(Diagnostic) in
      try loadMembers(from: input, options: options, progress: progress, isCancelled: isCancelled)
    }
    inputs.members = table
    inputs.lastFindings = table.findings
    try session.take(inputs, at: source.text.span)
    var report = Report(verb: "load", findings: table.findings)
    report.title =
      "\(counted(table.findings.rows, "row")): \(counted(table.count, "member")); " + table.findings.asideText
    if let book = session.dataset?.book {
      let buyers = (0..<book.members.count).count { !book.purchases.range(of: $0).isEmpty }
      let unknown = book.members.count - table.count
      if book.members.count > buyers {
        report.notes.append("\(counted(book.members.count - buyers, "member")) without purchases")
      }
      if unknown > 0 { report.notes.append("\(counted(unknown, "member")) of whom this file says nothing") }
    } else {
      report.notes.append("they count once purchases are loaded")
    }
    if !table.profiles.attributes.isEmpty {
      report.notes.append(
        "kept as attributes: "
          + table.profiles.attributes.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", "))
    }
    return .report(report)
  }
}

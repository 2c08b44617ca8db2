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
      Example(
        "load members from \"members.csv\"", shown: 2,
        files: ["members.csv": "member,joined,birthday\nV0000001,2023-05-01,1990-03-08\nV0000002,2023-06-18,\n"]),
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
    return .report(session.report(on: table, table.findings))
  }
}

/// `load more members from "FILE"`: further members, or rows that were mended.
struct LoadMoreMembers: Command {
  var source = SourceName()
  var block: Block?

  static let syntax = Syntax<LoadMoreMembers>(
    "load more members", "Adds members to those that are loaded; what the file says of a member who is there counts",
    [.required("from", "SOURCE", \.source, SourceName.help, .sources)],
    block: MemberOptions.block(\LoadMoreMembers.block),
    examples: [
      Example(
        "load members from \"members.csv\"\nload more members from \"2026-11.csv\"", shown: 4,
        files: [
          "members.csv": "member,tier\nV0000001,银卡\nV0000002,普通\n",
          "2026-11.csv": "member,tier\nV0000002,银卡\nV0000003,普通\n",
        ])
    ])

  func run(in session: inout Session) throws -> Answer {
    var inputs = session.inputs
    let further = try session.load(source, block) { input, options, progress, isCancelled throws(Diagnostic) in
      try loadMembers(from: input, options: options, progress: progress, isCancelled: isCancelled)
    }
    let table = inputs.members?.updated(by: further) ?? further
    inputs.members = table
    inputs.lastFindings = further.findings
    try session.take(inputs, at: source.text.span)
    return .report(session.report(on: table, further.findings))
  }
}

extension Session {
  /// What a load of members found, `table` being all of them now.
  fileprivate func report(on table: MemberTable, _ findings: Findings) -> Report {
    var report = Report(verb: "load", findings: findings)
    report.title = "\(counted(findings.rows, "row")): \(counted(table.count, "member")); " + findings.asideText
    if let book = dataset?.book {
      let buyers = (0..<book.members.count).count { !book.purchases.range(of: $0).isEmpty }
      let unknown = book.members.count - table.count
      if book.members.count > buyers {
        report.notes.append("\(counted(book.members.count - buyers, "member")) without purchases")
      }
      if unknown > 0 { report.notes.append("\(counted(unknown, "member")) of whom this file says nothing") }
    } else {
      report.notes.append("they count once purchases are loaded")
    }
    let undated = (0..<table.count).count {
      table.profiles.text(.tier, of: $0) != nil && table.profiles.day(.tierSince, of: $0) == nil
    }
    if undated > 0 {
      report.notes.append(
        "\(counted(undated, "tier")) without a date count as held since the data begin; `tier_since = HEADER` names the dates"
      )
    }
    if !table.profiles.attributes.isEmpty {
      report.notes.append(
        "kept as attributes: "
          + table.profiles.attributes.map { "\($0.name) (\($0.kind.rawValue))" }.joined(separator: ", "))
    }
    return report
  }
}

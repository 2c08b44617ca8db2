import MemberBook
import Quantities
import Reporting

/// `show quality`: what became of every row of the input.
struct ShowQuality: Command {
  var top: Count?

  static let syntax = Syntax<ShowQuality>(
    "show quality", "What became of every row that was read, and which columns were used",
    [.clause("top", "N", \.top, "How many of the rows set aside are listed; 20 where it is left out")])

  func run(in session: inout Session) throws -> Answer {
    let data = try session.loaded()
    let findings = data.book.findings
    var report = Report(verb: "show", title: "quality of \(data.path)")
    report.values = ["rows", "accepted", "merged", "quarantined", "walk_ins"].compactMap { name in
      findings.count(named: name).map { .init(name, .count($0)) }
    }
    var columns = Table("columns", columns: ["role", "header"].map { Table.Column($0) })
    columns.rows = findings.columns.map { [.text($0.role), .text($0.header)] }
    report.tables.append(columns)
    if findings.quarantined > 0 { report.tables += quarantineTables(findings) }
    if !findings.unusedHeaders.isEmpty {
      report.notes.append("columns not used: " + findings.unusedHeaders.joined(separator: ", "))
    }
    for input in findings.inputs where !input.encoding.isEmpty {
      report.notes.append("\(input.name) read as \(input.encoding), fields between `\(input.delimiter)`")
    }
    return .report(report)
  }

  private func quarantineTables(_ findings: Findings) -> [Table] {
    var reasons = Table("reasons", columns: ["reason", "rows"].map { Table.Column($0) })
    reasons.rows = findings.quarantinedByKind.map { [.text($0.kind.rawValue), .count(Int64($0.rows))] }
    let limit = Int(clamping: top?.value ?? 20)
    var rows = Table(
      "quarantined", title: "rows set aside" + (findings.quarantined > limit ? ", the first \(limit)" : ""),
      columns: [
        Table.Column("line"), Table.Column("column"), Table.Column("reason", wraps: true),
        Table.Column("row", wraps: true),
      ])
    for row in findings.quarantine.prefix(limit) {
      rows.rows.append([
        .count(Int64(row.line)), row.column.map { .text($0) } ?? .none, .text(row.reason.message), .text(row.raw),
      ])
    }
    return [reasons, rows]
  }
}

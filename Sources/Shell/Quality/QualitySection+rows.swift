import MemberBook
import Quantities
import Reporting

/// The findings of one kind of table.
struct QualitySource {
  /// `purchases`, `members` or `actions`.
  let kind: String
  let findings: Findings
}

extension QualitySection {
  /// What became of every row, by input and by reason, and which columns were used.
  init(rowsOf sources: [QualitySource], _ limit: ListLimit) {
    let several = sources.count > 1
    if several { tables.append(QualitySection.totals(sources)) }
    let inputs = QualitySection.inputs(sources)
    if !inputs.rows.isEmpty { tables.append(inputs) }
    tables.append(QualitySection.columns(sources, several: several))
    let quarantine = sources.flatMap(\.findings.quarantine)
    if !quarantine.isEmpty {
      tables.append(QualitySection.reasons(sources))
      tables.append(
        QualitySection.setAside(quarantine, of: sources.reduce(0) { $0 + $1.findings.quarantined }, limit))
    }
    for source in sources {
      let findings = source.findings
      let name = several ? "\(source.kind): " : ""
      if findings.merged > 0 {
        notes.append(
          name + "\(counted(findings.merged, "row")) merged: equal in every column to one of the same receipt")
      }
      if findings.repeated > 0 {
        notes.append(
          name + "\(counted(findings.repeated, "row")) the same as an earlier one, without a receipt id to tell; "
            + "`duplicates = merge` merges them")
      }
      if !findings.unusedHeaders.isEmpty {
        notes.append(name + "columns not used: " + findings.unusedHeaders.joined(separator: ", "))
      }
    }
  }

  private static func totals(_ sources: [QualitySource]) -> Table {
    var table = Table(
      "totals",
      columns: [
        .init("table"), .init("rows"), .init("accepted"), .init("merged"), .init("quarantined", title: "set aside"),
      ])
    table.rows = sources.map { source in
      let findings = source.findings
      return [.text(source.kind)]
        + [findings.rows, findings.accepted, findings.merged, findings.quarantined].map { .count(Int64($0)) }
    }
    return table
  }

  private static func inputs(_ sources: [QualitySource]) -> Table {
    let inputs = sources.flatMap(\.findings.inputs)
    var table = Table(
      "inputs",
      columns: [
        .init("input"), .init("rows"), .init("encoding", title: "read as"), .init("delimiter", title: "between"),
        .init("hash", isShown: inputs.contains { !$0.hash.isEmpty }),
      ])
    for input in inputs {
      func shown(_ text: String) -> Cell { text.isEmpty ? .none : .text(text) }
      let delimiter = input.delimiter == "\t" ? "tab" : input.delimiter
      table.rows.append([
        .text(input.name), .count(Int64(input.rows)), shown(input.encoding), shown(delimiter), shown(input.hash),
      ])
    }
    return table
  }

  private static func columns(_ sources: [QualitySource], several: Bool) -> Table {
    var table = Table("columns", columns: [.init("table", isShown: several), .init("role"), .init("header")])
    table.rows = sources.flatMap { source in
      source.findings.columns.map { [.text(source.kind), .text($0.role), .text($0.header)] }
    }
    return table
  }

  private static func reasons(_ sources: [QualitySource]) -> Table {
    var table = Table("reasons", columns: ["reason", "rows"].map { .init($0) })
    var counts: [QuarantineReason.Kind: Int] = [:]
    for (kind, rows) in sources.flatMap(\.findings.quarantinedByKind) { counts[kind, default: 0] += rows }
    let sorted = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    table.rows = sorted.map { [.text($0.key.rawValue), .count(Int64($0.value))] }
    return table
  }

  /// The first rows, and the first of every reason among them, in the order of the input.
  private static func setAside(_ rows: [QuarantinedRow], of total: Int, _ limit: ListLimit) -> Table {
    var seen: Set<QuarantineReason.Kind> = []
    let examples = rows.indices.filter { seen.insert(rows[$0].reason.kind).inserted }
    let chosen = Set(examples.prefix(limit.limit))
    let others = rows.indices.lazy.filter { !chosen.contains($0) }.prefix(limit.limit - chosen.count)
    let files = Set(rows.map(\.file)).count > 1
    var table = Table(
      "quarantined", title: limit.title("rows set aside", of: total),
      columns: [
        .init("file", isShown: files), .init("line"), .init("column"), .init("reason", wraps: true),
        .init("row", wraps: true),
      ])
    table.rows = chosen.union(others).sorted().map { place in
      let row = rows[place]
      return [
        .text(row.file), .count(Int64(row.line)), row.column.map { .text($0) } ?? .none, .text(row.reason.message),
        .text(row.raw),
      ]
    }
    return table
  }
}

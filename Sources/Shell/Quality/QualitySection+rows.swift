import MemberBook
import Messages
import Reporting

/// The findings of one kind of table.
struct QualitySource {
  /// Purchases, members or actions.
  let kind: Message
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
      let name = several ? Message("\(source.kind): ", zh: "\(source.kind)：") : .empty
      if findings.merged > 0 {
        notes.append(
          name
            + Message(
              "\(counted(findings.merged, "row")) merged: equal in every column to one of the same receipt",
              zh: "合并 \(grouped(Int64(findings.merged))) 行：每一列都与同一小票的某行相同"))
      }
      if findings.repeated > 0 { notes.append(name + findings.repeatedNote) }
      if !findings.unusedHeaders.isEmpty {
        let unused = Message.list(findings.unusedHeaders)
        notes.append(name + Message("columns not used: \(unused)", zh: "未使用的列：\(unused)"))
      }
    }
  }

  private static func totals(_ sources: [QualitySource]) -> Table {
    var table = Table(
      "totals",
      columns: [
        .init(.table), .init(.rows), .init(.accepted), .init(.merged), .init(.setAside),
      ])
    table.rows = sources.map { source in
      let findings = source.findings
      return [.word(source.kind)]
        + [findings.rows, findings.accepted, findings.merged, findings.quarantined].map { .count(Int64($0)) }
    }
    return table
  }

  /// People see a file without its folders, and the start of its hash.
  private static func inputs(_ sources: [QualitySource]) -> Table {
    let inputs = sources.flatMap(\.findings.inputs)
    var table = Table(
      "inputs",
      columns: [
        .init(.input, isShown: false), .init(.inputFile), .init(.rows), .init(.encoding), .init(.delimiter),
        .init(.hash, isShown: false), .init(.hashStart, isShown: inputs.contains { !$0.hash.isEmpty }),
      ])
    for input in inputs {
      func shown(_ text: String) -> Cell { text.isEmpty ? .none : .text(text) }
      let file = input.name.split(separator: "/").last.map(String.init) ?? input.name
      table.rows.append([
        .text(input.name), .text(file), .count(Int64(input.rows)), shown(input.encoding),
        input.delimiter == "\t" ? .word(Message("tab", zh: "制表符")) : shown(input.delimiter), shown(input.hash),
        shown(String(input.hash.prefix(8))),
      ])
    }
    return table
  }

  private static func columns(_ sources: [QualitySource], several: Bool) -> Table {
    var table = Table("columns", columns: [.init(.table, isShown: several), .init(.role), .init(.header)])
    table.rows = sources.flatMap { source in
      source.findings.columns.map { [.word(source.kind), .text($0.role), .text($0.header)] }
    }
    return table
  }

  private static func reasons(_ sources: [QualitySource]) -> Table {
    var table = Table("reasons", columns: [Heading.reason, .rows].map { .init($0) })
    var counts: [QuarantineReason.Kind: Int] = [:]
    for (kind, rows) in sources.flatMap(\.findings.quarantinedByKind) { counts[kind, default: 0] += rows }
    let sorted = counts.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    table.rows = sorted.map { [.word($0.key.title), .count(Int64($0.value))] }
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
      "quarantined", title: limit.title(Message("rows set aside", zh: "搁置的行"), of: total),
      columns: [
        .init(.file, isShown: files), .init(.line), .init(.column), .init(.reason, wraps: true),
        .init(.row, wraps: true),
      ])
    table.rows = chosen.union(others).sorted().map { place in
      let row = rows[place]
      let column: Cell = row.column.map { .text($0) } ?? .none
      return [.text(row.file), .count(Int64(row.line)), column, .word(row.reason.message), .text(row.raw)]
    }
    return table
  }
}

extension Heading {
  fileprivate static let table = Heading("table", Message("table", zh: "数据表"))
  fileprivate static let setAside = Heading("quarantined", Message("set aside", zh: "搁置"))
  fileprivate static let input = Heading("input", Message("input", zh: "输入"))
  fileprivate static let inputFile = Heading("file", Message("input", zh: "输入"))
  fileprivate static let encoding = Heading("encoding", Message("read as", zh: "编码"))
  fileprivate static let delimiter = Heading("delimiter", Message("between", zh: "分隔符"))
  fileprivate static let hashStart = Heading("hash_start", Message("hash", zh: "哈希值"))
  fileprivate static let role = Heading("role", Message("role", zh: "用途"))
  fileprivate static let header = Heading("header", Message("header", zh: "表头"))
  fileprivate static let file = Heading("file", Message("file", zh: "文件"))
  fileprivate static let line = Heading("line", Message("line", zh: "行号"))
  fileprivate static let column = Heading("column", Message("column", zh: "列"))
  fileprivate static let row = Heading("row", Message("row", zh: "原始行"))
}

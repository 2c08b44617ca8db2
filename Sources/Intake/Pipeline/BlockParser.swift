import MemberBook

/// What one block of a table holds. Lines are counted from the block's first, 0.
struct ParsedBlock<Batch: Sendable>: Sendable {
  var batch: Batch
  var quarantine: [QuarantinedRow] = []
  var rows = 0
  var lines = 0
  /// In bytes, before decoding.
  var size = 0
  /// The accepted rows' lines and texts, where they may still be refused.
  var places: [Place] = []
  var bytes: [UInt8] = []
  var evidence = TableEvidence()

  struct Place: Sendable {
    let line: Int
    let range: Range<Int>
  }
}

/// Reads blocks of rows, setting aside what cannot be read.
struct BlockParser<Rows: RowParser> {
  private let plan: ReadingPlan<Rows.Role>
  private var rows: Rows
  private let keepsPlaces: Bool
  private let fieldCount: Int
  private let member: Int

  init(_ plan: ReadingPlan<Rows.Role>, keepsPlaces: Bool) {
    self.plan = plan
    self.keepsPlaces = keepsPlaces
    rows = Rows(plan)
    fieldCount = plan.layout.headers.count
    member = Rows.Role(rawValue: "member").map { plan.layout[$0] } ?? -1
  }

  /// The rows of `block`, text of the table that starts and ends with a record.
  mutating func parse(_ block: TextBlock) -> ParsedBlock<Rows.Batch> {
    var quarantine: [QuarantinedRow] = []
    var places: [ParsedBlock<Rows.Batch>.Place] = []
    var (rowCount, simpleCount, lines, records) = (0, 0, 0, 0)
    let decoded = TextDecoder(encoding: plan.encoding).decode(block.bytes)
    let bytes = decoded.span
    let scanner = RecordScanner(delimiter: plan.delimiter.byte)
    var record = Record()
    var refusals = block.refusals[...]
    var offset = 0
    let mayBeSimple = block.refusals.isEmpty && !keepsPlaces
    rows.startBlock(bytes)
    while offset < bytes.count {
      if mayBeSimple {
        let simple = rows.takeSimple(bytes, from: offset)
        rowCount &+= simple.rows
        simpleCount &+= simple.rows
        records &+= simple.rows
        lines &+= simple.rows
        offset = simple.end
        if offset == bytes.count { break }
      }
      offset = scanner.scan(bytes, from: offset, into: &record)
      if !record.isBlank(in: bytes) {
        rowCount &+= 1
        let refusal = refusal(of: records, among: &refusals) ?? take(record, bytes)
        if let refusal {
          let header = refusal.field.flatMap {
            plan.layout.headers.indices.contains($0) ? plan.layout.headers[$0] : nil
          }
          quarantine.append(
            QuarantinedRow(
              file: plan.name, line: lines, column: header, reason: refusal.reason,
              raw: rawText(bytes, record.start..<record.end, from: plan.encoding)))
        } else if keepsPlaces {
          places.append(.init(line: lines, range: record.start..<record.end))
        }
      }
      records &+= 1
      lines &+= plan.countsRecords ? 1 : record.lines
    }
    var evidence = rows.takeEvidence()
    evidence.simpleRows = simpleCount
    return ParsedBlock(
      batch: rows.finishBatch(nextSize: decoded.count), quarantine: quarantine, rows: rowCount, lines: lines,
      size: block.bytes.count, places: places, bytes: keepsPlaces ? decoded : [], evidence: evidence)
  }

  /// Why the block's source says that a record must not be taken; records are asked for in ascending order. A formula
  /// counts only in a column that serves a role.
  private func refusal(of record: Int, among refusals: inout ArraySlice<RowRefusal>) -> Refusal? {
    while let next = refusals.first, next.row <= record {
      refusals.removeFirst()
      let isIdle = next.reason == .unworkedFormula && !plan.layout.fields.values.contains { $0 == next.column }
      if next.row == record, !isIdle { return Refusal(reason: next.reason, field: next.column) }
    }
    return nil
  }

  private mutating func take(_ record: Record, _ bytes: ByteSpan) -> Refusal? {
    switch record.fault {
    case .unclosedQuote: return Refusal(reason: .unclosedQuote)
    case .textAfterQuote: return Refusal(reason: .textAfterQuote)
    case nil: break
    }
    if record.seen >= 0x80 {
      for (i, field) in record.fields.enumerated()
      where !UTF8Check.isValid(bytes.extracting(field.start..<field.end)) {
        return Refusal(reason: .undecodable, field: i)
      }
    }
    if record.hasDoubledQuotes {
      let (text, fields) = undoubled(record.fields, bytes)
      return take(fields, text.span)
    }
    return take(record.fields, bytes)
  }

  private mutating func take(_ fields: [RecordField], _ bytes: ByteSpan) -> Refusal? {
    if let total = TotalRow.word(in: bytes, trimmed(bytes, fields[0])) {
      return Refusal(reason: .totalRow(total), field: 0)
    }
    if member > 0, member < fields.count, let total = TotalRow.word(in: bytes, trimmed(bytes, fields[member])) {
      return Refusal(reason: .totalRow(total), field: member)
    }
    guard hasFields(fields, bytes) else {
      return Refusal(reason: .wrongFieldCount(found: fields.count, expected: fieldCount))
    }
    if isHeaderLike(fields, bytes), repeatsHeader(fields, bytes) { return Refusal(reason: .repeatedHeader) }
    return rows.take(fields, bytes)
  }

  /// As many fields as the header has; blank ones beyond them say nothing and do no harm.
  private func hasFields(_ fields: [RecordField], _ bytes: ByteSpan) -> Bool {
    if fields.count == fieldCount { return true }
    return fields.count > fieldCount && fields[fieldCount...].allSatisfy { trimmed(bytes, $0).isEmpty }
  }

  /// Whether the member's cell is as long as its header, which few are.
  private func isHeaderLike(_ fields: [RecordField], _ bytes: ByteSpan) -> Bool {
    guard member >= 0 else { return true }
    let header = plan.layout.headers[member].utf8
    let range = trimmed(bytes, fields[member])
    guard range.count == header.count, let first = header.first else { return false }
    return bytes[range.lowerBound] == first
  }

  /// Whether every role's cell is its header.
  private func repeatsHeader(_ fields: [RecordField], _ bytes: ByteSpan) -> Bool {
    plan.layout.fields.values.allSatisfy { text(bytes, trimmed(bytes, fields[$0])) == plan.layout.headers[$0] }
  }
}

/// The fields in bytes of their own, doubled quotes made single.
private func undoubled(_ fields: [RecordField], _ bytes: ByteSpan) -> ([UInt8], [RecordField]) {
  var text: [UInt8] = []
  var places: [RecordField] = []
  for field in fields {
    let start = text.count
    var i = field.start
    while i < field.end {
      text.append(bytes[i])
      i += field.hasDoubledQuotes && bytes[i] == UInt8(ascii: "\"") ? 2 : 1
    }
    places.append(RecordField(start: start, end: text.count))
  }
  return (text, places)
}

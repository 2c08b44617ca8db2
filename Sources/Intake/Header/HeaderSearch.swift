import MemberBook
import Messages

/// Finds the delimiter and the header of a file in a sample from its start.
struct HeaderSearch<Role: ColumnRole> {
  let delimiter: Delimiter
  let layout: Layout<Role>
  /// Records up to and with the header, blank lines among them.
  let recordCount: Int
  /// What stands above the header, with its lines.
  let titles: [(line: Int, raw: String)]
  /// The line that the rows start at.
  let firstLine: Int

  /// The header is the first of so many rows in which every role is recognised that the table cannot do without.
  static var depth: Int { 20 }

  /// `delimiter` where it is known.
  init(
    _ sample: [UInt8], _ options: LoadOptions<Role>, delimiter stated: Delimiter?, name: String, countsRecords: Bool
  ) throws(Diagnostic) {
    var best: Candidate?
    for delimiter in stated.map({ [$0] }) ?? Delimiter.allCases {
      let candidate = Candidate(sample, by: delimiter, options, countsRecords: countsRecords)
      if best.map({ candidate.rank > $0.rank }) ?? true { best = candidate }
    }
    guard let best, !best.rows.isEmpty else { throw Diagnostic(IntakeProblem.empty(name)) }
    delimiter = best.delimiter
    let header = best.rows[best.header]
    let layout = try Layout(header.cells, options)
    if let missing = layout.missing(options.rows) {
      if best.isTooWide { throw Diagnostic(IntakeProblem.tooManyColumns(name)) }
      throw Diagnostic(
        IntakeProblem.noColumn(missing.map(\.rawValue), of: Role.subject, file: name, headers: layout.headers))
    }
    self.layout = layout
    recordCount = header.record + 1
    titles = best.rows[..<best.header].map { ($0.line, $0.raw) }
    firstLine = header.nextLine
  }
}

extension HeaderSearch {
  /// The cells of the row that is most like a header.
  static func likeliest(_ sample: [UInt8]) -> [String] {
    let candidates = Delimiter.allCases.map { Candidate(sample, by: $0, LoadOptions(), countsRecords: false) }
    let best = candidates.max { $0.rank < $1.rank }
    return best.flatMap { $0.rows.indices.contains($0.header) ? $0.rows[$0.header].cells : nil } ?? []
  }

  struct Row {
    var cells: [String]
    var raw: String
    var record: Int
    var line: Int
    var nextLine: Int
  }

  /// The sample read by one delimiter.
  private struct Candidate {
    let delimiter: Delimiter
    var rows: [Row] = []
    /// Which row is the header, or comes nearest to one.
    var header = 0
    /// Some rows have more fields than any header.
    var isTooWide = false
    /// Complete headers before incomplete ones, then more roles before fewer, then more fields.
    var rank = (0, 0, 0)

    init(_ sample: [UInt8], by delimiter: Delimiter, _ options: LoadOptions<Role>, countsRecords: Bool) {
      self.delimiter = delimiter
      let scanner = RecordScanner(delimiter: delimiter.byte)
      var record = Record()
      var offset = 0
      var records = 0
      var line = 1
      while offset < sample.count, rows.count < depth {
        offset = scanner.scan(sample.span, from: offset, into: &record)
        let lines = countsRecords ? 1 : record.lines
        if !record.isBlank(in: sample.span) {
          let isHeader = record.fields.count <= TableLimit.columns
          if !isHeader { isTooWide = true }
          rows.append(
            Row(
              cells: isHeader ? record.fields.map { cell($0, sample) } : [],
              raw: text(sample.span, record.start..<record.end),
              record: records, line: line, nextLine: line + lines))
        }
        records += 1
        line += lines
      }
      for (i, row) in rows.enumerated() {
        let layout = try? Layout<Role>(row.cells, options)
        let isComplete = layout.map { $0.missing(options.rows) == nil } ?? false
        // A mapped header that is missing, or one that is there twice, is reported of the row with most known headers.
        let known = layout?.fields.count ?? ((try? Layout<Role>(row.cells, LoadOptions()))?.fields.count ?? 0)
        let rank = (isComplete ? 1 : 0, known, row.cells.count)
        if rank > self.rank {
          (self.rank, header) = (rank, i)
        }
        if isComplete { break }
      }
    }
  }
}

private func cell(_ field: RecordField, _ sample: [UInt8]) -> String {
  let cell = text(sample.span, trimmed(sample.span, field))
  guard field.hasDoubledQuotes else { return cell }
  return cell.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"")
}

import MemberBook
import Quantities

/// All that is settled about a table before its rows are read.
struct ReadingPlan<Role: ColumnRole>: Sendable {
  /// How messages name the input.
  let name: String
  let encoding: TextEncoding
  let delimiter: Delimiter
  let layout: Layout<Role>
  let titles: [QuarantinedRow]
  /// Where the first row after the header starts: its line, how many records and bytes of the sample come before it.
  let firstLine: Int
  let headRecords: Int
  let headLength: Int
  let rows: Role.RowOptions
  let today: Day?
  /// The encoding was taken from a sample of pure ASCII.
  let isEncodingAssumed: Bool
  /// A record is a line, however many line ends its cells hold: so it is where the source has rows of its own.
  let countsRecords: Bool

  init(_ table: OpenedTable, _ name: String, _ options: LoadOptions<Role>, evidence: Bool) throws(Diagnostic) {
    self.name = name
    rows = options.rows
    today = options.today
    let sample = table.sample
    var mark = 0
    switch table {
    case .text(_, _, let detection):
      (encoding, countsRecords) = (detection.encoding, false)
      mark = evidence ? 0 : detection.markLength
      isEncodingAssumed = detection.isAssumed && !evidence
    case .rows: (encoding, countsRecords, isEncodingAssumed) = (.utf8, true, false)
    }
    let decoded = TextDecoder(encoding: encoding).decode(Array(sample[mark...]))
    let search = try HeaderSearch(
      decoded, options, delimiter: countsRecords ? .comma : options.delimiter, name: name, countsRecords: countsRecords)
    delimiter = search.delimiter
    layout = search.layout
    titles = search.titles.map {
      QuarantinedRow(file: name, line: $0.line, column: nil, reason: .titleRow, raw: $0.raw)
    }
    firstLine = search.firstLine
    headRecords = search.recordCount
    var start = mark
    var record = Record()
    let scanner = RecordScanner(delimiter: search.delimiter.byte, takesPairs: encoding == .gb18030)
    for _ in 0..<search.recordCount { start = scanner.scan(sample.span, from: start, into: &record) }
    headLength = start
  }

  /// The blocks of the rows after the header.
  func blocks(of table: OpenedTable, size: Int) -> any BlockSource {
    switch table {
    case .text(let stream, let sample, _):
      // Cut as the bytes are, before decoding.
      let cutter = RecordScanner(delimiter: delimiter.byte, takesPairs: encoding == .gb18030)
      return RecordCutter(stream, after: Array(sample[headLength...]), scanner: cutter, blockSize: size)
    case .rows(let reader, let sample):
      return RowBlocks(reader, sample: sample, headLength: headLength, skipped: headRecords, blockSize: size)
    }
  }
}

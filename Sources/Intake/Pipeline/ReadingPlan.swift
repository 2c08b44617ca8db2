import MemberBook
import Messages
import Quantities

/// All that is settled about a table before its rows are read.
struct ReadingPlan<Role: ColumnRole>: Sendable {
  /// How messages name the input.
  let name: String
  let encoding: TextEncoding
  let delimiter: Delimiter
  let layout: Layout<Role>
  /// The fields that tell a row from others: neither what a quarantine file adds nor what is to be ignored.
  let ownFields: [Int]
  let titles: [QuarantinedRow]
  /// Where the first row after the header starts: its line, how many records and bytes of the sample come before it.
  let firstLine: Int
  let headRecords: Int
  let headLength: Int
  let rows: Role.RowOptions
  let today: Day?
  /// The encoding was taken from a sample of pure ASCII.
  let isEncodingAssumed: Bool
  let dateStyle: DateStyle
  let decimalMark: DecimalMark
  /// The mark is not settled: amounts that could show another are looked at, or every one.
  let looksAtMarks: Bool
  let examinesMarks: Bool
  /// What the sample tells of the style of dates.
  private let sampleDates: DateStyleEvidence
  /// A record is a line, however many line ends its cells hold: so it is where the source has rows of its own.
  let countsRecords: Bool

  /// `pass` says what is settled already.
  init(
    _ table: OpenedTable, _ name: String, _ options: LoadOptions<Role>, pass: ReadingPass
  ) throws(Diagnostic) {
    let (evidence, style) = (pass.evidence != nil, pass.style)
    decimalMark = pass.mark ?? .point
    looksAtMarks = pass.mark == nil
    examinesMarks = pass.examinesMarks
    self.name = name
    rows = options.rows
    today = options.today
    let sample = table.sample
    var mark = 0
    switch table.content {
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
    ownFields = try ReadingPlan.ownFields(of: search.layout, without: options.ignored)
    titles = search.titles.map {
      QuarantinedRow(file: name, line: $0.line, column: nil, reason: .titleRow, raw: $0.raw)
    }
    firstLine = search.firstLine
    headRecords = search.recordCount
    var start = mark
    var record = Record()
    let scanner = RecordScanner(delimiter: search.delimiter.byte, takesPairs: encoding.takesPairs)
    for _ in 0..<search.recordCount { start = scanner.scan(sample.span, from: start, into: &record) }
    headLength = start
    var dates = DateStyleEvidence()
    if style == nil {
      let fields = Role.dateRoles.map { search.layout[$0] }.filter { $0 >= 0 }
      let rows = RecordScanner(delimiter: search.delimiter.byte)
      var offset = 0
      for _ in 0..<search.recordCount { offset = rows.scan(decoded.span, from: offset, into: &record) }
      while offset < decoded.count {
        offset = rows.scan(decoded.span, from: offset, into: &record)
        // The sample's last row may be cut.
        if offset == decoded.count { break }
        for field in fields where field < record.fields.count {
          dates.look(at: decoded.span.extracting(trimmed(decoded.span, record.fields[field])))
        }
      }
    }
    sampleDates = dates
    dateStyle = style ?? dates.settled ?? .ymd
  }

  private static func ownFields(of layout: Layout<Role>, without ignored: [String]) throws(Diagnostic) -> [Int] {
    for header in ignored where !layout.headers.contains(header) {
      throw Diagnostic(
        IntakeProblem.mappedHeaderMissing(
          "ignore", header: header, nearest: nearestName(to: header, among: layout.headers), headers: layout.headers))
    }
    let added = QuarantineFile.addedFields(of: layout.headers)
    return layout.headers.indices.filter { $0 >= added && !ignored.contains(layout.headers[$0]) }
  }

  /// The style that dates turn out to have in the light of the whole table, where it is another one: that which later
  /// cells settle, or none where they contradict the sample.
  func otherDateStyle(after evidence: DateStyleEvidence) -> DateStyle? {
    var all = sampleDates
    all.merge(evidence)
    let settled = all.settled ?? .ymd
    return settled == dateStyle ? nil : settled
  }

  /// The blocks of the rows after the header.
  func blocks(of table: OpenedTable, size: Int) -> any BlockSource {
    switch table.content {
    case .text(let stream, let sample, _):
      // Cut as the bytes are, before decoding.
      let cutter = RecordScanner(delimiter: delimiter.byte, takesPairs: encoding.takesPairs)
      return RecordCutter(stream, after: Array(sample[headLength...]), scanner: cutter, blockSize: size, name: name)
    case .rows(let reader, let sample):
      return RowBlocks(reader, sample: sample, headLength: headLength, skipped: headRecords, blockSize: size)
    }
  }
}

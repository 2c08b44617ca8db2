import MemberBook
import Quantities

/// All that is settled about a file before its rows are read.
struct ReadingPlan: Sendable {
  let file: String
  let encoding: TextEncoding
  let delimiter: Delimiter
  let layout: Layout
  let titles: [QuarantinedRow]
  /// Where the first row after the header starts, in bytes of the file, and its line.
  let offset: Int
  let firstLine: Int
  let walkIn: WalkIns
  let today: Day?
  /// The encoding was taken from a sample of pure ASCII.
  let isEncodingAssumed: Bool
  /// Rows are fingerprinted whole, for what is equal can otherwise not be told from the columns that are kept.
  let keepsFingerprints: Bool

  static let sampleSize = 1 << 20

  /// `evidence` are bytes from further on that showed the file not to be what its start seemed.
  init(_ file: InputFile, _ options: LoadOptions, evidence: [UInt8]? = nil) throws(Diagnostic) {
    let sample = try file.read(after: [], from: 0, count: Self.sampleSize)
    if let format = OtherFormat(sample) { throw Diagnostic(IntakeProblem.otherFormat(file.path, format)) }
    let detection = try ReadingPlan.detect(evidence, sample, options, file.path)
    if detection.encoding.byteOrder != nil {
      throw Diagnostic(IntakeProblem.unsupportedEncoding("UTF-16", file: file.path))
    }
    let mark = evidence == nil ? detection.markLength : 0
    let decoded = TextDecoder(encoding: detection.encoding).decode(Array(sample[mark...]))
    let search = try HeaderSearch(decoded, options: options, file: file.path)
    self.file = file.path
    encoding = detection.encoding
    delimiter = search.delimiter
    layout = search.layout
    titles = search.titles.map {
      QuarantinedRow(file: file.path, line: $0.line, column: nil, reason: .titleRow, raw: $0.raw)
    }
    firstLine = search.firstLine
    walkIn = options.walkIn
    today = options.today
    isEncodingAssumed = detection.isAssumed && evidence == nil
    keepsFingerprints = search.layout[.receipt] >= 0 || !search.layout.unused.isEmpty
    var start = mark
    var record = Record()
    let scanner = RecordScanner(delimiter: search.delimiter.byte, takesPairs: detection.encoding.takesPairs)
    for _ in 0..<search.recordCount { start = scanner.scan(sample.span, from: start, into: &record) }
    offset = start
  }

  private static func detect(
    _ evidence: [UInt8]?, _ sample: [UInt8], _ options: LoadOptions, _ file: String
  ) throws(Diagnostic) -> EncodingDetection {
    guard let evidence else { return try EncodingDetection(sample, stated: options.encoding, file: file) }
    do {
      return try EncodingDetection(evidence, stated: nil, file: file)
    } catch {
      // Stray bytes in a file of ASCII: their rows are set aside, the rest is read.
      return try EncodingDetection(sample, stated: .utf8, file: file)
    }
  }

  /// Cuts the file's bytes as they are, before decoding.
  var cutter: RecordScanner { RecordScanner(delimiter: delimiter.byte, takesPairs: encoding.takesPairs) }
}

import MemberBook
import Quantities

/// An input that was opened, with what its start tells.
enum OpenedTable: Sendable {
  /// Delimited text; `sample` is what was read of the stream so far.
  case text(any ByteStream, sample: [UInt8], EncodingDetection)
  /// A source with rows of its own; `sample` holds the first of them.
  case rows(any RowReader, sample: RowText)

  var sample: [UInt8] {
    switch self {
    case .text(_, let sample, _): sample
    case .rows(_, let sample): sample.bytes
    }
  }

  /// How much of an input is looked at before its rows are read.
  static let sampleSize = 1 << 20
  /// Where even that much has not a whole line: how long a first line is waited for.
  static let longestFirstLine = 64 << 20

  /// `evidence` are bytes from further on that showed text not to be in the encoding that its start seemed to be in.
  init<Role>(_ input: TableInput, _ options: LoadOptions<Role>, evidence: [UInt8]? = nil) throws(Diagnostic) {
    switch input {
    case .file(let path): try self.init(path, options, evidence)
    case .odbc(let connection): self = try OpenedTable.database(connection, options)
    }
  }

  private init<Role>(_ path: String, _ options: LoadOptions<Role>, _ evidence: [UInt8]?) throws(Diagnostic) {
    let file = try InputFile(path: path)
    if file.size == 0 { throw Diagnostic(IntakeProblem.empty(path)) }
    let start = try file.read(after: [], from: 0, count: 16)
    if let format = OtherFormat(start) { throw Diagnostic(IntakeProblem.otherFormat(path, format)) }
    self = try OpenedTable.text(FileStream(file), path, options, evidence)
  }

  private static func database<Role>(
    _ connection: String, _ options: LoadOptions<Role>
  ) throws(Diagnostic) -> OpenedTable {
    throw Diagnostic(IntakeProblem.notAFile(connection))
  }

  private static func text<Role>(
    _ opened: some ByteStream, _ path: String, _ options: LoadOptions<Role>, _ evidence: [UInt8]?
  ) throws(Diagnostic) -> OpenedTable {
    var stream = opened
    var sample = try stream.read(after: [], count: sampleSize)
    while !sample.contains(UInt8(ascii: "\n")), !sample.contains(0x0D) {
      let length = sample.count
      sample = try stream.read(after: sample, count: length)
      if sample.count < length * 2 { break }
      if sample.count > longestFirstLine { throw Diagnostic(IntakeProblem.lineTooLong(path)) }
    }
    return .text(stream, sample: sample, try detect(evidence, sample, options.encoding, path))
  }

  private static func detect(
    _ evidence: [UInt8]?, _ sample: [UInt8], _ stated: TextEncoding?, _ file: String
  ) throws(Diagnostic) -> EncodingDetection {
    guard let evidence else { return try EncodingDetection(sample, stated: stated, file: file) }
    do {
      return try EncodingDetection(evidence, stated: nil, file: file)
    } catch {
      // Stray bytes in a file of ASCII: their rows are set aside, the rest is read.
      return try EncodingDetection(sample, stated: .utf8, file: file)
    }
  }
}

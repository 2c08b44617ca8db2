import Glibc
import MemberBook
import Messages
import Numerics

/// An input that was opened, with what its start tells.
struct OpenedTable: Sendable {
  enum Content: Sendable {
    /// Delimited text, UTF-8 where it was UTF-16; `sample` is what was read of the stream so far.
    case text(any ByteStream, sample: [UInt8], EncodingDetection)
    /// A source with rows of its own; `sample` holds the first of them.
    case rows(any RowReader, sample: RowText)
  }

  let content: Content
  /// As `InputFacts.hash`, once everything was read.
  let hash: @Sendable () -> String

  var sample: [UInt8] {
    switch content {
    case .text(_, let sample, _): sample
    case .rows(_, let sample): sample.bytes
    }
  }

  /// How much of an input is looked at before its rows are read.
  static let sampleSize = 1 << 20
  /// Where even that much has not a whole line: how long a first line is waited for.
  static let longestFirstLine = 4 << 20

  /// `evidence` are bytes from further on that showed text not to be in the encoding that its start seemed to be in.
  /// `stop` is asked while a database works on a query or a workbook is unpacked, now and later.
  init<Role>(
    _ input: TableInput, _ options: LoadOptions<Role>, evidence: [UInt8]? = nil, job: Job = .unattended
  ) throws(Diagnostic) {
    switch input {
    case .file(let path):
      let format = try OpenedTable.format(of: path)
      try options.checkGiven(for: path, format.title, takes: format.takes)
      switch format {
      case .text:
        self = try OpenedTable.text(path, stated: options.encoding, evidence: evidence) { (stored) throws(Diagnostic) in
          stored
        }
      case .gzip:
        self = try OpenedTable.text(path, stated: options.encoding, evidence: evidence) { (stored) throws(Diagnostic) in
          try GzipStream(stored)
        }
      case .workbook:
        self = try .rows(of: path) { () throws(Diagnostic) in
          try XLSXReader(path: path, sheet: options.sheet, job: job)
        }
      case .oldWorkbook:
        self = try .rows(of: path) { () throws(Diagnostic) in try XLSReader(path: path, sheet: options.sheet) }
      case .sqlite:
        self = try .rows(of: path) { () throws(Diagnostic) in
          try SQLiteReader(path: path, table: options.table, query: options.query, job: job)
        }
      case .pdf: throw Diagnostic(IntakeProblem.noTable(path, format))
      }
    case .odbc(let connection):
      try options.checkGiven(
        for: input.name, Message("a database", zh: "数据库"), takes: TableInput.databaseOptions.contains)
      let hash = RowHash()
      let reader = try ODBCReader(
        connection: connection, table: options.table, query: options.query, job: job)
      try self.init(HashedRows(reader, hash), input.name) { hash.digits }
    }
  }

  private init(
    _ opened: some RowReader, _ name: String, hash: @escaping @Sendable () -> String
  ) throws(Diagnostic) {
    var reader = opened
    var sample = RowText()
    let enough = OpenedTable.sampleSize / 4
    while sample.bytes.count < enough, try reader.read(into: &sample, size: enough) {}
    if sample.bytes.isEmpty { throw Diagnostic(IntakeProblem.empty(name)) }
    content = .rows(reader, sample: sample)
    self.hash = hash
  }

  private static func format(of path: String) throws(Diagnostic) -> FileFormat {
    let file = try InputFile(path: path)
    if file.size == 0 { throw Diagnostic(IntakeProblem.empty(path)) }
    return FileFormat(try file.read(after: [], from: 0, count: 16))
  }
}

extension OpenedTable {
  /// A file whose rows `open` reads. The file is hashed and closed before, for a database's file must not be closed while
  /// it is read.
  private static func rows(
    of path: String, _ open: () throws(Diagnostic) -> some RowReader
  ) throws(Diagnostic) -> OpenedTable {
    let hash = try FileStream(path: path).hashToEnd()
    return try OpenedTable(try open(), path) { hash }
  }

  /// A text file, whose stored bytes `unpack` turns into text.
  private static func text(
    _ path: String, stated: TextEncoding?, evidence: [UInt8]?,
    _ unpack: (FileStream) throws(Diagnostic) -> any ByteStream
  ) throws(Diagnostic) -> OpenedTable {
    var stored = try FileStream(path: path)
    var stream = try unpack(stored)
    var sample = try start(of: &stream, path)
    let detection = try detect(sample, evidence: evidence, stated: stated, file: path)
    if let order = detection.encoding.byteOrder {
      stored = try FileStream(path: path)
      stream = wide(try unpack(stored), order)
      sample = try start(of: &stream, path)
    }
    return OpenedTable(content: .text(stream, sample: sample, detection), hash: { [stored] in stored.hash })
  }

  private static func wide(_ stream: any ByteStream, _ order: ByteOrder) -> any ByteStream {
    func wrapped(_ stream: some ByteStream) -> any ByteStream { WideStream(stream, order) }
    return wrapped(stream)
  }

  private init(content: Content, hash: @escaping @Sendable () -> String) {
    self.content = content
    self.hash = hash
  }

  /// The first bytes of a stream, a whole line among them.
  private static func start(of stream: inout any ByteStream, _ path: String) throws(Diagnostic) -> [UInt8] {
    var sample = try stream.read(after: [], count: sampleSize)
    while sample.count >= sampleSize, !hasLineEnd(sample) {
      let length = sample.count
      if length >= longestFirstLine { throw Diagnostic(IntakeProblem.lineTooLong(path)) }
      sample = try stream.read(after: sample, count: length)
      if sample.count < length * 2 { break }
    }
    if sample.isEmpty { throw Diagnostic(IntakeProblem.empty(path)) }
    return sample
  }

  /// The lines of a text file that are not ASCII, up to the sample's size of them. They are of the whole file, so that
  /// what its encoding is taken for does not depend on which of them was met first.
  static func evidence(of input: TableInput) throws(Diagnostic) -> [UInt8] {
    guard case .file(let path) = input else { return [] }
    let stored = try FileStream(path: path)
    var stream: any ByteStream = stored
    if try format(of: path) == .gzip { stream = try GzipStream(stored) }
    var lines: [UInt8] = []
    var rest: [UInt8] = []
    while lines.count < sampleSize {
      let bytes = try stream.read(after: rest, count: sampleSize)
      let isLast = bytes.count < rest.count + sampleSize
      let end = isLast ? bytes.count : bytes.lastIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      rest = Array(bytes[end...])
      if !isASCII(bytes.span.extracting(..<end)) {
        for line in bytes[..<end].split(separator: 0x0A) where line.contains(where: { $0 >= 0x80 }) {
          lines += line
          lines.append(0x0A)
        }
      }
      if isLast { break }
    }
    return lines
  }

  private static func hasLineEnd(_ sample: [UInt8]) -> Bool {
    sample.withUnsafeBytes { raw in
      raw.baseAddress.map { memchr($0, 0x0A, raw.count) != nil || memchr($0, 0x0D, raw.count) != nil } ?? false
    }
  }

  private static func detect(
    _ sample: [UInt8], evidence: [UInt8]?, stated: TextEncoding?, file: String
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

import CExpat
import Messages

/// What takes the XML of a part, event by event.
protocol PartEvents: AnyObject {
  /// Set when the part cannot be right or cannot be taken; the parser then stops.
  var complaint: PartComplaint? { get }

  func start(_ name: XMLName, _ attributes: XMLAttributes)
  func end()
  func text(_ bytes: UnsafeRawBufferPointer)
}

/// Indirect, for it is asked for after every event.
indirect enum PartComplaint: Equatable {
  case damaged(Message)
  case textTooLong(row: Int, limit: Int)

  static let unlistedMerges = PartComplaint.damaged(
    Message("its merged cells are not listed as they should be", zh: "合并单元格没有按应有的方式列出"))
}

/// Parses a part as its bytes come, with expat. One thread at a time.
///
/// Declared entities are refused, and so is what would make expat hold much at once: nesting and single tags beyond what
/// any workbook has.
final class PartParser {
  private let stream: PartStream
  private let events: any PartEvents
  private let parser: XML_Parser
  private var depth = 0
  /// Bytes given since the last event.
  private var quiet = 0
  private var complaint: PartComplaint?
  private var declaresEntities = false
  private(set) var isAtEnd = false

  private static let block = 1 << 16
  private static let deepest = 100
  private static let longestTag = 1 << 20

  init(_ stream: PartStream, _ events: any PartEvents) throws(Diagnostic) {
    guard let parser = XML_ParserCreate(nil) else {
      throw stream.failure(Message("there is no memory for it", zh: "内存不足"), line: nil)
    }
    self.stream = stream
    self.events = events
    self.parser = parser
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name, let attributes else { return }
        PartParser.with(data) { $0.started(XMLName(qualified: name), XMLAttributes(first: attributes)) }
      }, { data, _ in PartParser.with(data) { $0.ended() } })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text else { return }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      PartParser.with(data) { $0.found(bytes) }
    }
    XML_SetDefaultHandler(parser) { data, _, _ in PartParser.with(data) { $0.quiet = 0 } }
    XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in PartParser.with(data) { $0.refuseEntities() } }
  }

  deinit { XML_ParserFree(parser) }

  /// Parses the next block. Nothing happens at the end.
  func advance() throws(Diagnostic) {
    if isAtEnd { return }
    guard let buffer = XML_GetBuffer(parser, Int32(Self.block)) else { throw failure() }
    let count = try stream.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: Self.block))
    quiet += count
    let status = XML_ParseBuffer(parser, Int32(count), count == 0 ? 1 : 0)
    if declaresEntities {
      throw Diagnostic(WorkbookProblem.declaresEntities(stream.path, part: stream.part))
    }
    if let complaint {
      switch complaint {
      case .damaged(let reason): throw stream.failure(reason, line: line)
      case .textTooLong(let row, let limit):
        throw Diagnostic(WorkbookProblem.textTooLong(stream.path, row: row, limit: limit))
      }
    }
    if status != XML_STATUS_OK { throw failure() }
    if quiet > Self.longestTag {
      throw stream.failure(Message("a tag of more than 1 MB", zh: "有超过 1 MB 的标签"), line: line)
    }
    isAtEnd = count == 0
  }

  func finish() throws(Diagnostic) {
    while !isAtEnd { try advance() }
  }

  /// The parser that expat's events are for. It is kept by whoever asked for the next block, so it is not counted here.
  @inline(__always) private static func with(_ data: UnsafeMutableRawPointer?, _ body: (PartParser) -> Void) {
    guard let data else { return }
    Unmanaged<PartParser>.fromOpaque(data)._withUnsafeGuaranteedRef(body)
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func failure() -> Diagnostic {
    let code = XML_GetErrorCode(parser)
    let reason =
      XML_ErrorString(code).map { Message(verbatim: String(cString: $0)) } ?? Message("it is no XML", zh: "不是 XML")
    return stream.failure(reason, line: line)
  }

  private func started(_ name: XMLName, _ attributes: XMLAttributes) {
    guard complaint == nil else { return }
    quiet = 0
    depth += 1
    if depth > Self.deepest {
      return stop(.damaged(Message("elements nested more than \(Self.deepest) deep", zh: "元素嵌套超过 \(Self.deepest) 层")))
    }
    events.start(name, attributes)
    if let complaint = events.complaint { stop(complaint) }
  }

  private func ended() {
    guard complaint == nil else { return }
    quiet = 0
    depth -= 1
    events.end()
    if let complaint = events.complaint { stop(complaint) }
  }

  private func found(_ text: UnsafeRawBufferPointer) {
    guard complaint == nil else { return }
    quiet = 0
    events.text(text)
    if let complaint = events.complaint { stop(complaint) }
  }

  private func refuseEntities() {
    declaresEntities = true
    XML_StopParser(parser, 0)
  }

  private func stop(_ complaint: PartComplaint) {
    self.complaint = complaint
    XML_StopParser(parser, 0)
  }
}

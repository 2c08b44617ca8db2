import MemberBook
import Messages

/// An XLS workbook of Excel 97 to 2003: what all of its sheets have in common.
struct XLSWorkbook {
  let path: String
  /// The workbook's stream.
  let bytes: [UInt8]
  private(set) var cells: CellTexts
  /// Visible or not, in their order, and where their records start; charts and macros are none.
  private(set) var sheets: [(name: String, isVisible: Bool, offset: Int)] = []

  init(path: String) throws(Diagnostic) {
    self.path = path
    let file = try CompoundFile(path: path)
    if file.has("EncryptedPackage") { throw Diagnostic(WorkbookProblem.encrypted(path)) }
    guard let bytes = try file.stream("Workbook") else {
      if file.has("Book") { throw Diagnostic(WorkbookProblem.tooOld(path)) }
      let kind: Message =
        file.has("WordDocument")
        ? .wordDocument
        : file.has("PowerPoint Document")
          ? .presentation : Message("a compound file without a workbook", zh: "不含工作簿的复合文件")
      throw Diagnostic(WorkbookProblem.notWorkbook(path, kind: kind))
    }
    self.bytes = bytes
    cells = CellTexts(strings: SharedStrings(), formats: [], dates: .from1900)
    try readGlobals()
  }

  private mutating func readGlobals() throws(Diagnostic) {
    var records = BinaryRecords(bytes, at: 0)
    guard records.advance(), records.kind == .begin else {
      throw damaged(Message("it does not begin as a workbook does", zh: "开头不是工作簿应有的内容"))
    }
    if records.word16(0) < 0x0600 { throw Diagnostic(WorkbookProblem.tooOld(path)) }
    var codes: [Int: NumberFormat] = [:]
    var styles: [Int] = []
    var strings = SharedStrings()
    var dates = DateSystem.from1900
    while records.advance(), records.kind != .end {
      switch records.kind {
      case .filePass: throw Diagnostic(WorkbookProblem.encrypted(path))
      case .dateMode: if records.word16(0) == 1 { dates = .from1904 }
      case .format:
        let id = records.word16(0)
        var code: [UInt8] = []
        var text = records.takeContinued(from: 2)
        text.appendText(to: &code)
        codes[id] = NumberFormat(code: code)
      case .style: styles.append(records.word16(2))
      case .sheet: addSheet(records)
      case .sharedStrings:
        let count = records.word32(4)
        var texts = records.takeContinued(from: 8)
        while strings.count < count, !texts.isCutShort { strings.append { texts.appendText(to: &$0) } }
      default: break
      }
    }
    guard records.kind == .end else { throw damaged(.cutShort) }
    let formats = styles.map { codes[$0] ?? NumberFormat(builtIn: $0) }
    cells = CellTexts(strings: strings, formats: formats, dates: dates)
  }

  private mutating func addSheet(_ record: BinaryRecords) {
    guard record.word8(5) == 0 else { return }
    let isWide = record.word8(7) & 0x01 != 0
    let units = (0..<Int(record.word8(6))).map {
      isWide ? UInt16(record.word16(8 + $0 * 2)) : UInt16(record.word8(8 + $0))
    }
    sheets.append((String(decoding: units, as: UTF16.self), record.word8(4) & 0x03 == 0, Int(record.word32(0))))
  }

  func damaged(_ reason: Message) -> Diagnostic { CompoundFile.damaged(path, reason) }
}

import Messages

/// Kinds of files, told by their first bytes; one that is none of them is delimited text.
public enum FileFormat: CaseIterable, Sendable {
  case workbook, oldWorkbook, gzip, sqlite, pdf, text

  /// What a file of it is, in a message.
  var title: Message {
    switch self {
    case .workbook: Message("an Excel workbook", zh: "Excel 工作簿")
    case .oldWorkbook: Message("an old Excel workbook", zh: "旧版 Excel 工作簿")
    case .gzip: Message("compressed with gzip", zh: "gzip 压缩文件")
    case .sqlite: Message("an SQLite database", zh: "SQLite 数据库")
    case .pdf: Message("a PDF document", zh: "PDF 文档")
    case .text: Message("delimited text", zh: "分隔符分隔的文本")
    }
  }

  private var signature: [UInt8] {
    switch self {
    case .workbook: [0x50, 0x4B, 0x03, 0x04]
    case .oldWorkbook: [0xD0, 0xCF, 0x11, 0xE0]
    case .gzip: [0x1F, 0x8B]
    case .sqlite: Array("SQLite format 3".utf8)
    case .pdf: Array("%PDF-".utf8)
    case .text: []
    }
  }

  init(_ start: [UInt8]) {
    self = FileFormat.allCases.first { start.starts(with: $0.signature) } ?? .text
  }
}

extension FileFormat {
  /// Whether an option of that name says something of such a file.
  func takes(_ option: String) -> Bool {
    switch self {
    case .text, .gzip, .pdf: option == "encoding" || option == "delimiter"
    case .workbook, .oldWorkbook: option == "sheet"
    case .sqlite: TableInput.databaseOptions.contains(option)
    }
  }
}

extension LoadOptions {
  /// The options that were stated of how the input is read, by name.
  var given: [String] {
    [
      ("encoding", encoding != nil), ("delimiter", delimiter != nil), ("sheet", sheet != nil), ("table", table != nil),
      ("query", query != nil),
    ].filter(\.1).map(\.0)
  }

  /// Throws where one of them says nothing of the input of that name, which is `kind`.
  func checkGiven(for input: String, _ kind: Message, takes: (String) -> Bool) throws(Diagnostic) {
    guard let option = given.first(where: { !takes($0) }) else { return }
    throw Diagnostic(IntakeProblem.optionNotFor(option, kind, source: input))
  }
}

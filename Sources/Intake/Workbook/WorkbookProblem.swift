import Messages

/// Why a workbook cannot be read.
enum WorkbookProblem: Problem {
  /// `kind` says what the file is instead.
  case notWorkbook(String, kind: Message)
  /// Of Excel 95 or before.
  case tooOld(String)
  case encrypted(String)
  case damaged(String, reason: Message)
  /// A part is a file inside the workbook, such as `xl/workbook.xml`; its line, where that is known.
  case damagedPart(String, part: String, reason: Message, line: Int?)
  case declaresEntities(String, part: String)
  case unpacksTooLarge(String, part: String, limit: Int)
  case textTooLong(String, row: Int, limit: Int)
  case noSheet(String)
  case unknownSheet(String, file: String, nearest: String?, sheets: [String])

  var code: ErrorCode {
    switch self {
    case .notWorkbook, .tooOld, .encrypted, .damaged, .damagedPart, .declaresEntities: .file
    case .unpacksTooLarge, .textTooLong: .limit
    case .noSheet: .noRows
    case .unknownSheet: .unknownName
    }
  }

  var message: Message {
    switch self {
    case .notWorkbook(let file, let kind):
      Message("\(file) is \(kind), not an Excel workbook", zh: "\(file)（\(kind)）不是 Excel 工作簿")
    case .tooOld(let file):
      Message(
        "\(file) is a workbook of Excel 95 or before, which is not read",
        zh: "\(file) 是 Excel 95 或更早的工作簿，不能读取")
    case .encrypted(let file): Message("\(file) is protected by a password", zh: "\(file) 有密码保护")
    case .damaged(let file, let reason):
      Message("\(file) is a damaged workbook: \(reason)", zh: "工作簿 \(file) 已损坏：\(reason)")
    case .damagedPart(let file, let part, let reason, nil):
      Message("\(file) is a damaged workbook: \(part): \(reason)", zh: "工作簿 \(file) 已损坏：\(part)：\(reason)")
    case .damagedPart(let file, let part, let reason, let line?):
      Message(
        "\(file) is a damaged workbook: \(part), line \(line): \(reason)",
        zh: "工作簿 \(file) 已损坏：\(part) 第 \(line) 行：\(reason)")
    case .declaresEntities(let file, let part):
      Message(
        "\(file) is not taken: \(part) declares XML entities, which no workbook needs",
        zh: "未载入 \(file)：\(part) 声明了 XML 实体，而工作簿都用不到它们")
    case .unpacksTooLarge(let file, let part, let limit):
      Message(
        "\(file) is not taken: \(part) unpacks to more than \(limit >> 20) MB, over 200 times its packed size",
        zh: "未载入 \(file)：\(part) 解压后超过 \(limit >> 20) MB，是压缩大小的 200 倍以上")
    case .textTooLong(let file, let row, let limit) where limit == SheetRow.longestCell:
      Message(
        "row \(row) of \(file) holds more text than \(limit >> 10) KB, the most that is read of a cell",
        zh: "\(file) 第 \(row) 行的文本超过 \(limit >> 10) KB，即一个单元格最多读取的长度")
    case .textTooLong(let file, let row, let limit):
      Message(
        "row \(row) of \(file) holds more text than \(limit >> 10) KB, the most that is read of a row",
        zh: "\(file) 第 \(row) 行的文本超过 \(limit >> 10) KB，即一行最多读取的长度")
    case .noSheet(let file):
      Message("\(file) has no visible sheet with cells", zh: "\(file) 中没有含数据的可见工作表")
    case .unknownSheet(let name, let file, _, let sheets):
      Message(
        "\(file) has no sheet `\(name)`; its sheets are \(listed(sheets.map { "`\($0)`" }, atMost: 20))",
        zh: "\(file) 中没有工作表 `\(name)`；其中的工作表有：\(listed(sheets.map { "`\($0)`" }, atMost: 20))")
    }
  }

  var hint: Message? {
    switch self {
    case .notWorkbook, .tooOld:
      Message("save it as an Excel workbook (.xlsx) or export it as CSV", zh: "另存为 Excel 工作簿（.xlsx），或者导出为 CSV")
    case .encrypted: Message("open it in Excel, remove the password, and save it", zh: "用 Excel 打开，去掉密码后保存")
    case .damaged, .damagedPart:
      Message(
        "copy or download it again, or open it in Excel and save it anew",
        zh: "重新复制或下载，或者用 Excel 打开后另存")
    case .declaresEntities, .unpacksTooLarge, .textTooLong:
      Message(
        "if you trust it, open it in Excel and export it as CSV",
        zh: "如果信任这个文件，用 Excel 打开并导出为 CSV")
    case .noSheet: Message("is the data on a hidden sheet? name it", zh: "数据在隐藏的工作表中吗？写明它的名称")
    case .unknownSheet(_, _, let nearest, _): nearest.map { didYouMean("`\($0)`") }
    }
  }
}

extension Message {
  static let cutShort = Message("it is cut short", zh: "文件不完整")
  static let wordDocument = Message("a Word document", zh: "Word 文档")
  static let presentation = Message("a PowerPoint presentation", zh: "PowerPoint 演示文稿")
}

public import Quantities

/// Why a workbook cannot be read.
public enum WorkbookProblem: Problem {
  /// `kind` says what the file is instead.
  case notWorkbook(String, kind: String)
  /// Of Excel 95 or before.
  case tooOld(String)
  case encrypted(String)
  case damaged(String, reason: String)
  /// A part is a file inside the workbook, such as `xl/workbook.xml`; its line, where that is known.
  case damagedPart(String, part: String, reason: String, line: Int?)
  case declaresEntities(String, part: String)
  case unpacksTooLarge(String, part: String, limit: Int)
  case textTooLong(String, row: Int, limit: Int)
  case noSheet(String)
  case unknownSheet(String, file: String, nearest: String?, sheets: [String])

  public var code: ErrorCode {
    switch self {
    case .notWorkbook, .tooOld, .encrypted, .damaged, .damagedPart, .declaresEntities: .file
    case .unpacksTooLarge, .textTooLong: .limit
    case .noSheet: .noRows
    case .unknownSheet: .unknownName
    }
  }

  public var message: Message {
    switch self {
    case .notWorkbook(let file, let kind): "\(file) is \(kind), not an Excel workbook"
    case .tooOld(let file): "\(file) is a workbook of Excel 95 or before, which is not read"
    case .encrypted(let file): "\(file) is protected by a password"
    case .damaged(let file, let reason): "\(file) is a damaged workbook: \(reason)"
    case .damagedPart(let file, let part, let reason, let line):
      "\(file) is a damaged workbook: \(part)" + (line.map { ", line \($0)" } ?? "") + ": \(reason)"
    case .declaresEntities(let file, let part):
      "\(file) is not taken: \(part) declares XML entities, which no workbook needs"
    case .unpacksTooLarge(let file, let part, let limit):
      "\(file) is not taken: \(part) unpacks to more than \(limit >> 20) MB, over 200 times its packed size"
    case .textTooLong(let file, let row, let limit):
      "row \(row) of \(file) holds more text than \(limit >> 10) KB, the most that is read of "
        + (limit == SheetRow.longestCell ? "a cell" : "a row")
    case .noSheet(let file): "\(file) has no visible sheet with cells"
    case .unknownSheet(let name, let file, _, let sheets):
      "\(file) has no sheet `\(name)`; its sheets are " + sheets.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
        + (sheets.count > 20 ? " and \(sheets.count - 20) more" : "")
    }
  }

  public var hint: Message? {
    switch self {
    case .notWorkbook, .tooOld: "save it as an Excel workbook (.xlsx) or export it as CSV"
    case .encrypted: "open it in Excel, remove the password, and save it"
    case .damaged, .damagedPart: "copy or download it again, or open it in Excel and save it anew"
    case .declaresEntities, .unpacksTooLarge, .textTooLong: "if you trust it, open it in Excel and export it as CSV"
    case .noSheet: "is the data on a hidden sheet? name it"
    case .unknownSheet(_, _, let nearest, _): nearest.map { "did you mean `\($0)`?" }
    }
  }
}

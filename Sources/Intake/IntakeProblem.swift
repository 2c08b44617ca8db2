public import MemberBook
public import Quantities

/// Why a file cannot be loaded.
public enum IntakeProblem: Problem {
  case notFound(String, nearest: String?)
  case isDirectory(String)
  case notAFile(String)
  case notReadable(String, reason: String)
  case changedWhileRead(String)
  case noTable(String, FileFormat)
  /// `kind` is what the source is, in words.
  case optionNotFor(String, _ kind: String, source: String)
  case empty(String)
  case headerOnly(String)
  case nothingAccepted(String, rows: Int, first: String, kind: QuarantineReason.Kind?)
  case noColumn([String], of: String, file: String, headers: [String])
  case mappedHeaderMissing(String, header: String, nearest: String?, headers: [String])
  case mappedTwice(String, String, header: String)
  case ambiguousHeader(String, header: String)
  case unsupportedEncoding(String, file: String?)
  case unsupportedDelimiter(String)
  case lineTooLong(String)
  case endlessLine(String)
  case tooManyColumns(String)
  case interrupted(String)

  public var code: ErrorCode {
    switch self {
    case .notFound, .isDirectory, .notAFile, .notReadable, .changedWhileRead, .noTable: .file
    case .optionNotFor: .conflict
    case .empty, .headerOnly, .nothingAccepted: .noRows
    case .noColumn, .mappedHeaderMissing, .mappedTwice, .ambiguousHeader: .column
    case .unsupportedEncoding: .encoding
    case .unsupportedDelimiter: .value
    case .lineTooLong, .endlessLine, .tooManyColumns: .limit
    case .interrupted: .interrupted
    }
  }

  public var message: Message {
    switch self {
    case .notFound(let file, _): "there is no file \(file)"
    case .isDirectory(let file): "\(file) is a directory"
    case .notAFile(let file): "\(file) is not a regular file"
    case .notReadable(let file, let reason): "\(file) cannot be read: \(reason)"
    case .changedWhileRead(let file): "\(file) became shorter while it was read"
    case .noTable(let file, let format): "\(file) is \(format.rawValue), which holds no table that can be read"
    case .optionNotFor(let option, let kind, let source): "\(source) is \(kind), to which `\(option)` does not apply"
    case .empty(let file): "\(file) is empty"
    case .headerOnly(let file): "\(file) has a header but no rows"
    case .nothingAccepted(let file, let rows, let first, _):
      "no row of \(file) could be taken: \(rows == 1 ? "its one row was" : "all \(rows) were") set aside; first, \(first)"
    case .noColumn(let roles, _, let file, let headers):
      "\(file) has no \(roles.joined(separator: " or ")) column that can be recognised; its headers are \(listed(headers))"
    case .mappedHeaderMissing("ignore", let header, _, let headers):
      "there is no column `\(header)` to ignore; the headers are \(listed(headers))"
    case .mappedHeaderMissing(let column, let header, _, let headers):
      "there is no column `\(header)` to serve as \(column); the headers are \(listed(headers))"
    case .mappedTwice(let one, let other, let header):
      "the column `\(header)` cannot be both \(one) and \(other)"
    case .ambiguousHeader(let column, let header):
      "two columns are called `\(header)`, so which of them is \(column) is not clear"
    case .unsupportedEncoding(let name, nil): "the encoding `\(name)` is not one that can be read"
    case .unsupportedEncoding(let name, let file?): "\(file) seems to be \(name) text, which is not read yet"
    case .unsupportedDelimiter(let text): "`\(text)` is not a delimiter"
    case .endlessLine(let file): "a line of \(file) is longer than 128 MB; that is no row of a table"
    case .lineTooLong(let file):
      "the first line of \(file) is longer than \(OpenedTable.longestFirstLine >> 20) MB; it is no table"
    case .tooManyColumns(let file):
      "\(file) has rows of more than \(TableLimit.columns) fields at its start; it is no table that can be read"
    case .interrupted(let file): "loading \(file) was interrupted; nothing was changed"
    }
  }

  public var hint: Message? {
    switch self {
    case .notFound(_, let nearest): nearest.map { "did you mean \($0)?" }
    case .noColumn(["kind"], _, _, _):
      "say which it is, or what every row is: load actions from … { kind = HEADER } or { every_row = NAME }"
    case .noColumn(let roles, let subject, _, _):
      "say which it is: load \(subject) from … { \(roles.first ?? "") = HEADER }"
    case .mappedHeaderMissing(_, _, let nearest, _): nearest.map { "did you mean \($0)?" }
    case .ambiguousHeader: "rename one of them in the file, or map another column"
    case .unsupportedEncoding(_, let file):
      (file == nil ? "" : "if that is wrong, state it: encoding = NAME; ")
        + "what can be read: " + TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")
    case .noTable: "export it as CSV or a workbook and load that"
    case .optionNotFor(let option, _, _): "leave `\(option)` out"
    case .unsupportedDelimiter: "it is one of , ; | tab"
    case .lineTooLong, .endlessLine, .tooManyColumns:
      "export it again: a header and a row for each line of a receipt are expected"
    case .nothingAccepted(_, _, _, .dateUnclear): "say the order of the dates in the block: dates = dmy or dates = mdy"
    case .nothingAccepted(_, _, _, .unclosedQuote): "mend the quote; it swallows what follows"
    case .nothingAccepted(_, _, _, .wrongFieldCount): "is the right delimiter used? `delimiter = \";\"` states it"
    case .nothingAccepted: "is the right column mapped to each role?"
    case .empty, .headerOnly: "export it again: a header and a row for each line of a receipt are expected"
    case .mappedTwice: "only `date` and `time` may share a column"
    case .isDirectory: "name a file in it"
    case .changedWhileRead: "load it again when nothing writes to it any more"
    case .notAFile, .notReadable, .interrupted: nil
    }
  }
}

/// The first headers of a file or tables of a database, for a message.
func listed(_ headers: [String]) -> String {
  let shown = headers.prefix(12).map { shortened($0) }.joined(separator: ", ")
  return headers.count > 12 ? shown + " and \(headers.count - 12) more" : shown
}

private func shortened(_ header: String) -> String {
  let shown = header.prefix(24)
  return shown.endIndex == header.endIndex ? "`\(header)`" : "`\(shown)…`"
}

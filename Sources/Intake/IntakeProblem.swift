import MemberBook
import Messages
import Quantities

/// Why a file cannot be loaded.
enum IntakeProblem: Problem {
  case notFound(String, nearest: String?)
  case isDirectory(String)
  case notAFile(String)
  case notReadable(String, reason: Message)
  case changedWhileRead(String)
  case noTable(String, FileFormat)
  /// `kind` is what the source is.
  case optionNotFor(String, _ kind: Message, source: String)
  case empty(String)
  case headerOnly(String)
  /// `first` is the first row with its reason.
  case nothingAccepted(String, rows: Int, first: Message, kind: QuarantineReason.Kind?)
  case noColumn([String], of: String, file: String, headers: [String])
  case mappedHeaderMissing(String, header: String, nearest: String?, headers: [String])
  case mappedTwice(String, String, header: String)
  case ambiguousHeader(String, header: String)
  case unsupportedEncoding(String, file: String?)
  case unknownEncoding(String)
  case unsupportedDelimiter(String)
  case lineTooLong(String)
  case endlessLine(String)
  case tooManyColumns(String)
  case interrupted(String)
  /// Amounts such as `example` that a point or a comma as decimal mark reads differently, and what all come to by each.
  case decimalUnclear(String, file: String, point: Int64, comma: Int64)
  /// A column named as a price of one piece that was to be the amount.
  case unitPriceAsAmount(String, quantity: String, rows: Int, asAmount: Int64, timesQuantity: Int64)
  /// Amounts in several currencies, and none that the session is in.
  case currencies([(name: String, rows: Int, amount: Int64)])

  var code: ErrorCode {
    switch self {
    case .notFound, .isDirectory, .notAFile, .notReadable, .changedWhileRead, .noTable: .file
    case .optionNotFor: .conflict
    case .empty, .headerOnly, .nothingAccepted: .noRows
    case .noColumn, .mappedHeaderMissing, .mappedTwice, .ambiguousHeader: .column
    case .unsupportedEncoding, .unknownEncoding: .encoding
    case .unsupportedDelimiter: .value
    case .lineTooLong, .endlessLine, .tooManyColumns: .limit
    case .interrupted: .interrupted
    case .decimalUnclear, .currencies: .value
    case .unitPriceAsAmount: .column
    }
  }

  var message: Message {
    switch self {
    case .notFound(let file, _): Message("there is no file \(file)", zh: "找不到文件 \(file)")
    case .isDirectory(let file): Message("\(file) is a directory", zh: "\(file) 是文件夹")
    case .notAFile(let file): Message("\(file) is not a regular file", zh: "\(file) 不是普通文件")
    case .notReadable(let file, let reason):
      Message("\(file) cannot be read: \(reason)", zh: "无法读取 \(file)：\(reason)")
    case .changedWhileRead(let file):
      Message("\(file) became shorter while it was read", zh: "\(file) 在读取过程中变短了")
    case .noTable(let file, let format):
      Message(
        "\(file) is \(format.title), which holds no table that can be read",
        zh: "\(file)（\(format.title)）中没有可以读取的表格")
    case .optionNotFor(let option, let kind, let source):
      Message("\(source) is \(kind), to which `\(option)` does not apply", zh: "`\(option)` 不适用于 \(source)（\(kind)）")
    case .empty(let file): Message("\(file) is empty", zh: "\(file) 中没有内容")
    case .headerOnly(let file): Message("\(file) has a header but no rows", zh: "\(file) 只有表头，没有数据行")
    case .nothingAccepted(let file, 1, let first, _):
      Message(
        "no row of \(file) could be taken: its one row was set aside; first, \(first)",
        zh: "\(file) 没有可用的行：唯一的一行已被搁置；首先是\(first)")
    case .nothingAccepted(let file, let rows, let first, _):
      Message(
        "no row of \(file) could be taken: all \(rows) were set aside; first, \(first)",
        zh: "\(file) 没有可用的行：\(rows) 行全部被搁置；首先是\(first)")
    case .noColumn(let roles, _, let file, let headers):
      Message(
        "\(file) has no \(roles.joined(separator: " or ")) column that can be recognised; its headers are "
          + "\(listed(headers))",
        zh: "\(file) 中没有能识别为 \(either(roles)) 的列；表头有：\(listed(headers))")
    case .mappedHeaderMissing("ignore", let header, _, let headers):
      Message(
        "there is no column `\(header)` to ignore; the headers are \(listed(headers))",
        zh: "没有可忽略的列 `\(header)`；表头有：\(listed(headers))")
    case .mappedHeaderMissing(let column, let header, _, let headers):
      Message(
        "there is no column `\(header)` to serve as \(column); the headers are \(listed(headers))",
        zh: "没有可用作 `\(column)` 的列 `\(header)`；表头有：\(listed(headers))")
    case .mappedTwice(let one, let other, let header):
      Message(
        "the column `\(header)` cannot be both \(one) and \(other)",
        zh: "列 `\(header)` 不能既是 `\(one)` 又是 `\(other)`")
    case .ambiguousHeader(let column, let header):
      Message(
        "two columns are called `\(header)`, so which of them is \(column) is not clear",
        zh: "有两列都叫 `\(header)`，无法确定哪一列是 `\(column)`")
    case .unsupportedEncoding(let name, nil):
      Message("the encoding `\(name)` is not one that can be read", zh: "不支持编码 `\(name)`")
    case .unsupportedEncoding(let name, let file?):
      Message("\(file) seems to be \(name) text, which is not read yet", zh: "\(file) 似乎是 \(name) 文本，目前还不能读取")
    case .unknownEncoding(let file):
      Message("\(file) seems to be unknown text, which is not read yet", zh: "无法识别 \(file) 的编码，目前还不能读取")
    case .unsupportedDelimiter(let text): Message("`\(text)` is not a delimiter", zh: "`\(text)` 不是分隔符")
    case .endlessLine(let file):
      Message(
        "a line of \(file) is longer than 128 MB; that is no row of a table",
        zh: "\(file) 中有一行超过 128 MB，不会是表格中的行")
    case .lineTooLong(let file):
      Message(
        "the first line of \(file) is longer than \(OpenedTable.longestFirstLine >> 20) MB; it is no table",
        zh: "\(file) 的第一行超过 \(OpenedTable.longestFirstLine >> 20) MB，不是表格")
    case .tooManyColumns(let file):
      Message(
        "\(file) has rows of more than \(TableLimit.columns) fields at its start; it is no table that can be read",
        zh: "\(file) 开头的行超过 \(TableLimit.columns) 个字段，不是可以读取的表格")
    case .decimalUnclear(let example, let file, let point, let comma):
      Message(
        "amounts such as `\(example)` in \(file) have two meanings: with a decimal point all come to \(money(point)), "
          + "with a decimal comma to \(money(comma))",
        zh: "\(file) 中 `\(example)` 这样的金额有两种读法：小数点为“.”时合计 \(money(point))，小数点为“,”时合计 \(money(comma))")
    case .unitPriceAsAmount(let header, let quantity, let rows, let asAmount, let timesQuantity):
      Message(
        "`\(header)` is the price of one piece, and in \(grouped(Int64(rows))) rows `\(quantity)` is not 1: as the "
          + "amount it comes to \(money(asAmount)), times the quantity to \(money(timesQuantity))",
        zh: "`\(header)` 是单价，而有 \(grouped(Int64(rows))) 行的 `\(quantity)` 不是 1：直接当作金额合计 \(money(asAmount))，"
          + "乘以数量合计 \(money(timesQuantity))")
    case .currencies(let sums):
      Message(
        "amounts are in several currencies: \(listed(sums))", zh: "金额有几种货币：\(listed(sums))")
    case .interrupted(let file):
      Message("loading \(file) was interrupted; nothing was changed", zh: "载入 \(file) 已中断，没有任何改动")
    }
  }

  var hint: Message? {
    switch self {
    case .notFound(_, let nearest), .mappedHeaderMissing(_, _, let nearest, _): nearest.map(didYouMean)
    case .noColumn(["kind"], _, _, _):
      Message(
        "say which it is, or what every row is: load actions from … { kind = HEADER } or { every_row = NAME }",
        zh: "指明是哪一列，或者每一行是什么：load actions from … { kind = 表头 } 或 { every_row = 名称 }")
    case .noColumn(let roles, let subject, _, _):
      Message(
        "say which it is: load \(subject) from … { \(roles.first ?? "") = HEADER }",
        zh: "指明是哪一列：load \(subject) from … { \(roles.first ?? "") = HEADER }")
    case .ambiguousHeader:
      Message("rename one of them in the file, or map another column", zh: "在文件中把其中一列改名，或者映射另一列")
    case .unsupportedEncoding(_, nil):
      Message("what can be read: \(TextEncoding.names)", zh: "能读取的编码：\(TextEncoding.names)")
    case .unsupportedEncoding, .unknownEncoding:
      Message(
        "if that is wrong, state it: encoding = NAME; what can be read: \(TextEncoding.names)",
        zh: "如果不对，就写明编码：encoding = 名称；能读取的编码：\(TextEncoding.names)")
    case .decimalUnclear:
      Message(
        "say which it is in the block: decimal = \".\" or decimal = \",\"",
        zh: "在块中写明：decimal = \".\" 或 decimal = \",\"")
    case .unitPriceAsAmount(let header, let quantity, _, _, _):
      Message(
        "say how the amount is made: amount = \(spelling(quantity)) * \(spelling(header))",
        zh: "写明金额怎么算：amount = \(spelling(quantity)) * \(spelling(header))")
    case .currencies:
      Message(
        "`set currency = ¥` says which one counts; rows in another are then set aside",
        zh: "用 `set currency = ¥` 写明以哪种为准；其他币种的行会搁置")
    case .noTable: Message("export it as CSV or a workbook and load that", zh: "导出为 CSV 或工作簿，再载入")
    case .optionNotFor(let option, _, _): Message("leave `\(option)` out", zh: "去掉 `\(option)`")
    case .unsupportedDelimiter: Message("it is one of , ; | tab", zh: "可以是 , ; | tab 之一")
    case .lineTooLong, .endlessLine, .tooManyColumns, .empty, .headerOnly:
      Message(
        "export it again: a header and a row for each line of a receipt are expected",
        zh: "重新导出：应有表头，且小票的每条明细占一行")
    case .nothingAccepted(_, _, _, .dateUnclear):
      Message(
        "say the order of the dates in the block: dates = dmy or dates = mdy",
        zh: "在块中写明日期的顺序：dates = dmy 或 dates = mdy")
    case .nothingAccepted(_, _, _, .unclosedQuote):
      Message("mend the quote; it swallows what follows", zh: "修正引号；它把后面的内容都吞掉了")
    case .nothingAccepted(_, _, _, .wrongFieldCount):
      Message("is the right delimiter used? `delimiter = \";\"` states it", zh: "分隔符对吗？可以写明 `delimiter = \";\"`")
    case .nothingAccepted: Message("is the right column mapped to each role?", zh: "每一项映射的列都对吗？")
    case .mappedTwice: Message("only `date` and `time` may share a column", zh: "只有 `date` 和 `time` 可以共用一列")
    case .isDirectory: Message("name a file in it", zh: "写明其中的文件")
    case .changedWhileRead:
      Message("load it again when nothing writes to it any more", zh: "等没有程序再写入它时，重新载入")
    case .notAFile, .notReadable, .interrupted: nil
    }
  }
}

/// An amount in minor units, without its currency.
private func money(_ minor: Int64) -> String { Money(minor: minor).text(in: nil) }

/// Currencies with what their amounts come to and how many there are.
private func listed(_ sums: [(name: String, rows: Int, amount: Int64)]) -> Message {
  Message.list(sums.map { "\($0.name) \(money($0.amount)) (\($0.rows))" })
}

/// A header as the language reads it: in quotes where it is more than letters and digits.
private func spelling(_ header: String) -> String {
  header.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && header.first?.isLetter == true
    ? header : "\"\(header)\""
}

/// The nearest name, found already, as a question.
func didYouMean(_ nearest: String) -> Message { Message("did you mean \(nearest)?", zh: "是不是 \(nearest)？") }

/// The first headers of a file or tables of a database, for a message.
func listed(_ headers: [String]) -> Message { listed(headers.map(shortened), atMost: 12) }

/// The first of `names`, and how many more there are.
func listed(_ names: [String], atMost limit: Int) -> Message {
  let shown = Message.list(names.prefix(limit))
  let others = names.count - limit
  return others > 0 ? Message("\(shown) and \(others) more", zh: "\(shown)，另有 \(others) 个") : shown
}

private func shortened(_ header: String) -> String {
  let shown = header.prefix(24)
  return shown.endIndex == header.endIndex ? "`\(header)`" : "`\(shown)…`"
}

/// Roles as they are written in a block, where one of them would do.
private func either(_ roles: [String]) -> Message {
  let names = roles.map { Message(verbatim: "`\($0)`") }
  return names.dropFirst().reduce(names.first ?? .empty) { Message("\($0) or \($1)", zh: "\($0) 或 \($1)") }
}

extension TextEncoding {
  fileprivate static var names: Message { Message.list(allCases.map(\.rawValue)) }
}

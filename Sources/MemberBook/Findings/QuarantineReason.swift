public import Messages
public import Quantities

/// Why a row was set aside. Cells are quoted as they stood in the input.
public enum QuarantineReason: Sendable, Equatable {
  case dateMissing
  case dateUnreadable(String)
  case dateUnclear(String)
  case dateDoesNotExist(String)
  case dateAfterToday(Day, today: Day)
  case dateBefore1900(Day)
  case dateBeyondCalendar(Day)
  case datesConflict(String, String)
  case timeUnreadable(String)
  case amountMissing
  case amountUnreadable(String)
  case tooManyDecimals(String)
  case amountBeyondBound(String)
  case wrongFieldCount(found: Int, expected: Int)
  case titleRow
  case totalRow(String)
  case repeatedHeader
  case undecodable
  case unclosedQuote
  case textAfterQuote
  /// A cell of a workbook whose value stands in `row`, above.
  case mergedCell(row: Int)
  /// A cell of a workbook with a formula that no program has worked out.
  case unworkedFormula
  case walkIn
  case memberMissing
  case memberTwice(line: Int)
  case pointsUnreadable(String)
  case actionMissing
  case tooManyActionNames
  /// Of points given to another member: whom they go to, that this is the giver, how many they are.
  case receiverMissing
  case transferToOneself
  case pointsMissing
  /// An id or number of which a spreadsheet program has cut the digits.
  case idCut(String)
  /// An amount in another currency than the session's.
  case otherCurrency(String, session: String)
  /// A row that the user's own condition leaves out.
  case leftOut

  /// The reason without its facts, for counting. The raw value is its name for programs.
  public enum Kind: String, CaseIterable, Sendable {
    case dateMissing = "no date"
    case dateUnreadable = "date not readable"
    case dateUnclear = "date unclear"
    case dateDoesNotExist = "date does not exist"
    case dateAfterToday = "date after today"
    case dateBefore1900 = "date before 1900"
    case dateBeyondCalendar = "date after 2079"
    case datesConflict = "date and time disagree"
    case timeUnreadable = "time not readable"
    case amountMissing = "no amount"
    case amountUnreadable = "amount not readable"
    case tooManyDecimals = "more than two decimals"
    case amountBeyondBound = "amount too large"
    case wrongFieldCount = "wrong number of fields"
    case titleRow = "title row"
    case totalRow = "total row"
    case repeatedHeader = "repeated header"
    case undecodable = "undecodable bytes"
    case unclosedQuote = "unclosed quote"
    case textAfterQuote = "text after a closing quote"
    case mergedCell = "merged cell"
    case unworkedFormula = "formula without a value"
    case walkIn = "no member"
    case memberMissing = "no member id"
    case memberTwice = "member there before"
    case pointsUnreadable = "points not readable"
    case actionMissing = "no action"
    case tooManyActionNames = "too many action names"
    case receiverMissing = "no receiving member"
    case transferToOneself = "transfer to oneself"
    case pointsMissing = "no points"
    case idCut = "number cut by a spreadsheet"
    case otherCurrency = "other currency"
    case leftOut = "left out by where"
  }

  /// The reason without what was found in the cell.
  public var kind: Kind {
    switch self {
    case .dateMissing: .dateMissing
    case .dateUnreadable: .dateUnreadable
    case .dateUnclear: .dateUnclear
    case .dateDoesNotExist: .dateDoesNotExist
    case .dateAfterToday: .dateAfterToday
    case .dateBefore1900: .dateBefore1900
    case .dateBeyondCalendar: .dateBeyondCalendar
    case .datesConflict: .datesConflict
    case .timeUnreadable: .timeUnreadable
    case .amountMissing: .amountMissing
    case .amountUnreadable: .amountUnreadable
    case .tooManyDecimals: .tooManyDecimals
    case .amountBeyondBound: .amountBeyondBound
    case .wrongFieldCount: .wrongFieldCount
    case .titleRow: .titleRow
    case .totalRow: .totalRow
    case .repeatedHeader: .repeatedHeader
    case .undecodable: .undecodable
    case .unclosedQuote: .unclosedQuote
    case .textAfterQuote: .textAfterQuote
    case .mergedCell: .mergedCell
    case .unworkedFormula: .unworkedFormula
    case .walkIn: .walkIn
    case .memberMissing: .memberMissing
    case .memberTwice: .memberTwice
    case .pointsUnreadable: .pointsUnreadable
    case .actionMissing: .actionMissing
    case .tooManyActionNames: .tooManyActionNames
    case .receiverMissing: .receiverMissing
    case .transferToOneself: .transferToOneself
    case .pointsMissing: .pointsMissing
    case .idCut: .idCut
    case .otherCurrency: .otherCurrency
    case .leftOut: .leftOut
    }
  }

  /// One line, lower case, without a full stop.
  public var message: Message {
    switch self {
    case .dateMissing: Message("the date is blank", zh: "日期为空")
    case .dateUnreadable(let text): Message("\(quoted(text)) is not a date", zh: "\(quoted(text)) 不是日期")
    case .dateUnclear(let text):
      Message(
        "\(quoted(text)) does not tell the day from the month, or the century; `dates = dmy` or `dates = mdy` says it",
        zh: "\(quoted(text)) 分不清日和月，或者不知是哪个世纪；用 `dates = dmy` 或 `dates = mdy` 写明")
    case .dateDoesNotExist(let text): Message("the calendar has no \(quoted(text))", zh: "日历上没有 \(quoted(text))")
    case .dateAfterToday(let day, let today):
      Message("\(day) lies after today, \(today)", zh: "\(day) 在今天（\(today)）之后")
    case .dateBefore1900(let day): Message("\(day) lies before 1900", zh: "\(day) 早于 1900 年")
    case .dateBeyondCalendar(let day):
      Message(
        "\(day) lies after 2079-06-06, the last day that a book can hold",
        zh: "\(day) 晚于 2079-06-06，即能容纳的最后一天")
    case .datesConflict(let date, let time):
      Message("the date says \(quoted(date)), the time \(quoted(time))", zh: "日期是 \(quoted(date))，时间却是 \(quoted(time))")
    case .timeUnreadable(let text): Message("\(quoted(text)) is not a time of day", zh: "\(quoted(text)) 不是时间")
    case .amountMissing: Message("the amount is blank", zh: "金额为空")
    case .amountUnreadable(let text): Message("\(quoted(text)) is not an amount", zh: "\(quoted(text)) 不是金额")
    case .tooManyDecimals(let text):
      Message("\(quoted(text)) has more than two decimals", zh: "\(quoted(text)) 的小数超过两位")
    case .amountBeyondBound(let text):
      Message(
        "\(quoted(text)) is beyond the bound of 1,000,000,000,000.00",
        zh: "\(quoted(text)) 超出上限 1,000,000,000,000.00")
    case .wrongFieldCount(let found, let expected):
      Message("\(found) fields where the header has \(expected)", zh: "有 \(found) 个字段，而表头有 \(expected) 个")
    case .titleRow: Message("a title above the header", zh: "表头上方的标题")
    case .totalRow(let word): Message("a total, marked \(quoted(word))", zh: "合计，标有 \(quoted(word))")
    case .repeatedHeader: Message("the header again", zh: "表头再次出现")
    case .undecodable: Message("bytes that are no text in the file's encoding", zh: "字节不是文件编码中的文本")
    case .unclosedQuote: Message("a quote that is opened here is never closed", zh: "此处开始的引号一直没有结束")
    case .textAfterQuote: Message("text follows a closing quote", zh: "引号结束后还有文本")
    case .memberMissing: Message("the member's id is blank", zh: "会员编号为空")
    case .memberTwice(let line):
      Message("the member stands in line \(line) already, with other facts", zh: "该会员已出现在第 \(line) 行，资料不同")
    case .pointsUnreadable(let text):
      Message("\(quoted(text)) is not a number of whole points from 0", zh: "\(quoted(text)) 不是从 0 起的整数积分")
    case .actionMissing: Message("what was done is not said", zh: "没有写明是什么行为")
    case .tooManyActionNames:
      Message(
        "there are more than 65,535 names of actions; is the right column mapped to `kind`?",
        zh: "行为名称超过 65,535 个；`kind` 映射的列对吗？")
    case .receiverMissing:
      Message("a transfer that does not say which member gets the points", zh: "转赠没有写明受赠的会员")
    case .transferToOneself: Message("a transfer to the member who gives", zh: "转赠给了自己")
    case .pointsMissing: Message("a transfer of no points", zh: "转赠没有写明积分")
    case .idCut(let text):
      Message(
        "a spreadsheet program has cut the digits of \(quoted(text)), so that several may have become one; export the "
          + "column as text",
        zh: "电子表格程序截掉了 \(quoted(text)) 的位数，几个编号可能变成了一个；请把该列按文本导出")
    case .otherCurrency(let text, let session):
      Message(
        "\(quoted(text)) is in another currency than the session's, \(session)",
        zh: "\(quoted(text)) 的币种与本次会话的 \(session) 不同")
    case .leftOut: Message("the condition in `where` leaves it out", zh: "不符合 `where` 中的条件")
    case .mergedCell(let row):
      Message(
        "the cell is merged with the one in row \(row); unmerge it and fill it down",
        zh: "该单元格与第 \(row) 行的合并；取消合并并向下填充")
    case .unworkedFormula:
      Message(
        "a formula that was never worked out; open the workbook in a spreadsheet program and save it",
        zh: "公式从未计算过；用电子表格程序打开工作簿并保存")
    case .walkIn: Message("no member, and `walk_in = quarantine` is set", zh: "没有会员，而设置了 `walk_in = quarantine`")
    }
  }
}

extension QuarantineReason.Kind {
  /// For people; the raw value is its English.
  public var title: Message {
    switch self {
    case .dateMissing: titled(zh: "没有日期")
    case .dateUnreadable: titled(zh: "日期无法识别")
    case .dateUnclear: titled(zh: "日期有歧义")
    case .dateDoesNotExist: titled(zh: "日期不存在")
    case .dateAfterToday: titled(zh: "日期在今天之后")
    case .dateBefore1900: titled(zh: "日期早于 1900 年")
    case .dateBeyondCalendar: titled(zh: "日期晚于 2079 年")
    case .datesConflict: titled(zh: "日期与时间不一致")
    case .timeUnreadable: titled(zh: "时间无法识别")
    case .amountMissing: titled(zh: "没有金额")
    case .amountUnreadable: titled(zh: "金额无法识别")
    case .tooManyDecimals: titled(zh: "小数超过两位")
    case .amountBeyondBound: titled(zh: "金额过大")
    case .wrongFieldCount: titled(zh: "字段数不对")
    case .titleRow: titled(zh: "标题行")
    case .totalRow: titled(zh: "合计行")
    case .repeatedHeader: titled(zh: "重复的表头")
    case .undecodable: titled(zh: "字节无法解码")
    case .unclosedQuote: titled(zh: "引号未结束")
    case .textAfterQuote: titled(zh: "引号结束后还有文本")
    case .mergedCell: titled(zh: "合并单元格")
    case .unworkedFormula: titled(zh: "公式没有值")
    case .walkIn: titled(zh: "没有会员")
    case .memberMissing: titled(zh: "没有会员编号")
    case .memberTwice: titled(zh: "会员已出现过")
    case .pointsUnreadable: titled(zh: "积分无法识别")
    case .actionMissing: titled(zh: "没有行为")
    case .tooManyActionNames: titled(zh: "行为名称过多")
    case .receiverMissing: titled(zh: "没有受赠会员")
    case .transferToOneself: titled(zh: "转赠给自己")
    case .pointsMissing: titled(zh: "没有积分")
    case .idCut: titled(zh: "编号被电子表格截断")
    case .otherCurrency: titled(zh: "其他币种")
    case .leftOut: titled(zh: "不符合 where 条件")
    }
  }

  private func titled(zh chinese: Wording) -> Message { Message(Wording(stringLiteral: rawValue), zh: chinese) }
}

/// A cell of the input in a message, cut where it is long.
private func quoted(_ cell: String) -> String {
  let shown = cell.prefix(40)
  return shown.endIndex == cell.endIndex ? "`\(cell)`" : "`\(shown)…`"
}

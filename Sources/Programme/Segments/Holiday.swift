public import Messages
public import PlanLanguage
public import Quantities

/// A holiday and its days in each year.
public struct Holiday: Declared {
  /// How the plan calls it.
  public var name: String
  /// Its days, one or a range a year: 2025-10-06, 2026-09-25; a day of the year without a year is every year's.
  public var days: [HolidayDate] = []

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Holiday>(
    "holiday", zh: "节日",
    Message("A holiday and its days, for what members buy on it and before it", zh: "节日及其日期，用于查看会员节日和节前的购买"),
    fields: [
      Field(
        "days", \.days,
        Message(
          "Its days, one or a range a year: 2025-10-06, 2026-09-25; a day of the year without a year is every year's",
          zh: "日期，每年一天或一段：2025-10-06, 2026-09-25；不写年份则每年都是"))
    ],
    primary: "days",
    example: """
      holiday 中秋 = 2024-09-17, 2025-10-06
      """,
    check: { holiday in
      guard holiday.days.isEmpty else { return nil }
      return Inconsistency(
        DefinitionProblem.missing(Message(verbatim: "days"), of: holiday.title, example: "days = 2026-09-25"), at: [])
    })

  /// Its ranges of days that begin within `days`, a year more on either side.
  public func ranges(around range: DayRange) -> [DayRange] {
    let years = range.first.components.year - 1...range.last.components.year + 1
    return days.flatMap { date -> [DayRange] in
      switch date {
      case .days(let days): [days]
      case .everyYear(let day):
        years.compactMap { Day(year: $0, month: day.month, day: day.day).map { DayRange($0) } }
      }
    }
  }
}

/// When a holiday is.
public enum HolidayDate: Hashable, Phrased {
  case days(DayRange)
  /// 29 February only in leap years.
  case everyYear(YearDay)

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "a day such as 2026-09-25, a range of days, or a day of every year such as 12-25",
      zh: "日期，如 2026-09-25；一段日期；或每年的某天，如 12-25")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    switch reader.next?.kind {
    case .monthDay: self = .everyYear(try YearDay(from: &reader))
    case .word, .text, .time, .mark, nil: throw reader.unexpected(HolidayDate.form)
    case .number, .day, .month, .quarter, .reference, .newline: self = .days(try DayRange(from: &reader))
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .days(let range): range.text(in: notation)
    case .everyYear(let day): day.text(in: notation)
    }
  }
}

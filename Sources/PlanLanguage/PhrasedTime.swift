public import Messages
public import Quantities

extension CalendarDuration: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a duration such as 12mo or 30d", zh: "时长，如 12mo 或 30d") }
  /// What Tab offers.
  public static var candidates: [String] { ["30d", "90d", "12mo"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    reader.hint(CalendarDuration.candidates.map { .words($0) })
    let number = try reader.number(CalendarDuration.form, bare: false) { unit in
      [.days, .weeks, .months, .years].contains(unit)
    }
    // 200 years and more would leave the calendar that data can be in.
    guard number.value.denominator == 1, number.value > .zero, number.value.numerator <= 73_000 else {
      throw reader.problem(
        ReadingProblem.outOfBounds(
          number.text, must: Message("a whole number of at least 1 and at most 200 years", zh: "1 到 200 年之间的整数")),
        from: start
      )
    }
    let count = Int(number.value.numerator)
    let duration: CalendarDuration =
      switch number.unit {
      case .weeks: .days(count * 7)
      case .months: .months(count)
      case .years: .months(count * 12)
      default: .days(count)
      }
    guard duration.roughDays <= 73_000 else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("at most 200 years", zh: "最多 200 年")), from: start)
    }
    self = duration
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { description }
}

extension Day: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a date such as 2026-11-01", zh: "日期，如 2026-11-01") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    guard case .day(let day)? = reader.next?.kind else { throw reader.unexpected(Day.form) }
    reader.advance()
    self = day
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { description }
}

extension TimeOfDay: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a time such as 14:00", zh: "时间，如 14:00") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    guard case .time(let time)? = reader.next?.kind else { throw reader.unexpected(TimeOfDay.form) }
    reader.advance()
    self = time
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { description }
}

extension DayRange: Phrased {
  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message(
      "a range of days such as 2026-01-01..2026-06-30, 2026-Q1 or 2026",
      zh: "日期区间，如 2026-01-01..2026-06-30、2026-Q1 或 2026")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    let opening = try DayRange(unit: &reader)
    guard reader.accept(.range) else {
      self = opening
      return
    }
    let closing = try DayRange(unit: &reader)
    guard let range = DayRange(opening.first, closing.last) else {
      throw reader.problem(ReadingProblem.reversedRange("\(opening.first)..\(closing.last)"), from: start)
    }
    self = range
  }

  /// A day, month, quarter or year on its own.
  fileprivate init(unit reader: inout PhraseReader) throws(Diagnostic) {
    let range: DayRange? =
      switch reader.next?.kind {
      case .day(let day): DayRange(day)
      case .month(let year, let month): DayRange(year: year, month: month)
      case .quarter(let year, let quarter): DayRange(year: year, quarter: quarter)
      case .reference where reader.isAsking: DayRange(year: 2000)
      case .number(let number) where number.unit == nil && number.value.denominator == 1:
        Int(exactly: number.value.numerator).flatMap { (1900...2999).contains($0) ? DayRange(year: $0) : nil }
      default: nil
      }
    guard let range else { throw reader.unexpected(DayRange.form) }
    reader.advance()
    self = range
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { first == last ? "\(first)" : description }
}

/// The days that a question is asked about: named outright, or seen from the as-of date.
public enum Horizon: Phrased {
  case days(DayRange)
  /// `a..`, to the as-of date.
  case from(Day)
  /// `..b`, from the first day in the data.
  case until(Day)
  case last(CalendarDuration)
  case next(CalendarDuration)
  /// From the first purchase to the as-of date.
  case history

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("a range: a..b, last 12mo, next 12mo or history", zh: "时间区间，如 a..b、last 12mo、next 12mo 或 history")
  }
  /// What Tab offers.
  public static var candidates: [String] { ["last", "history"] }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    if reader.accept(word: "last") {
      self = .last(try CalendarDuration(from: &reader))
    } else if reader.accept(word: "next") {
      self = .next(try CalendarDuration(from: &reader))
    } else if reader.accept(word: "history") {
      self = .history
    } else if reader.accept(.range) {
      self = .until(try DayRange(unit: &reader).last)
    } else if case .mark(.range)? = reader.afterNext?.kind, !reader.endsWithValue {
      self = .from(try DayRange(unit: &reader).first)
      reader.advance()
    } else {
      self = .days(try DayRange(from: &reader))
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .days(let range): range.text(in: notation)
    case .from(let day): "\(day).."
    case .until(let day): "..\(day)"
    case .last(let duration): "last \(duration)"
    case .next(let duration): "next \(duration)"
    case .history: "history"
    }
  }
}

public import Messages
public import PlanLanguage
public import Quantities

/// A day of the month: 1...31, or the last.
public enum MonthDayNumber: Hashable, Phrased {
  case day(Int)
  case last

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a day of the month, 1 to 31, or last", zh: "每月的某一天，1 到 31，或 last") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    // The number is an example: alone, `last` would look like all there is.
    reader.hint(.words("8"))
    if reader.accept(word: "last") {
      self = .last
      return
    }
    let start = reader.here
    let number = try reader.number(Self.form) { _ in false }
    guard number.value.denominator == 1, (1...31).contains(number.value.numerator) else {
      throw reader.problem(
        ReadingProblem.outOfBounds(number.text, must: Message("1 to 31, or last", zh: "1 到 31，或 last")), from: start)
    }
    self = .day(Int(number.value.numerator))
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .day(let number): String(number)
    case .last: "last"
    }
  }
}

/// Hours of a day, `from` inclusive, `until` exclusive.
public struct TimeSlot: Hashable, Phrased {
  /// The first moment in it.
  public var from: TimeOfDay
  /// The first moment after it.
  public var until: TimeOfDay

  /// Nil unless `from` lies before `until`.
  public init?(from: TimeOfDay, until: TimeOfDay) {
    guard from < until else { return nil }
    self.from = from
    self.until = until
  }

  /// What may be written, in words, for help and errors.
  public static var form: Message {
    Message("a slot such as 14:00..17:00, its end excluded", zh: "时段，如 14:00..17:00，不含结束时刻")
  }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    let start = reader.here
    from = try TimeOfDay(from: &reader)
    try reader.expect(.range)
    until = try TimeOfDay(from: &reader)
    guard from < until else {
      throw reader.problem(ReadingProblem.reversedRange("\(from)..\(until)"), from: start)
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { "\(from)..\(until)" }
}

/// A day of every year.
public struct YearDay: Hashable, Comparable, Phrased {
  /// 1...12.
  public var month: Int
  /// 1...31.
  public var day: Int

  /// By the calendar.
  public static func < (one: YearDay, other: YearDay) -> Bool { (one.month, one.day) < (other.month, other.day) }

  /// What may be written, in words, for help and errors.
  public static var form: Message { Message("a day of the year such as 12-01", zh: "一年中的某一天，如 12-01") }

  /// Reads what `form` says.
  /// - Throws: what is wrong, at what stands there instead.
  public init(from reader: inout PhraseReader) throws(Diagnostic) {
    guard case .monthDay(let month, let day)? = reader.next?.kind else { throw reader.unexpected(Self.form) }
    reader.advance()
    self.month = month
    self.day = day
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String { Token.Kind.monthDay(month: month, day: day).text }
}

extension YearDay {
  /// A day that every year or some have.
  public init(month: Int, day: Int) {
    self.month = month
    self.day = day
  }
}

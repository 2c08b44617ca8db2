import MemberBook
import Quantities

/// What a cell that should be a date says. Nothing is guessed: 03/04/2025 is unclear unless a style is given.
enum DateReading: Equatable {
  /// A day, and the second of the day where the cell carries a time.
  case moment(Day, second: Int32?)
  case blank
  case unreadable
  /// Day and month, or the century, cannot be told.
  case unclear
  case doesNotExist
  case before1900(Day)

  /// Reads 2024-01-05, 2024/1/5, 2024.1.5, 20240105, 2024年1月5日, 5 Jan 2024, Jan 5, 2024, and 05/01/2024 by the style; a
  /// weekday before or after, which is not checked; and what `TimeReading` reads after a blank or T. Years have four
  /// digits. Day and time may also be glued, 202401050907 or 20240105090700.
  ///
  /// The time is the wall clock's as written: an offset such as Z or +08:00 is passed over, so that a purchase stays on the
  /// day that the shop saw it on. A fraction of a second is cut off.
  init(_ text: ByteSpan, style: DateStyle = .ymd) {
    if text.count == 0 {
      self = .blank
    } else if let simple = DateReading.simple(text) ?? DateReading.simple(text, yearLast: style) {
      self = simple
    } else {
      var reader = CellReader(Intake.folded(text))
      self = DateReading.read(&reader, style)
    }
  }

  /// yyyy-m-d with any of its separators, alone or with H:MM[:SS]: what nearly every cell is. Nil for anything else.
  private static func simple(_ text: ByteSpan) -> DateReading? {
    guard text.count >= 8, isSeparator(text[4]), let year = digits(text, 0, atMost: 4), year.end == 4,
      let month = digits(text, 5, atMost: 2), month.end < text.count, text[month.end] == text[4],
      let day = digits(text, month.end + 1, atMost: 2)
    else { return nil }
    return simple(text, dateEnd: day.end, (year.value, month.value, day.value))
  }

  /// d-m-yyyy or m-d-yyyy, likewise.
  private static func simple(_ text: ByteSpan, yearLast style: DateStyle) -> DateReading? {
    guard style != .ymd, text.count >= 8, let first = digits(text, 0, atMost: 2), isSeparator(text[first.end]),
      let second = digits(text, first.end + 1, atMost: 2), second.end < text.count,
      text[second.end] == text[first.end], let year = digits(text, second.end + 1, atMost: 4),
      year.end == second.end + 5
    else { return nil }
    let (month, day) = style == .dmy ? (second.value, first.value) : (first.value, second.value)
    return simple(text, dateEnd: year.end, (year.value, month, day))
  }

  /// The date that ends at `end`, with the time after it if there is one.
  private static func simple(
    _ text: ByteSpan, dateEnd end: Int, _ parts: (year: Int, month: Int, day: Int)
  ) -> DateReading? {
    if end == text.count { return date(parts.year, parts.month, parts.day, second: nil) }
    guard text[end] == 0x20 || text[end] == UInt8(ascii: "T"), let second = TimeReading.simple(text, from: end + 1)
    else { return nil }
    return date(parts.year, parts.month, parts.day, second: second)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  static func date(_ year: Int, _ month: Int, _ day: Int, second: Int32?) -> DateReading {
    guard let found = Day(year: year, month: month, day: day) else { return .doesNotExist }
    return found < LineBatch.calendarStart ? .before1900(found) : .moment(found, second: second)
  }
}

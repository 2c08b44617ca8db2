import MemberBook
import Quantities

/// What a cell that should be a date says. Nothing is guessed: 03/04/2025 is unclear.
enum DateReading: Equatable {
  /// A day, and the second of the day where the cell carries a time.
  case moment(Day, second: Int32?)
  case blank
  case unreadable
  /// Day and month, or the century, cannot be told.
  case unclear
  case doesNotExist
  case before1900(Day)

  /// Reads 2024-01-05, 2024/1/5, 2024.1.5, 20240105 or 2024年1月5日, and a time after a blank or T. A fraction of a
  /// second is cut off.
  init(_ text: ByteSpan) {
    if text.count == 0 {
      self = .blank
    } else if let plain = DateReading.plain(text) {
      self = plain
    } else {
      let bytes = Intake.folded(text)
      var reader = CellReader(bytes)
      self = DateReading.read(&reader)
    }
  }

  /// yyyy-m-d with any of its separators, alone or with H:MM[:SS]: what nearly every cell is. Nil for anything else.
  private static func plain(_ text: ByteSpan) -> DateReading? {
    guard text.count >= 8, isSeparator(text[4]), let year = digits(text, 0, atMost: 4), year.end == 4,
      let month = digits(text, 5, atMost: 2), month.end < text.count, text[month.end] == text[4],
      let day = digits(text, month.end + 1, atMost: 2)
    else { return nil }
    if day.end == text.count { return date(year.value, month.value, day.value, second: nil) }
    guard text[day.end] == 0x20 || text[day.end] == UInt8(ascii: "T"),
      let second = TimeReading.plain(text, from: day.end + 1)
    else { return nil }
    return date(year.value, month.value, day.value, second: second)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int, second: Int32?) -> DateReading {
    guard let found = Day(year: year, month: month, day: day) else { return .doesNotExist }
    return found < LineBatch.calendarStart ? .before1900(found) : .moment(found, second: second)
  }

  private static func read(_ reader: inout CellReader) -> DateReading {
    reader.skipBlanks()
    if reader.isAtEnd { return .blank }
    guard let first = reader.number() else { return .unreadable }
    if first.digits == 8 {
      let rest = timeOrEnd(&reader)
      guard case .some(let second) = rest else { return .unreadable }
      return date(first.value / 10_000, first.value / 100 % 100, first.value % 100, second: second)
    }
    if reader.accept("年") {
      guard first.digits == 4 else { return first.digits <= 2 ? .unclear : .unreadable }
      guard let month = reader.number(), month.digits <= 2, reader.accept("月") else { return .unreadable }
      guard let day = reader.number(), day.digits <= 2, reader.accept("日") || reader.accept("号") else {
        return .unreadable
      }
      guard case .some(let second) = timeOrEnd(&reader) else { return .unreadable }
      return date(first.value, month.value, day.value, second: second)
    }
    guard let separator = ["-", "/", "."].first(where: { reader.accept($0) }), let month = reader.number(),
      month.digits <= 2, reader.accept(separator), let last = reader.number()
    else { return .unreadable }
    if first.digits <= 2 { return last.digits == 4 || last.digits <= 2 ? .unclear : .unreadable }
    guard first.digits == 4, last.digits <= 2, case .some(let second) = timeOrEnd(&reader) else { return .unreadable }
    return date(first.value, month.value, last.value, second: second)
  }

  /// The time after a date; nil inside when the cell ends there, nil outside when what follows is no time.
  private static func timeOrEnd(_ reader: inout CellReader) -> Int32?? {
    let hadMark = reader.accept("T")
    reader.skipBlanks()
    if reader.isAtEnd { return hadMark ? nil : .some(nil) }
    guard let second = TimeReading.clock(&reader) else { return nil }
    return .some(second)
  }
}

/// What a cell of a time column says: a time of day, or date and time together.
enum TimeReading: Equatable {
  case time(Int32)
  case moment(Day, second: Int32?)
  case blank
  case unreadable

  /// Reads H:MM[:SS] or anything that `DateReading` reads.
  init(_ text: ByteSpan) {
    if text.count == 0 {
      self = .blank
      return
    }
    if let second = TimeReading.plain(text, from: 0) {
      self = .time(second)
      return
    }
    var reader = CellReader(Intake.folded(text))
    reader.skipBlanks()
    if let second = TimeReading.clock(&reader) {
      self = .time(second)
      return
    }
    switch DateReading(text) {
    case .moment(let day, let second): self = .moment(day, second: second)
    case .blank: self = .blank
    case .unreadable, .unclear, .doesNotExist, .before1900: self = .unreadable
    }
  }

  /// H:MM or H:MM:SS from `start` to the end of the cell. Nil for anything else.
  static func plain(_ text: ByteSpan, from start: Int) -> Int32? {
    guard let hour = digits(text, start, atMost: 2), hour.value < 24, hour.end < text.count,
      text[hour.end] == UInt8(ascii: ":"), let minute = digits(text, hour.end + 1, atMost: 2),
      minute.end == hour.end + 3, minute.value < 60
    else { return nil }
    let clock = hour.value * 3600 + minute.value * 60
    if minute.end == text.count { return Int32(clock) }
    guard text[minute.end] == UInt8(ascii: ":"), let second = digits(text, minute.end + 1, atMost: 2),
      second.end == minute.end + 3, second.end == text.count, second.value < 60
    else { return nil }
    return Int32(clock + second.value)
  }

  /// H:MM[:SS[.fraction]] to the end of the cell.
  static func clock(_ reader: inout CellReader) -> Int32? {
    guard let hour = reader.number(), hour.digits <= 2, hour.value < 24, reader.accept(":"),
      let minute = reader.number(), minute.digits == 2, minute.value < 60
    else { return nil }
    var second = 0
    if reader.accept(":") {
      guard let found = reader.number(), found.digits == 2, found.value < 60 else { return nil }
      second = found.value
      if reader.accept("."), reader.number() == nil { return nil }
    }
    reader.skipBlanks()
    return reader.isAtEnd ? Int32(hour.value * 3600 + minute.value * 60 + second) : nil
  }
}

/// The number that stands at `start`, of `limit` digits at most, and where it ends. Nil where there is no digit.
@inline(__always) private func digits(_ text: ByteSpan, _ start: Int, atMost limit: Int) -> (value: Int, end: Int)? {
  var value = 0
  var i = start
  while i < text.count, i - start < limit, isDigit(text[i]) {
    value = value * 10 + Int(text[i] &- 0x30)
    i += 1
  }
  return i == start ? nil : (value, i)
}

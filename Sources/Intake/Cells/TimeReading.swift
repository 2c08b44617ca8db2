import MemberBook
import Quantities

/// What a cell of a time column says: a time of day, or date and time together.
enum TimeReading: Equatable {
  case time(Int32)
  case moment(Day, second: Int32?)
  case blank
  case unreadable

  /// Reads 9:07, 09:07:00.250, 9:07 PM, 下午3:05, 9时7分, 9点07分05秒, or anything that `DateReading` reads. An offset such as
  /// Z or +08:00 after it is passed over: the time is what the clock on the wall showed.
  init(_ text: ByteSpan, style: DateStyle = .ymd) {
    if text.count == 0 {
      self = .blank
      return
    }
    if let second = TimeReading.simple(text, from: 0) {
      self = .time(second)
      return
    }
    var reader = CellReader(Intake.folded(text))
    reader.skipBlanks()
    if reader.accept("'") { reader.skipBlanks() }
    if let second = TimeReading.clock(&reader) {
      self = .time(second)
      return
    }
    switch DateReading(text, style: style) {
    case .moment(let day, let second): self = .moment(day, second: second)
    case .blank: self = .blank
    case .unreadable, .unclear, .doesNotExist, .before1900: self = .unreadable
    }
  }

  /// H:MM or H:MM:SS from `start` to the end of the cell. Nil for anything else.
  static func simple(_ text: ByteSpan, from start: Int) -> Int32? {
    guard let hour = digits(text, start, atMost: 2), hour.end < text.count, text[hour.end] == UInt8(ascii: ":"),
      let minute = digits(text, hour.end + 1, atMost: 2), minute.end == hour.end + 3
    else { return nil }
    if minute.end == text.count { return second(hour.value, minute.value, 0) }
    guard text[minute.end] == UInt8(ascii: ":"), let second = digits(text, minute.end + 1, atMost: 2),
      second.end == minute.end + 3, second.end == text.count
    else { return nil }
    return self.second(hour.value, minute.value, second.value)
  }

  /// The second of the day; nil where no clock shows such a time.
  @inline(__always) static func second(_ hour: Int, _ minute: Int, _ second: Int) -> Int32? {
    hour < 24 && minute < 60 && second < 60 ? Int32(hour * 3600 + minute * 60 + second) : nil
  }
}

import MemberBook
import Quantities

/// Reads the moments of plain rows, whose dates are mostly the same as the row's before.
struct PlainClock: Sendable {
  private let today: Day?
  private var last: (head: UInt64, tail: UInt64) = (0, 0)
  private var lastDay: UInt16 = 0

  init(today: Day?) { self.today = today }

  /// The day, from the calendar's start, and time of a cell; nil where it is not plain or cannot be taken.
  @inline(__always)
  mutating func moment(_ bytes: ByteSpan, _ cell: Range<Int>) -> (day: UInt16, second: Int32)? {
    let start = cell.lowerBound
    guard cell.count >= 10 else { return read(bytes, cell) }
    let text = (PlainText.word(bytes, start), PlainText.word(bytes, start &+ 2))
    if text.0 == last.head, text.1 == last.tail {
      if cell.count == 10 { return (lastDay, 0) }
      if bytes[start &+ 10] == 0x20, let second = TimeReading.plain(bytes.extracting(cell), from: 11) {
        return (lastDay, second)
      }
      return read(bytes, cell)
    }
    guard let found = read(bytes, cell) else { return nil }
    // Ten bytes are a whole date where they are one by themselves, or a blank follows them.
    if cell.count == 10 || bytes[start &+ 10] == 0x20, case .moment = DateReading(bytes.extracting(start..<start + 10)) {
      (last, lastDay) = (text, found.day)
    }
    return found
  }

  private func read(_ bytes: ByteSpan, _ cell: Range<Int>) -> (day: UInt16, second: Int32)? {
    guard PlainText.isTrimmed(bytes, cell), case .moment(let day, let second) = DateReading(bytes.extracting(cell)),
      today.map({ day <= $0 }) ?? true, let offset = UInt16(exactly: day - LineBatch.calendarStart)
    else { return nil }
    return (offset, second ?? 0)
  }
}

import MemberBook
import Quantities

/// Reads the moments of simple rows, whose dates are mostly the same as the row's before.
struct SimpleMomentReader: Sendable {
  private let today: Day?
  private let style: DateStyle
  /// The ten bytes of the last date, the middle ones twice, and its day from the calendar's start. Before there is one,
  /// the two halves contradict each other, so that no cell has them.
  private var last: (head: UInt64, tail: UInt64, day: UInt16) = (0, .max, 0)

  init(today: Day?, style: DateStyle) { (self.today, self.style) = (today, style) }

  /// The day, from the calendar's start, and time of a cell; nil where it is not simple or cannot be taken.
  @inline(__always) mutating func moment(_ text: BlockBytes, _ cell: ByteRange) -> (day: UInt16, second: Int32)? {
    if cell.count == 10, text.word(cell.start) == last.head, text.word(cell.start &+ 2) == last.tail {
      return (last.day, 0)
    }
    return newMoment(text, cell)
  }

  @inline(never) private mutating func newMoment(_ text: BlockBytes, _ cell: ByteRange) -> (day: UInt16, second: Int32)?
  {
    let date = ByteRange(start: cell.start, end: cell.start + 10)
    if cell.count > 10, text[date.end] == 0x20, text.word(date.start) == last.head,
      text.word(date.start + 2) == last.tail,
      let second = TimeReading.simple(text.bytes(cell).span, from: 11)
    {
      return (last.day, second)
    }
    guard let found = read(text, cell) else { return nil }
    if cell.count == 10 || cell.count > 10 && text[date.end] == 0x20, let whole = read(text, date), whole.second == 0 {
      last = (text.word(date.start), text.word(date.start + 2), whole.day)
    }
    return found
  }

  private func read(_ text: BlockBytes, _ cell: ByteRange) -> (day: UInt16, second: Int32)? {
    guard text.isTrimmed(cell), case .moment(let day, let second) = DateReading(text.bytes(cell).span, style: style),
      today.map({ day <= $0 }) ?? true, let offset = UInt16(exactly: day - LineBatch.calendarStart)
    else { return nil }
    return (offset, second ?? 0)
  }
}

import MemberBook
import Quantities

/// Reads the day and time of rows, from their date column, their time column or both.
struct MomentReader: Sendable {
  /// -1 where the table has no such column.
  private let date: Int
  private let time: Int
  private let today: Day?
  private(set) var dates: DateCells

  /// At least one of the columns is there.
  init(date: Int, time: Int, today: Day?, style: DateStyle) {
    self.date = date
    self.time = time
    self.today = today
    dates = DateCells(style: style)
  }

  /// The field that says the day.
  var field: Int { date >= 0 ? date : time }

  enum Moment {
    case success(Day, second: Int32)
    case failure(Refusal)
  }

  mutating func moment(_ fields: [RecordField], _ bytes: ByteSpan) -> Moment {
    let first = field
    let range = trimmed(bytes, fields[first])
    let (day, given): (Day, Int32?)
    switch dates.read(bytes, range) {
    case .moment(let found, let second): (day, given) = (found, second)
    case let other: return .failure(Refusal(reason: other.fault(text(bytes, range)), field: first))
    }
    if let today, day > today {
      return .failure(Refusal(reason: .dateAfterToday(day, today: today), field: first))
    }
    guard date >= 0, time >= 0, time != date else { return .success(day, second: given ?? 0) }
    let cell = trimmed(bytes, fields[time])
    switch TimeReading(bytes.extracting(cell), style: dates.style) {
    case .time(let second): return .success(day, second: second)
    case .moment(let other, let second):
      guard other == day else {
        return .failure(Refusal(reason: .datesConflict(text(bytes, range), text(bytes, cell)), field: time))
      }
      return .success(day, second: second ?? given ?? 0)
    case .blank: return .success(day, second: given ?? 0)
    case .unreadable: return .failure(Refusal(reason: .timeUnreadable(text(bytes, cell)), field: time))
    }
  }
}

extension DateReading {
  /// Why a cell that was to be a day is none.
  func fault(_ cell: String) -> QuarantineReason {
    switch self {
    case .moment, .unreadable: .dateUnreadable(cell)
    case .blank: .dateMissing
    case .unclear: .dateUnclear(cell)
    case .doesNotExist: .dateDoesNotExist(cell)
    case .before1900(let day): .dateBefore1900(day)
    }
  }
}

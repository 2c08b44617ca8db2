import MemberBook
import Quantities

extension BlockParser {
  enum Moment {
    case success((Day, Int32))
    case failure(Refusal)
  }

  /// The day and time of a row, from its date column, its time column or both.
  mutating func moment(_ fields: [Field], _ bytes: ByteSpan) -> Moment {
    var found: (day: Day, second: Int32?)
    let first = date >= 0 ? date : time
    let range = trimmed(bytes, fields[first])
    let reading = reading(bytes, range)
    switch reading {
    case .moment(let day, let second): found = (day, second)
    case .blank: return .failure(Refusal(reason: .dateMissing, field: first))
    case .unreadable: return .failure(Refusal(reason: .dateUnreadable(text(bytes, range)), field: first))
    case .unclear: return .failure(Refusal(reason: .dateUnclear(text(bytes, range)), field: first))
    case .doesNotExist: return .failure(Refusal(reason: .dateDoesNotExist(text(bytes, range)), field: first))
    case .before1900(let day): return .failure(Refusal(reason: .dateBefore1900(day), field: first))
    }
    if let today = plan.today, found.day > today {
      return .failure(Refusal(reason: .dateAfterToday(found.day, today: today), field: first))
    }
    if date >= 0, time >= 0, time != date {
      let cell = trimmed(bytes, fields[time])
      switch TimeReading(bytes.extracting(cell)) {
      case .time(let second): found.second = second
      case .moment(let day, let second):
        guard day == found.day else {
          return .failure(Refusal(reason: .datesConflict(text(bytes, range), text(bytes, cell)), field: time))
        }
        found.second = second ?? found.second
      case .blank: break
      case .unreadable: return .failure(Refusal(reason: .timeUnreadable(text(bytes, cell)), field: time))
      }
    }
    if found.day - LineBatch.calendarStart > Int(UInt16.max), block.beyondCalendar == nil {
      block.beyondCalendar = (found.day, block.lines)
    }
    return .success((found.day, found.second ?? 0))
  }

  /// Reads a date, which in most files is the same as the row's before.
  private mutating func reading(_ bytes: ByteSpan, _ range: Range<Int>) -> DateReading {
    if range.count == lastDate.count {
      var i = 0
      while i < lastDate.count, lastDate[i] == bytes[range.lowerBound &+ i] { i &+= 1 }
      if i == lastDate.count { return lastReading }
    }
    lastReading = DateReading(bytes.extracting(range))
    lastDate.removeAll(keepingCapacity: true)
    for i in range { lastDate.append(bytes[i]) }
    return lastReading
  }

  /// A further amount of the row, 0 where its cell is blank.
  func money(_ column: Int, _ fields: [Field], _ bytes: ByteSpan, into amount: inout Int64) -> Refusal? {
    guard column >= 0 else { return nil }
    let cell = bytes.extracting(trimmed(bytes, fields[column]))
    switch DecimalReading(cell, decimals: 2) {
    case .value(let value): amount = value
    case .blank: break
    case let other: return refusal(other, of: column, cell)
    }
    return nil
  }

  func refusal(_ reading: DecimalReading, of field: Int, _ cell: ByteSpan) -> Refusal {
    switch reading {
    case .blank: Refusal(reason: .amountMissing, field: field)
    case .tooManyDecimals: Refusal(reason: .tooManyDecimals(string(cell)), field: field)
    case .beyondBound: Refusal(reason: .amountBeyondBound(string(cell)), field: field)
    case .unreadable, .value: Refusal(reason: .amountUnreadable(string(cell)), field: field)
    }
  }

  func string(_ cell: ByteSpan) -> String { text(cell, 0..<cell.count) }

  /// Whether every role's cell is its header.
  func repeatsHeader(_ fields: [Field], _ bytes: ByteSpan) -> Bool {
    plan.layout.fields.values.allSatisfy { text(bytes, trimmed(bytes, fields[$0])) == plan.layout.headers[$0] }
  }

  /// The fields in bytes of their own, doubled quotes made single.
  func undoubled(_ fields: [Field], _ bytes: ByteSpan) -> ([UInt8], [Field]) {
    var text: [UInt8] = []
    var places: [Field] = []
    for field in fields {
      let start = text.count
      var i = field.start
      while i < field.end {
        text.append(bytes[i])
        i += field.hasDoubledQuotes && bytes[i] == UInt8(ascii: "\"") ? 2 : 1
      }
      places.append(Field(start: start, end: text.count))
    }
    return (text, places)
  }
}

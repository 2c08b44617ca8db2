internal import Quantities

/// The months of a range, with the month of each of its days.
struct MonthCalendar {
  /// The range as offsets from the book's epoch.
  let offsets: ClosedRange<Int>
  private(set) var months: [Coverage.Month] = []
  /// The month's place by the day's place in the range.
  private(set) var monthOfDay: [UInt16] = []
  private let first: Day

  init(_ range: DayRange, _ epoch: Day) {
    first = range.first
    offsets = (range.first - epoch)...(range.last - epoch)
    var month = range.first.firstOfMonth
    while month <= range.last {
      let end = month.firstOfNextMonth - 1
      let days = min(end, range.last) - max(month, range.first) + 1
      monthOfDay.append(contentsOf: repeatElement(UInt16(months.count), count: days))
      var entry = Coverage.Month(first: month)
      entry.days = days
      entry.isWhole = month >= range.first && end <= range.last
      months.append(entry)
      month = end + 1
    }
  }

  /// Enters the purchases of each day of the range; answers how many days have none, and the longest run of them.
  mutating func fill(from byDay: [Int]) -> (without: Int, longest: DayRange?) {
    var (without, longest, run) = (0, 0..<0, 0)
    for (day, count) in byDay.enumerated() {
      let month = Int(monthOfDay[day])
      months[month].purchases += count
      if count > 0 {
        months[month].daysWithPurchases += 1
        run = 0
      } else {
        without += 1
        run += 1
        if run > longest.count { longest = (day + 1 - run)..<(day + 1) }
      }
    }
    return (without, DayRange(first + longest.lowerBound, first + longest.upperBound - 1))
  }

  /// Marks the thin months, and answers the median that they are held against.
  mutating func markThin() -> Int? {
    let whole = months.filter(\.isWhole).map(\.purchases).sorted()
    guard whole.count >= 3 else { return nil }
    let median = whole[(whole.count - 1) / 2]
    for place in months.indices where months[place].isWhole {
      months[place].isThin = months[place].purchases * 10 < median * 3
    }
    return median
  }
}

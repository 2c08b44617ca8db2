import Programme
public import Quantities

/// The days of a replay as small numbers: tick 0 is the day before the first in the data.
public struct Timeline: Sendable {
  public let origin: Day
  /// Ticks 0..<count have calendar tables; events beyond are never reached.
  public let count: Int

  /// From the day before `first` through `last`.
  init(first: Day, through last: Day) {
    origin = first - 1
    count = max(last - origin + 1, 2)
  }

  public func tick(_ day: Day) -> Int { day - origin }
  public func day(_ tick: Int) -> Day { origin + tick }
  func ticks(_ range: DayRange) -> ClosedRange<Int> { tick(range.first)...tick(range.last) }

  /// A table with an entry for each tick, of the tick that `date` gives for its day.
  func table(_ date: (Day) -> Day) -> [Int32] {
    (0..<count).map { Int32(clamping: tick(date(day($0)))) }
  }

  static let never = Int32.max
}

/// The days from `first` to `last`, both included; never empty.
public struct DayRange: Hashable, Sendable {
  /// The first day in it.
  public let first: Day
  /// The last day in it.
  public let last: Day

  /// Nil when `last` lies before `first`.
  public init?(_ first: Day, _ last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The one day `day`.
  public init(_ day: Day) {
    first = day
    last = day
  }

  /// Whether `day` is one of its days.
  @inlinable public func contains(_ day: Day) -> Bool { day >= first && day <= last }

  /// How many days it has, 1 or more.
  public var count: Int { last - first + 1 }
}

extension DayRange {
  /// A whole month.
  public init?(year: Int, month: Int) {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    self.init(first, first.firstOfNextMonth - 1)
  }

  /// A whole quarter, 1...4.
  public init?(year: Int, quarter: Int) {
    guard (1...4).contains(quarter), let first = Day(year: year, month: quarter * 3 - 2, day: 1) else { return nil }
    self.init(first, first.adding(months: 3) - 1)
  }

  /// A whole year.
  public init?(year: Int) {
    guard let first = Day(year: year, month: 1, day: 1) else { return nil }
    self.init(first, first.newYear(after: 1) - 1)
  }
}

extension DayRange: CustomStringConvertible {
  /// As in `2026-01-01..2026-03-31`.
  public var description: String { "\(first)..\(last)" }
}

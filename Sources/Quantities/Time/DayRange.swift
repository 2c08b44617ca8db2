/// The days from `first` to `last`, both included; never empty.
public struct DayRange: Hashable, Sendable {
  public let first: Day
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

  @inlinable public func contains(_ day: Day) -> Bool { day >= first && day <= last }

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
  public var description: String { "\(first)..\(last)" }
}

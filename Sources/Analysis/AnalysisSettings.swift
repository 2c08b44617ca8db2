public import PlanLanguage
public import Quantities

/// What figures depend on besides the programme and the data.
public struct AnalysisSettings: Sendable, Equatable {
  /// The currency of every amount; nil before one is known.
  public var currency: Currency?
  /// What random draws are keyed by.
  public var seed = Count(1)
  /// The as-of date, where it is not the last purchase date.
  public var today: Day?
  /// How far ahead members' future purchases are counted.
  public var horizon = CalendarDuration.months(12)
  /// The rate a year at which they are discounted.
  public var discountRate = Percent(fraction: Ratio(1, over: 10) ?? .zero)

  /// Nothing is set: no currency, and the day of the last purchase as the as-of date.
  public init() {}
}

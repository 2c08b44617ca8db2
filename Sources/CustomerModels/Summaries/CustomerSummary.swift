/// What the purchase models know of a member: everything else about the past is forgotten. Times are in weeks since the
/// first purchase.
public struct CustomerSummary: Hashable, Sendable {
  /// x: purchase days after the first one.
  public var repeats: Double
  /// tx: when the last of them was; 0 where there is none.
  public var last: Double
  /// T: for how long the member has been observed.
  public var observed: Double

  /// `repeats` are purchase days after the first; `last` and `observed` are weeks since the first.
  public init(repeats: Double, last: Double, observed: Double) {
    self.repeats = repeats
    self.last = last
    self.observed = observed
  }

  /// From exact counts of days.
  @inlinable public init(repeats: Int32, lastDays: Int32, observedDays: Int32) {
    self.init(
      repeats: Double(repeats), last: CustomerSummary.weeks(lastDays), observed: CustomerSummary.weeks(observedDays))
  }

  /// A member on the day of the first purchase.
  public static let new = CustomerSummary(repeats: 0, last: 0, observed: 0)

  /// Days as weeks.
  @inlinable public static func weeks(_ days: Int32) -> Double { Double(days) / 7 }
}

/// Redemptions that the data have and the replay's balance did not cover.
public struct Shortfall: Sendable, Equatable {
  public var redemptions: Int64 = 0
  /// What was missing. The rows of a file may ask for anything.
  public var points: Int128 = 0

  public init() {}

  mutating func add(_ other: Shortfall, times: Int64 = 1) {
    redemptions += times * other.redemptions
    points += Int128(times) * other.points
  }
}

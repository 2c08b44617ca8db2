import Glibc

/// What a member below the top tier is known by on a day.
public enum PotentialFeature: Int, CaseIterable, Sendable {
  /// Days since the last purchase, and since the first.
  case recency, tenure
  /// Days with a purchase and spend in as many days as the outlook has.
  case visits, recentSpend
  /// In the 12 months to the day.
  case yearSpend, basket
  /// Different categories in the 12 months; 0 where the data have none.
  case breadth
  /// The tier held, counted from the entry tier.
  case tier

  /// A value as the model takes it: amounts and counts by their order of magnitude, none below 0.
  func scaled(_ value: Double) -> Double {
    switch self {
    case .breadth, .tier: value
    case .recency, .tenure, .visits, .recentSpend, .yearSpend, .basket: log(1 + max(value, 0))
    }
  }
}

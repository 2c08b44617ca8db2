/// What was redeemed of one reward of the catalogue.
public typealias RewardFlow = Counters<RewardCounter, Int64, 2>

/// What is counted of redemptions.
public enum RewardCounter: Int, CounterKey {
  case redemptions, points
}

/// Redemptions that the data have and the replay's balance did not cover, and the points that were missing. The rows of a
/// file may ask for anything.
public typealias Shortfall = Counters<RewardCounter, Int128, 2>

/// What happened to a coupon.
public typealias CouponCount = Counters<CouponCounter, Int64, 3>

/// What is counted of coupons.
public enum CouponCounter: Int, CounterKey {
  /// Handed out within the range.
  case issued
  /// Redeemed within the range, where the data say so.
  case redeemed
  /// At the end of the range handed out, not expired and, where the data say so, not redeemed.
  case open
}

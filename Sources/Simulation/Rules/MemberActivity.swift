/// Rules M4 and M5: what a member's receipts within a range of days make of the member: active, a repeat buyer,
/// retained. Of a group (a store, a month, a category) it is what of the range lies there.
public struct MemberActivity: Sendable {
  /// Receipts of 0 or more, see `PurchaseRule`.
  public var purchases: Int64 = 0
  /// See `VisitRule`.
  public var visits: Int64 = 0

  @inlinable @inline(__always)
  public init(purchases: Int64 = 0, visits: Int64 = 0) {
    self.purchases = purchases
    self.visits = visits
  }

  /// Active: with a purchase. Who was active in the earlier range too is retained, and who was not any more is lost.
  @inlinable @inline(__always)
  public var isActive: Bool { purchases > 0 }

  /// A repeat buyer: with visits on two days or more.
  @inlinable @inline(__always)
  public var isRepeating: Bool { visits > 1 }
}

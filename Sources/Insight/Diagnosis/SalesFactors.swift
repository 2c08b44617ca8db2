/// What the sales of a range are made of: active members × purchases per member × spend per purchase, and what is sold
/// without a member. All amounts are in minor units.
public struct SalesFactors: Sendable, Equatable {
  /// Members with a purchase, each of whom has at least one of `purchases`.
  public var members: Int64
  public var purchases: Int64
  /// Of members, returns included; without a purchase there may be returns still.
  public var spend: Int64
  public var walkIns: Int64

  public init(members: Int64 = 0, purchases: Int64 = 0, spend: Int64 = 0, walkIns: Int64 = 0) {
    self.members = members
    self.purchases = purchases
    self.spend = spend
    self.walkIns = walkIns
  }

  public var sales: Int64 { spend + walkIns }
}

public import Quantities

/// Points as an accrued liability: what is expected to be redeemed still, × what a point costs the house. Of a vintage
/// that is its ultimate redemption rate × points issued − points redeemed; the rate × points *outstanding* would count
/// breakage twice.
public struct CostAccrual: Sendable, Equatable {
  /// In major units.
  public let costPerPoint: Ratio

  public init(costPerPoint: Ratio) { self.costPerPoint = costPerPoint }

  /// The cost of so many thousandths of a point, to the cent, halves away from zero.
  public func cost(ofThousandths points: Int128) -> Int64 {
    rounded(points * Int128(costPerPoint.numerator) * 100, Int128(costPerPoint.denominator) * 1000)
  }

  /// One month in minor units: opening + accrued − used − released = closing. Balances are rounded, movements are their
  /// differences, so that cents add up over any months.
  public struct Movement: Sendable, Equatable {
    public var opening: Int64 = 0
    /// For the points of the month's own sales and actions.
    public var accrued: Int64 = 0
    /// The cost of the points redeemed.
    public var used: Int64 = 0
    /// What earlier months' points are no longer expected to cost: breakage and returns; less than 0 where more is
    /// expected than before.
    public var released: Int64 = 0
    public var closing: Int64 = 0
  }

  /// From the estimate at the end of the month before, nil in the first month, with the points redeemed in all by the
  /// month's end and before the month.
  public func movement(
    from before: UltimateRedemption?, to now: UltimateRedemption, redeemed: Int64, before redeemedBefore: Int64
  ) -> Movement {
    func balance(_ expected: some Sequence<Int128>, _ redeemed: Int64) -> Int64 {
      cost(ofThousandths: expected.reduce(0, +) - Int128(redeemed) * 1000)
    }
    var movement = Movement()
    // What members had before the data was owed before the first month.
    movement.opening =
      before.map { balance($0.expected, redeemedBefore) } ?? balance(now.expected.prefix(1), redeemedBefore)
    movement.closing = balance(now.expected, redeemed)
    movement.accrued = cost(ofThousandths: now.expected.last ?? 0)
    movement.used = cost(ofThousandths: Int128(redeemed) * 1000) - cost(ofThousandths: Int128(redeemedBefore) * 1000)
    movement.released = movement.opening + movement.accrued - movement.used - movement.closing
    return movement
  }
}

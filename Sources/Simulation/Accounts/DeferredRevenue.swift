import Quantities

/// The part of a sale's price that is owed to the points given with it (IFRS 15 B39–B46, and example 52), in minor
/// units.
public struct DeferredRevenue: Sendable, Equatable {
  /// What was allocated when the points were earned; later estimates never cut it anew.
  public let allocated: Int64

  public init(allocated: Int64) { self.allocated = allocated }

  /// Of a price P: P × S ÷ (goods + S), where S is the stand-alone price of the points: points × value × expected
  /// redemption.
  public init(price: Int64, goods: Int64, points: Int64) {
    let (goods, points) = (Int128(max(goods, 0)), Int128(max(points, 0)))
    let whole = goods + points
    allocated = whole > 0 ? rounded(Int128(max(price, 0)) * points, whole) : 0
  }

  /// The revenue to date: allocated × redeemed ÷ what is now expected to be redeemed in all, in thousandths of a point.
  /// Where nothing more is expected, it is the whole: redeemed, or expired.
  public func recognised(redeemed: Int64, ofThousandths expected: Int128) -> Int64 {
    var (top, bottom) = (Int128(redeemed) * 1000, expected)
    guard top < bottom else { return allocated }
    // So that the product stays within 128 bits.
    while bottom > 1 << 62 {
      top >>= 1
      bottom >>= 1
    }
    return rounded(Int128(allocated) * top, bottom)
  }

  /// One month in minor units: opening + allocated − returned − recognised − trued up = closing.
  public typealias Movement = Counters<Entry, Int64, 6>

  public enum Entry: Int, CounterKey {
    case opening
    /// For the points of the month's own sales.
    case allocated
    /// Given back with returns, whose sales are undone.
    case returned
    /// Revenue by redemption, at the expectation of the month before.
    case recognised
    /// Revenue by a changed expectation, expiry above all; less than 0 where more redemption is expected than before.
    case truedUp
    case closing
  }

  /// What a vintage has redeemed and is expected to redeem in all, in thousandths, at one time.
  public struct Progress: Sendable, Equatable {
    public var redeemed: Int64
    public var expected: Int128
    /// Of the allocation, what returns undid so far.
    public var returned: Int64

    public init(redeemed: Int64, expected: Int128, returned: Int64 = 0) {
      self.redeemed = redeemed
      self.expected = expected
      self.returned = returned
    }
  }

  /// From one month's end to the next; `before` is nil in the month of the sale.
  public func movement(from before: Progress?, to now: Progress) -> Movement {
    var movement = Movement()
    let left = DeferredRevenue(allocated: allocated - now.returned)
    let recognised = left.recognised(redeemed: now.redeemed, ofThousandths: now.expected)
    movement[.closing] = left.allocated - recognised
    guard let before else {
      movement[.allocated] = allocated
      movement[.returned] = now.returned
      movement[.recognised] = recognised
      return movement
    }
    let earlier = DeferredRevenue(allocated: allocated - before.returned)
    let recognisedBefore = earlier.recognised(redeemed: before.redeemed, ofThousandths: before.expected)
    movement[.opening] = earlier.allocated - recognisedBefore
    movement[.returned] = now.returned - before.returned
    let redeemed = now.redeemed - before.redeemed
    movement[.recognised] =
      redeemed > 0 ? left.recognised(redeemed: redeemed, ofThousandths: max(before.expected, 1)) : 0
    movement[.truedUp] = movement[.opening] - movement[.returned] - movement[.recognised] - movement[.closing]
    return movement
  }
}

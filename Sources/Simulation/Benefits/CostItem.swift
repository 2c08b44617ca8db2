import Programme
import Quantities

/// Something that costs by the unit, and who bears it.
public struct CostItem: Sendable, Equatable {
  public let name: String
  /// Whether a unit is a minor unit of money given.
  public let isMoney: Bool
  /// What a unit costs altogether, in minor units.
  let whole: Ratio
  /// What of it is the house's.
  let house: Ratio
  let shares: CostShares
  /// Of staff: how many of them a unit, which is a member, asks for; each costs what a unit does.
  let staffStep: Ratio?
  /// What members pay for a unit, in minor units; the unit's cost is less by it already.
  let fee: Ratio
  /// Of a coupon, what a unit costs the house at the least and the greatest share redeemed.
  let low: Ratio
  let high: Ratio

  init(_ benefit: Benefit) {
    name = benefit.name
    isMoney = benefit.discount != nil
    whole = benefit.wholeUnitCost ?? .zero
    house = benefit.houseUnitCost ?? .zero
    shares = benefit.shares
    staffStep = benefit.staff == nil ? nil : benefit.staffStep
    fee = benefit.feeUnit ?? .zero
    (low, high) = (house, house)
  }

  /// `isReal`: its units are redemptions, not coupons that may be redeemed.
  init(_ coupon: Coupon, isReal: Bool) {
    name = coupon.name
    if case .share? = coupon.off?.value { isMoney = true } else { isMoney = false }
    shares = coupon.shares
    let part = coupon.shares.house
    func price(_ share: Ratio?) -> Ratio {
      coupon.wholeUnitCost(redeemed: isReal ? .one : share ?? .zero) ?? .zero
    }
    whole = price(coupon.redeem?.middle)
    house = whole.multiplied(by: part) ?? .zero
    low = price(coupon.redeem?.low.fraction).multiplied(by: part) ?? .zero
    high = price(coupon.redeem?.high.fraction).multiplied(by: part) ?? .zero
    staffStep = nil
    fee = .zero
  }

  /// What `units` of one month cost at `price` each, by tier, each to the cent, halves away from zero.
  ///
  /// Staff are counted over all tiers together, and what they cost is split by members so that the parts add up.
  func costs(of units: [Int64], at price: Ratio) -> [Int64] {
    guard let staffStep else { return units.map { CostItem.cost(of: $0, at: price) } }
    let members = units.reduce(0, +)
    let staff =
      (Int128(members) * Int128(staffStep.numerator) + Int128(staffStep.denominator) - 1)
      / Int128(staffStep.denominator)
    return split(CostItem.cost(of: Int64(clamping: staff), at: price), by: units)
  }

  static func cost(of units: Int64, at price: Ratio) -> Int64 {
    rounded(Int128(units) * Int128(price.numerator), Int128(price.denominator))
  }

  /// What each of `shares` bears of a cost, of which `house` is the house's.
  func parts(of whole: Int64, house: Int64) -> [Int64] {
    let own = split(house, by: shares.weights(ofHouse: true))
    let others = split(whole - house, by: shares.weights(ofHouse: false))
    return zip(own, others).map { $0 + $1 }
  }
}

/// `total` in parts that are proportional to `weights`, which are not negative, and add up: what whole numbers leave goes to
/// the largest remainders, the first of equal ones. All 0 where no weight is above 0.
func split(_ total: Int64, by weights: [Int64]) -> [Int64] {
  let sum = weights.reduce(Int128(0)) { $0 + Int128($1) }
  guard sum > 0 else { return weights.map { _ in 0 } }
  let size = Int128(total.magnitude)
  var parts = weights.map { Int64(clamping: size * Int128($0) / sum) }
  var left = total.magnitude - parts.reduce(UInt64(0)) { $0 + $1.magnitude }
  let remainders = weights.map { size * Int128($0) % sum }
  for index in weights.indices.sorted(by: { (remainders[$1], $0) < (remainders[$0], $1) }) where left > 0 {
    parts[index] += 1
    left -= 1
  }
  return total < 0 ? parts.map { -$0 } : parts
}

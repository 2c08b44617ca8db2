import MemberBook
import Programme
public import Quantities

/// A coupon as tables, and what the data say of its redemptions.
struct CompiledCoupon: Sendable {
  struct Redemption: Sendable {
    let tick: Int
    /// In units of its cost item: one, or of a percent the money given.
    let units: Int64
  }

  /// Its place among the entries and cost items.
  let entry: Int
  /// By tick of issue: when it is gone.
  let expiry: [Int32]
  private let off: CouponOff?
  /// By member, in the order of their days; empty where the actions have none.
  let redemptions: [Int: [Redemption]]

  /// Whether the actions say what was redeemed.
  var isReal: Bool { !redemptions.isEmpty }

  init(_ coupon: Coupon, entry: Int, _ timeline: Timeline, _ book: Book) {
    self.entry = entry
    off = coupon.off
    let valid = coupon.valid ?? .days(1)
    expiry = timeline.table { $0 + valid }
    redemptions = CompiledCoupon.redemptions(of: coupon, timeline, book)
  }

  /// How many units one coupon is that is handed out to somebody whose purchases so far come to `spend`.
  func units(spend: Int64, purchases: Int64) -> Int64 {
    guard case .share(let share, let most)? = off?.value else { return 1 }
    guard purchases > 0 else { return most.minor }
    let basket = max(rounded(Int128(spend), Int128(purchases)), off?.basket?.minor ?? 0)
    return min(
      rounded(Int128(basket) * Int128(share.fraction.numerator), Int128(share.fraction.denominator)), most.minor)
  }

  /// What actions are called that redeem what their detail names.
  static let redeeming: Set<String> = [
    "redemption", "redeem", "redeemed", "coupon redemption", "coupon_redemption", "核销", "券核销", "优惠券核销", "用券", "兑换",
  ]

  private static func redemptions(of coupon: Coupon, _ timeline: Timeline, _ book: Book) -> [Int: [Redemption]] {
    guard let actions = book.actions, actions.detail.count == actions.count else { return [:] }
    let kinds = (0..<actions.kinds.count).map { redeeming.contains(actions.kinds.name($0)) }
    guard kinds.contains(true) else { return [:] }
    var found: [Int: [Redemption]] = [:]
    for member in 0..<book.members.count {
      for index in actions.range(of: member) where kinds[Int(actions.kind[index])] {
        guard actions.detail[index] == coupon.name else { continue }
        let day = actions.day(index)
        found[member, default: []].append(
          Redemption(tick: timeline.tick(day), units: units(of: coupon, redeemedBy: member, on: day, book)))
      }
    }
    return found
  }

  /// Of a percent, it is taken of what the member paid that day; where nothing was, it counts at its most.
  private static func units(of coupon: Coupon, redeemedBy member: Int, on day: Day, _ book: Book) -> Int64 {
    guard case .share(let share, let most)? = coupon.off?.value else { return 1 }
    var paid: Int64 = 0
    for receipt in book.purchases.range(of: member) where book.purchases.day(receipt) == day {
      paid += max(book.purchases.amount[receipt], 0)
    }
    guard paid > 0 else { return most.minor }
    return min(rounded(Int128(paid) * Int128(share.fraction.numerator), Int128(share.fraction.denominator)), most.minor)
  }
}

/// What turns counts of a coupon into money besides its cost.
public struct CouponTerms: Sendable, Equatable {
  public let name: String
  /// The most that one takes off.
  public let most: Money
  /// Whether redemptions are those of the data.
  public let isReal: Bool

  init(_ coupon: Coupon, isReal: Bool) {
    name = coupon.name
    most = coupon.off?.most ?? .zero
    self.isReal = isReal
  }
}

/// One line of the coupon report: what a coupon came to for a tier.
public struct CouponLine: Sendable, Equatable {
  public let coupon: String
  public let tier: String
  public let isReal: Bool
  public let count: CouponCount
  /// What the house bears at the least share redeemed, as expected, and at the greatest.
  public let low: Money
  public let cost: Money
  public let high: Money
  /// What all that are open would take off.
  public let exposure: Money
}

extension Outcome {
  /// Every coupon and tier of which there is anything to say.
  public var couponLines: [CouponLine] {
    costing.coupons.enumerated().flatMap { place, terms in
      let item = costing.firstCoupon + place
      func cost(_ tier: Int, at price: Ratio) -> Money {
        Money(
          minor: costing.months.indices.reduce(0) { sum, month in
            sum + CostItem.cost(of: benefitUnits[costing.cell(item, month, tier)], at: price)
          })
      }
      return tiers.indices.compactMap { tier -> CouponLine? in
        let count = couponCounts[place * tiers.count + tier]
        let prices = costing.items[item]
        guard count != CouponCount() || cost(tier, at: prices.high) != .zero else { return nil }
        return CouponLine(
          coupon: terms.name, tier: tiers[tier], isReal: terms.isReal, count: count, low: cost(tier, at: prices.low),
          cost: cost(tier, at: prices.house), high: cost(tier, at: prices.high),
          exposure: Money(minor: count[.open] * terms.most.minor))
      }
    }
  }
}

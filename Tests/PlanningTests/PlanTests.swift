import Programme
import Quantities
import Testing
@testable import Planning

/// Events against rule E2, worked out by hand.
@Suite struct PlanTests {
  static let full =
    SmallStore.entries + """
      , capacity = 2, borrow = 25%, discount = 10%
      cost 场地 = 150, cost 礼品 = 8 per attendee, cost 请柬 = 2.5 per invite, cost 包装 = 12.34 per buyer
      """

  static let ranges = """
    date = 2026-03-14, audience = top 5 by spend, accept = 60%..90%, attend = beta(6, 2), buy = 40%..50%..80%
    basket = normal(2x, 0.3x), usual = 0%..20%, borrow = 10%..50%, discount = 5%
    cost 场地 = 100..200, cost 礼品 = 5..10 per attendee
    """

  /// The seats reach 2 ÷ (0.8 × 0.75) = 3⅓ guests, whose mean basket is (600 + 800 + 1,000 + 700 ÷ 3) ÷ 3⅓ = 790.
  /// Sales 1.1 × 2.5 × 790 = 2,172.50, of which 217.25 are discount; 2 × 10 % × 790 = 158 would have come anyway.
  /// Gross 0.38 × (2,172.50 − 158) × 0.75 = 574.1325. Cost 150 + 16 + 10 + 13.574 + 217.25 = 406.824.
  @Test func `fixed rates give what a hand computation gives, to the cent`() throws {
    let plan = try SmallStore.plan(PlanTests.full)
    let mean = plan.mean
    #expect(plan.draws.count == 1)
    #expect(mean.invited == 4)
    #expect(abs(mean.accepted - 3.2) < 1e-12)
    #expect(mean.attended == 2)
    #expect(abs(mean.buyers - 1.1) < 1e-12)
    #expect(Money(nearest: mean.usualBasket) == Money(minor: 790_00))
    #expect(Money(nearest: mean.revenue) == Money(minor: 1_955_25))
    #expect(Money(nearest: mean.gross) == Money(minor: 574_13))
    #expect(Money(nearest: mean.cost) == Money(minor: 406_82))
    #expect(Money(nearest: mean.incrementalMargin) == Money(minor: 167_31))
    #expect(abs((mean.roi ?? 0) - 167.3085 / 406.824) < 1e-12)
    #expect(plan.losses == 0)
    // (150 + 10) ÷ ((574.1325 − 217.25 − 16 − 13.574) ÷ 2), and (45.03 + 189.574) ÷ (869 × (0.285 − 0.1)).
    #expect(abs((plan.breakEven.attendance ?? 0) - 160 / 163.65425) < 1e-9)
    guard case .multiple(let lift) = plan.breakEven.lift else { throw SmallStore.Incomplete() }
    #expect(abs(lift - 234.604 / 160.765) < 1e-9)
  }

  @Test func `halves of a cent are rounded away from zero`() {
    #expect(Money(nearest: 0.5) == Money(minor: 1))
    #expect(Money(nearest: -0.5) == Money(minor: -1))
    #expect(Money(nearest: 1.15 * 100 * 10 + 0.5) == Money(minor: 1151))
    #expect(Money(nearest: 0.4999) == .zero)
  }

  @Test(arguments: [full, ranges]) func `break-evens plugged back in leave nothing`(entries: String) throws {
    let plan = try SmallStore.plan(entries)
    let mean = plan.mean
    func margin(attended: Double, basket: Double) -> Double {
      var rates = plan.rates
      rates.basket = basket
      return EventFigures(
        plan.terms, rates, invited: mean.invited, attended: attended, usualBasket: mean.usualBasket,
        spentAnyway: mean.spentAnyway
      ).incrementalMargin
    }
    #expect(abs(margin(attended: plan.breakEven.attendance ?? .nan, basket: plan.rates.basket)) < 1e-6)
    guard case .multiple(let lift) = plan.breakEven.lift else { throw SmallStore.Incomplete() }
    #expect(abs(margin(attended: mean.attended, basket: lift)) < 1e-6)
  }

  @Test func `a margin below the discount is paid for by no lift`() throws {
    let entries = SmallStore.entries + ", discount = 10%"
    let low = try SmallStore.plan(entries, margin: .fixed(SmallStore.percent(8)))
    #expect(low.breakEven.lift == .marginBelowDiscount(kept: 0.08, discount: 0.1))
    #expect(low.breakEven.attendance == nil)
    let even = try SmallStore.plan(entries, margin: .fixed(SmallStore.percent(10)))
    #expect(even.breakEven.lift == .marginBelowDiscount(kept: 0.1, discount: 0.1))
  }

  @Test func `an event without cost has no ROI, and one where nobody buys no lift`() throws {
    #expect(try SmallStore.plan(SmallStore.entries).mean.roi == nil)
    let unsold = SmallStore.entries.replacing("buy = 55%", with: "buy = 0%")
    #expect(try SmallStore.plan(unsold).breakEven.lift == .nobodyBuys)
    let absent = SmallStore.entries.replacing("accept = 80%", with: "accept = 0%")
    #expect(try SmallStore.plan(absent + ", capacity = 1").mean.attended == 0)
  }

  @Test func `what the guests add, weighted by their chance of a seat, makes the whole`() throws {
    let plan = try SmallStore.plan(
      PlanTests.full.replacing("usual = 10%,", with: "").replacing(", usual = 10%", with: ""))
    let weights = [0.6, 0.6, 0.6, 0.2]
    let sum = zip(plan.guests.guests, weights).reduce(0) { $0 + $1.1 * plan.expectedMargin(of: $1.0) }
    #expect(abs(sum - 150_00 - 10_00 - plan.mean.incrementalMargin) < 1e-6)
  }
}

import Quantities
import Testing
@testable import Simulation

@Suite struct DeferredRevenueTests {
  /// The worked example of rule A4, which is example 52 of IFRS 15 in another guise.
  @Test func `9,000 allocated: 4,500 of 9,700 points recognise 4,175, then 4,000 more of 9,900 recognise 3,552`() {
    let sale = DeferredRevenue(allocated: 9_000_00)
    let first = DeferredRevenue.Progress(redeemed: 4_500, expected: 9_700_000)
    let sold = sale.movement(from: nil, to: first)
    #expect(sold[.allocated] == 9_000_00 && sold[.recognised] == 4_175_26 && sold[.closing] == 9_000_00 - 4_175_26)
    let second = DeferredRevenue.Progress(redeemed: 8_500, expected: 9_900_000)
    let moved = sale.movement(from: first, to: second)
    #expect(moved[.recognised] + moved[.truedUp] == 3_552_01)
    // At the expectation of the year before it would have been 4,000 of 9,700.
    #expect(moved[.recognised] == 3_711_34 && moved[.truedUp] == 3_552_01 - 3_711_34)
    #expect(moved[.opening] == sold[.closing] && moved[.closing] == 9_000_00 - 7_727_27)
  }

  @Test func `a price is split by stand-alone prices`() {
    // Example 52: 100,000 of sales, 10,000 points at 1, 95 % expected: 91,324 and 8,676.
    #expect(DeferredRevenue(price: 100_000_00, goods: 100_000_00, points: 9_500_00).allocated == 8_675_80)
    #expect(DeferredRevenue(price: 0, goods: 0, points: 0).allocated == 0)
    #expect(DeferredRevenue(price: -5, goods: -5, points: 10).allocated == 0)
  }

  @Test func `what has expired is recognised whole, also of points of which none was redeemed`() {
    let sale = DeferredRevenue(allocated: 100_00)
    let before = DeferredRevenue.Progress(redeemed: 30, expected: 60_000)
    let gone = sale.movement(from: before, to: .init(redeemed: 30, expected: 30_000))
    #expect(gone[.recognised] == 0 && gone[.truedUp] == 50_00 && gone[.closing] == 0)
    #expect(
      sale.movement(from: .init(redeemed: 0, expected: 60_000), to: .init(redeemed: 0, expected: 0))[.closing] == 0)
  }

  @Test func `returns undo their part of the allocation`() {
    let sale = DeferredRevenue(allocated: 100_00)
    let before = DeferredRevenue.Progress(redeemed: 25, expected: 100_000)
    let moved = sale.movement(from: before, to: .init(redeemed: 25, expected: 80_000, returned: 20_00))
    #expect(moved[.opening] == 75_00 && moved[.returned] == 20_00 && moved[.closing] == 55_00 && moved[.truedUp] == 0)
  }

  @Test func `the largest sums do not leave 128 bits`() {
    let most = DeferredRevenue(allocated: 1 << 61)
    #expect(
      most.recognised(redeemed: 2_000_000_000_000_000_000, ofThousandths: 4_000_000_000_000_000_000_000) == 1 << 60)
    _ = DeferredRevenue(price: 1 << 61, goods: 1 << 61, points: .max)
    let accrual = CostAccrual(costPerPoint: Ratio(1000))
    #expect(accrual.cost(ofThousandths: 4_000_000_000_000_000_000_000) == .max)
  }
}

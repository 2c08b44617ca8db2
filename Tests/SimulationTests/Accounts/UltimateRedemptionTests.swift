import Programme
import Quantities
import Testing
@testable import Simulation

@Suite struct UltimateRedemptionTests {
  /// 1,000 points a month in five months, of which nothing can be redeemed after age 2, redeemed by age as given.
  static func table(_ redeemed: [[Int64]]) -> VintageTable {
    var table = VintageTable(from: day(2025, 1, 1), months: redeemed.count)
    for (month, ages) in redeemed.enumerated() {
      table.issued[month + 1] = 1000
      table.sales[month] = 1000_00
      for (age, points) in ages.enumerated() { table.add(points, .redeemed, of: month + 1, in: month + age) }
      if ages.count == 3 { table.add(1000 - ages.reduce(0, +), .expired, of: month + 1, in: month + 2) }
    }
    return table
  }

  static let known: [[Int64]] = [[100, 200, 100], [200, 200, 200], [100, 200, 200], [150, 200], [50]]
  static let ages: [Int?] = [2, 2, 2, 2, 2]

  @Test func `development factors of a triangle worked out by hand`() {
    let vintages = CumulativeVintages(Self.table(Self.known))
    let found = UltimateRedemption(vintages, lastAges: Self.ages, by: 4)
    // f(0) = 1350 ÷ 550, f(1) = 1500 ÷ 1000.
    #expect(found.shortage == nil)
    #expect(found.expected == [0, 400_000, 600_000, 500_000, 525_000, 184_091])
    #expect(found.bases == [.ended, .ended, .ended, .ended, .developed, .developed])
    #expect(found.rate(of: 1) == 0.4 && found.rate(of: 4) == 0.525 && found.rate(of: 0) == nil)
    #expect(found.pooledRate == 2_209.091 / 5000)
    // What remains is rate × issued − redeemed: 175 + 134.091 points.
    let accrual = CostAccrual(costPerPoint: Ratio(1, over: 100) ?? .zero)
    let movement = accrual.movement(from: nil, to: found, redeemed: 1900, before: 0)
    #expect(movement.closing == 3_09)
  }

  @Test func `a vintage without redemption follows the pooled pattern as a share of issued`() {
    var redeemed = Self.known
    redeemed[4] = [0]
    let found = UltimateRedemption(CumulativeVintages(Self.table(redeemed)), lastAges: Self.ages, by: 4)
    // 800 ÷ 4000 at age 1, 500 ÷ 3000 at age 2.
    #expect(found.expected[5] == 366_667 && found.bases[5] == .pattern)
  }

  @Test func `as known amid the last month, a month that is not over enters no factor`() {
    let vintages = CumulativeVintages(Self.table(Self.known))
    let found = UltimateRedemption(vintages, lastAges: Self.ages, by: 4, isWhole: false)
    // Only two vintages had ended four months in.
    #expect(found.shortage == .fewVintages(2, needed: 3))
    #expect(found.expected == [0, 400_000, 600_000, 500_000, 1_000_000, 1_000_000])
    #expect(found.bases[4] == .everything)
  }

  @Test func `with too little data it says so, and everything outstanding counts`() {
    let vintages = CumulativeVintages(Self.table(Self.known))
    #expect(UltimateRedemption(vintages, lastAges: Self.ages, by: 3).shortage == .fewVintages(2, needed: 3))
    #expect(UltimateRedemption(vintages, lastAges: [nil, nil, nil, nil, nil], by: 4).shortage == .noLastAge)
    let nothing = CumulativeVintages(Self.table([[0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0], [0]]))
    let found = UltimateRedemption(nothing, lastAges: Self.ages, by: 4)
    #expect(found.shortage == .noRedemption)
    #expect(found.expected == [0, 0, 0, 0, 1_000_000, 1_000_000])
  }

  @Test func `the last age is the one in whose course the last points expire`() {
    let january = day(2025, 1, 1)
    #expect(PointsExpiry.afterEarning(.months(12)).lastAge(earnedIn: january) == 12)
    #expect(PointsExpiry.afterEarning(.days(1)).lastAge(earnedIn: january) == 0)
    #expect(PointsExpiry.afterEarning(.days(2)).lastAge(earnedIn: january) == 1)
    #expect(PointsExpiry.calendarYearEnd(extraYear: false).lastAge(earnedIn: january) == 11)
    #expect(PointsExpiry.calendarYearEnd(extraYear: true).lastAge(earnedIn: day(2025, 12, 1)) == 12)
    #expect(PointsExpiry.never.lastAge(earnedIn: january) == nil)
    #expect(PointsExpiry.inactivity(.months(6)).lastAge(earnedIn: january) == nil)
  }
}

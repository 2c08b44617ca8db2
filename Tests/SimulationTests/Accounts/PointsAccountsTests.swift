import Programme
import Quantities
import Testing
@testable import Simulation

@Suite struct PointsAccountsTests {
  private static func policy(_ expiry: PointsExpiry) -> PointsPolicy {
    var policy = PointsPolicy(name: "基础")
    policy.expire = expiry
    policy.cost = Ratio(8, over: 1000).map { PointPrice(perPoint: $0) }
    policy.value = Ratio(1, over: 100).map { PointPrice(perPoint: $0) }
    return policy
  }

  @Test func `a ledger of five vintages, month by month`() throws {
    let table = UltimateRedemptionTests.table(UltimateRedemptionTests.known)
    let months = PointsAccounts(table, Self.policy(.afterEarning(.months(2))), through: day(2025, 5, 31)).months
    #expect(months.map(\.name) == ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05"])
    #expect(months.map(\.outstanding) == [900, 1500, 1500, 1550, 1600])
    // Until three vintages have ended, in May, all that is outstanding counts; from then on 309.091 points do.
    #expect(months.compactMap(\.accrual).map(\.closing) == [7_20, 12_00, 12_00, 12_40, 2_47])
    let may = try #require(months.last?.accrual)
    #expect(may.opening == 12_40 && may.accrued == 1_47 && may.used == 3_60)
    #expect(may.released == 12_40 + 1_47 - 3_60 - 2_47)
    // Each month 1,000 of sales with 1,000 points at 0.01: 10 of 1,010 are the points', but 1.84 of 1,001.84 in May.
    let deferrals = months.compactMap(\.deferral)
    #expect(deferrals.map { $0[.allocated] } == [9_90, 9_90, 9_90, 9_90, 1_84])
    // January has ended in March: 9.90 whole. April holds 175 of 525, May 134.091 of 184.091.
    #expect(try #require(deferrals.last)[.closing] == 4_64)
  }

  @Test func `whatever the vintages, movements add up to the cent and vouchers balance`() {
    for seed in UInt64(0)..<300 {
      var dice = Dice(seed: seed)
      let count = dice.int(1...30)
      let table = dice.vintages(months: count)
      let expiry = dice.pick([
        PointsExpiry.afterEarning(.months(3)), .afterEarning(.days(45)), .calendarYearEnd(extraYear: false), .never,
      ])
      let last = day(2023, 1, 1).adding(months: count) - dice.pick([1, 1, 5])
      let accounts = PointsAccounts(table, Self.policy(expiry), through: last)
      #expect(accounts.months.count == count)
      var before: PointsAccounts.Month?
      for (index, month) in accounts.months.enumerated() {
        #expect(
          month.outstanding
            == month.estimate.points.indices.reduce(0) { sum, vintage in
              sum + CumulativeVintages(table).outstanding(vintage, by: index)
            }, "seed \(seed)")
        guard let accrual = month.accrual, let deferral = month.deferral else {
          Issue.record("seed \(seed): nothing booked")
          return
        }
        #expect(accrual.closing == accrual.opening + accrual.accrued - accrual.used - accrual.released)
        #expect(
          deferral[.closing]
            == deferral[.opening] + deferral[.allocated] - deferral[.returned] - deferral[.recognised]
            - deferral[.truedUp])
        #expect(accrual.closing >= 0 && deferral[.closing] >= 0, "seed \(seed)")
        if let before {
          #expect(accrual.opening == before.accrual?.closing && deferral[.opening] == before.deferral?[.closing])
          #expect(month.opening == before.outstanding)
        }
        if month.outstanding == 0 { #expect(accrual.closing == 0) }
        #expect((0...max(month.points, 0)).contains(month.breakage), "seed \(seed)")
        check(month, seed)
        before = month
      }
    }
  }

  private func check(_ month: PointsAccounts.Month, _ seed: UInt64) {
    var balance: [PointsAccount: Int64] = [:]
    for line in month.voucher {
      #expect(line.debit >= 0 && line.credit >= 0 && (line.debit == 0) != (line.credit == 0))
      balance[line.account, default: 0] += line.credit - line.debit
    }
    #expect(balance.values.reduce(0, +) == 0, "seed \(seed)")
    #expect(balance[.contractLiability, default: 0] == (month.deferral.map { $0[.closing] - $0[.opening] } ?? 0))
    #expect(balance[.accruedLiability, default: 0] == (month.accrual.map { $0.closing - $0.opening } ?? 0))
  }
}

extension Dice {
  /// Any points, redeemed, clawed back and expired in any order, as long as there are some left.
  fileprivate mutating func vintages(months: Int) -> VintageTable {
    var table = VintageTable(from: day(2023, 1, 1), months: months)
    if chance(30) { table.issued[0] = Int64(int(0...5000)) }
    for month in 0..<months {
      table.issued[month + 1] = chance(10) ? 0 : Int64(int(1...100_000))
      table.sales[month] = Int64(int(-1000...10_000_000))
    }
    for vintage in table.issued.indices {
      var left = Int(table.issued[vintage])
      for month in max(vintage - 1, 0)..<months where left > 0 {
        for fate in VintageTable.Fate.allCases where chance(50) {
          let points = chance(5) ? left : int(0...left / 3)
          table.add(Int64(points), fate, of: vintage, in: month)
          left -= points
        }
      }
    }
    return table
  }
}

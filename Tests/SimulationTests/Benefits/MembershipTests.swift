import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// What paid memberships bring, against a count of days one by one.
@Suite struct MembershipTests {
  private func history(_ sales: [(member: String, day: Day)]) throws -> PurchaseHistory {
    var builder = BookBuilder()
    for member in ["a", "b", "c"] { try builder.append(member: member, day: day(2024, 1, 1), amount: 100) }
    var actions = ActionTable()
    for sale in sales { try actions.append(member: sale.member, day: sale.day, kind: "付费卡") }
    return try #require(PurchaseHistory(try builder.finish().joined(by: nil, actions)))
  }

  private func membership(_ fee: Int64, _ term: MembershipPrice.Term) -> Membership {
    var membership = Membership(name: "付费卡")
    membership.price = MembershipPrice(Money(minor: fee), per: term)
    let half = Percent(fraction: Ratio(1, over: 2) ?? .zero)
    membership.renewal = ShareRange(Percent(fraction: Ratio(3, over: 10) ?? .zero), half)
    return membership
  }

  @Test func `fees are revenue day by day, and what is left is deferred`() throws {
    for seed in UInt64(0)..<60 {
      var dice = Dice(seed: seed)
      let fee = Int64(dice.int(1...40_000))
      let term = dice.pick(MembershipPrice.Term.allCases)
      let first = day(2024, 1, 1)
      var sales: [(member: String, day: Day)] = []
      for _ in 0..<dice.int(0...8) { sales.append((dice.pick(["a", "b", "c"]), first + dice.int(-200...700))) }
      let history = try history(sales)
      let start = first + dice.int(0...300)
      let range = try #require(DayRange(start, start + dice.int(0...400)))
      let account = MembershipAccount(membership(fee, term), history.book, over: range)

      var (sold, opening, revenue, deferred, due) = (Int64(0), Int64(0), Int64(0), Int64(0), Int64(0))
      for member in ["a", "b", "c"] {
        var end: Day?
        for sale in sales.filter({ $0.member == member }).map(\.day).sorted() where sale <= range.last {
          let start = max(sale, end ?? sale)
          let next = referenceDay(start, plus: term.duration)
          end = next
          func earned(before day: Day) -> Int64 {
            let days = (0..<(next - start)).count { start + $0 < day }
            return (Int64(days) * fee * 2 + Int64(next - start)) / (2 * Int64(next - start))
          }
          let (before, after) = (earned(before: range.first), earned(before: range.last + 1))
          revenue += after - before
          deferred += fee - after
          if sale < range.first { opening += fee - before } else { sold += 1 }
        }
        if let end, end > range.last, end <= referenceDay(range.last, plus: .months(12)) { due += 1 }
      }
      #expect(account.sold == sold && account.fees.minor == sold * fee)
      #expect(account.opening.minor == opening && account.revenue.minor == revenue)
      #expect(account.deferred.minor == deferred && account.due == due)
      #expect(opening + sold * fee == revenue + deferred)
      #expect(account.high.minor == (due * fee + 1) / 2)
    }
  }

  @Test func `a day's share of a year is 299 over its days, and renewals due are at the middle`() throws {
    let history = try history([("a", day(2025, 1, 1)), ("a", day(2025, 12, 1)), ("b", day(2025, 7, 1))])
    let range = try #require(DayRange(day(2025, 1, 1), day(2025, 12, 31)))
    let account = MembershipAccount(membership(299_00, .year), history.book, over: range)
    #expect(account.sold == 3)
    // All of the first, nothing of the second, which begins as the first ends, and 184 of 365 days of b's.
    #expect(account.revenue.minor == 299_00 + 150_73)
    #expect(account.deferred.minor == 299_00 + 148_27)
    // b's ends on 2026-07-01; a's second runs through 2026-12-31, so that its renewal is of 2027.
    #expect(account.due == 1)
    #expect((account.low.minor, account.expected.minor, account.high.minor) == (89_70, 119_60, 149_50))
  }

  @Test func `the present value of a yearly cost is discounted from the end of each year`() {
    let eight = Percent(fraction: Ratio(8, over: 100) ?? .zero)
    #expect(PresentValueTerms(eight, years: 1).presentValue(of: Money(minor: 108_00)) == Money(minor: 100_00))
    // 1,000 × (1 − 1.08^−5) ÷ 0.08
    #expect(PresentValueTerms(eight, years: 5).presentValue(of: Money(minor: 1_000_00)) == Money(minor: 3_992_71))
    let none = Percent(fraction: .zero)
    #expect(PresentValueTerms(none, years: 3).presentValue(of: Money(minor: 7)) == Money(minor: 21))
  }
}

import MemberBook
import Programme
import Quantities
import Testing

@testable import Simulation

/// What benefits cost, against a count taken from the naive reference's days.
@Suite struct BenefitTests {
  private static func benefits(_ tiers: [String]) -> [Benefit] {
    func benefit(_ name: String, _ change: (inout Benefit) -> Void) -> Benefit {
      var benefit = Benefit(name: name)
      change(&benefit)
      return benefit
    }
    let share = Percent(fraction: Ratio(777, over: 10_000) ?? .zero)
    let half = Percent(fraction: Ratio(1, over: 3) ?? .zero)
    return [
      benefit("discount") {
        $0.discount = Discount(off: share)
        $0.tiers = .from(tiers[1])
      },
      benefit("visit") {
        $0.cost = BenefitCost(Money(minor: 333), per: .visit)
        $0.takeUp = half
      },
      benefit("month") {
        $0.cost = BenefitCost(Money(minor: 1000), per: .month)
        $0.tiers = .named([tiers[tiers.count - 1]])
        $0.partnerPays = half
      },
      benefit("uses") {
        $0.cost = BenefitCost(Money(minor: 1501))
        $0.uses = YearlyUses(Count(5))
      },
      benefit("upgrade") {
        $0.cost = BenefitCost(Money(minor: 6000))
        $0.when = .upgrade
      },
      benefit("first") {
        $0.cost = BenefitCost(Money(minor: 500))
        $0.when = .firstPurchase
      },
      benefit("day 8") {
        $0.cost = BenefitCost(Money(minor: 77))
        $0.when = .purchases(.daysOfMonth([.day(8), .last]))
      },
    ]
  }

  /// Units by benefit, month and tier, counted day by day from what the reference says of tiers.
  private func expected(_ random: RandomCase, _ range: DayRange) -> [String: Int64] {
    var units: [String: Int64] = [:]
    let tiers = random.rules.ladder.tiers.map(\.name)
    for receipts in random.members {
      var next = 0
      let days = ReferenceMember.replay(receipts, by: random.rules, through: random.last)
      for (place, today) in days.enumerated() {
        let own = receipts[next..<(next + today.receipts.count)]
        let morning = today.receipts.first?.tierBefore ?? today.tier
        next += today.receipts.count
        guard range.contains(today.day) else { continue }
        let month = String(today.day.description.prefix(7))
        func add(_ name: String, _ tier: Int, _ count: Int64) {
          if count != 0 { units["\(name) \(month) \(tiers[tier])", default: 0] += count }
        }
        if place > 0, today.day.isFirstOfMonth {
          if morning == tiers.count - 1 { add("month", morning, 1) }
          add("uses", morning, 1)
        }
        var net: Int64 = 0
        for (receipt, entry) in zip(own, today.receipts) {
          let tier = entry.tierBefore
          if tier > 0 {
            let exact = receipt.amount * 777
            add("discount", tier, (abs(exact) * 2 + 10_000) / 20_000 * (exact < 0 ? -1 : 1))
          }
          add("visit", tier, (net + receipt.amount > 0 ? 1 : 0) - (net > 0 ? 1 : 0))
          net += receipt.amount
          let isEighth = today.day.components.day == 8 || (today.day + 1).isFirstOfMonth
          if receipt.amount > 0, isEighth { add("day 8", tier, 1) }
        }
        if place == 0, let first = own.first, first.amount >= 0 { add("first", 0, 1) }
      }
    }
    return units.filter { $0.value != 0 }
  }

  @Test func `units agree with the reference, and every total is the sum of its lines`() throws {
    for seed in UInt64(0)..<250 {
      let random = RandomCase(seed: seed)
      let history = try random.history()
      var rules = random.rules
      rules.points?.cost = Ratio(8, over: 1_000).map { PointPrice(perPoint: $0) }
      rules.benefits = Self.benefits(rules.ladder.tiers.map(\.name))
      rules.assumptions = [Assumption(.margin, .fixed(Percent(fraction: Ratio(3, over: 8) ?? .zero)))]
      let compiled = try CompiledRules(rules, for: history, through: random.last)
      guard let range = DayRange(random.last - 250, random.last) else { continue }
      let outcome = try Replay(history)(compiled, over: range)
      var found: [String: Int64] = [:]
      for line in outcome.benefitLines where line.benefit != "upgrade" {
        found["\(line.benefit) \(line.month) \(line.tier)"] = line.units
      }
      guard found == expected(random, range) else {
        Issue.record("seed \(seed): \(found) but \(expected(random, range))")
        return
      }
      // A month of an upgrade and a downgrade has both; the total of the gifts is that of the changes upwards.
      let gifts = outcome.benefitLines.filter { $0.benefit == "upgrade" }.reduce(0) { $0 + $1.units }
      #expect(gifts == outcome.flow.upgrades)
      try checkSums(outcome, try Replay(history)(compiled, over: range, by: .month))
    }
  }

  private func checkSums(_ outcome: Outcome, _ byMonth: Outcome) throws {
    func money(_ name: String, _ key: SliceKey, in outcome: Outcome) throws -> Int64 {
      guard case .money(let money) = outcome.value(of: try #require(Metric.named(name)), in: key) else { return -1 }
      return money.minor
    }
    let total = outcome.benefitLines.reduce(Int64(0)) { $0 + $1.cost.minor }
    #expect(try money("benefit_cost", SliceKey(), in: outcome) == total)
    // 0.8 of a cent for each point redeemed, rounded once, halves away from zero.
    let points = (outcome.flow.redeemed * 8 * 2 + 10) / 20
    #expect(try money("points_cost", SliceKey(), in: outcome) == points)
    #expect(try money("programme_cost", SliceKey(), in: outcome) == total + points)
    let tiers = outcome.tiers.indices
    #expect(try tiers.reduce(0) { $0 + (try money("benefit_cost", SliceKey(tier: $1), in: outcome)) } == total)
    let names = outcome.costing.benefits.map(\.name)
    #expect(try names.reduce(0) { $0 + (try money("benefit_cost", SliceKey(benefit: $1), in: outcome)) } == total)
    let months = 0..<byMonth.groupCount
    #expect(try months.reduce(0) { $0 + (try money("benefit_cost", SliceKey(group: $1), in: byMonth)) } == total)
    // 3/8 of the spend is left, rounded to the cent, halves away from zero.
    let gross = (abs(outcome.flow.spend) * 3 * 2 + 8) / 16 * (outcome.flow.spend < 0 ? -1 : 1)
    #expect(try money("margin", SliceKey(), in: outcome) == gross - total - points)
  }

  @Test func `a discount on sales that would have happened anyway costs what it gives`() throws {
    var builder = BookBuilder()
    let day = try #require(Day(year: 2025, month: 3, day: 1))
    try builder.append(member: "a", day: day, amount: 10_000)
    let history = try #require(History(try builder.finish()))
    var benefit = Benefit(name: "off")
    benefit.discount = Discount(off: Percent(fraction: Ratio(1, over: 10) ?? .zero))
    for margin in [Int64(10), 38, 90] {
      let assumption = Assumption(.margin, .fixed(Percent(fraction: Ratio(margin, over: 100) ?? .zero)))
      let rules = Rules(ladder: .single, benefits: [benefit], assumptions: [assumption])
      let outcome = try Replay(history)(
        CompiledRules(rules, for: history, through: day), over: try #require(DayRange(day, day)))
      #expect(outcome.value(of: try #require(Metric.named("benefit_cost"))) == .money(Money(minor: 1000)))
      #expect(outcome.value(of: .margin) == .money(Money(minor: 100 * margin - 1000)))
    }
  }
}

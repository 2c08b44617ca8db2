import MemberBook
import PlanLanguage
import Programme
import Quantities
import Testing
@testable import Simulation

extension CostShares {
  /// From thousandths.
  fileprivate init(_ parts: KeyValuePairs<Bearer, Int64>) {
    self.init(parts.map { Part(bearer: $0.key, share: Percent(fraction: Ratio($0.value, over: 1000) ?? .zero)) })
  }
}

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
        $0.borneBy = CostShares([.store: 600, .tenant: 125, .headOffice: 200, .partner: 75])
      },
      benefit("staff") {
        $0.cost = BenefitCost(Money(minor: 700_001), per: .staff)
        $0.staff = StaffRatio(Count(3), per: Count(2))
        $0.takeUp = half
        $0.tiers = .from(tiers[1])
        $0.borneBy = CostShares([.headOffice: 500, .store: 250, .partner: 250])
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
    func note(_ name: String, _ day: Day, _ tier: String, _ count: Int64) {
      units["\(name) \(day.description.prefix(7)) \(tier)", default: 0] += count
    }
    let tiers = random.rules.ladder.tiers.map(\.name)
    for (number, receipts) in random.members.enumerated() {
      var next = 0
      var discounts = GivenDiscounts(receipts)
      let days = random.reference(number)
      for (place, today) in days.enumerated() {
        let own = receipts[next..<(next + today.receipts.count)]
        let morning = today.receipts.first?.tierBefore ?? today.tier
        next += today.receipts.count
        guard range.contains(today.day) else { continue }
        func add(_ name: String, _ tier: Int, _ count: Int64) {
          if count != 0 { note(name, today.day, tiers[tier], count) }
        }
        if place > 0, today.day.isFirstOfMonth {
          if morning == tiers.count - 1 { add("month", morning, 1) }
          add("uses", morning, 1)
          if morning > 0 { add("staff", morning, 1) }
        }
        let isEighth = today.day.components.day == 8 || (today.day + 1).isFirstOfMonth
        for (receipt, entry) in zip(own, today.receipts) where receipt.amount >= 0 && isEighth {
          add("day 8", entry.tierBefore, 1)
        }
        // A day that comes to more than 0 in the end is a visit of the receipt that made it one last.
        var net: Int64 = 0
        var visitTier: Int?
        for (receipt, entry) in zip(own, today.receipts) {
          if net <= 0, net + receipt.amount > 0 { visitTier = entry.tierBefore }
          net += receipt.amount
        }
        if net > 0, let visitTier { add("visit", visitTier, 1) }
        if place == 0, let first = own.first, first.amount >= 0 { add("first", 0, 1) }
      }
      // From the first receipt on, since a return takes back what was given before the range.
      next = 0
      for today in days {
        for entry in today.receipts {
          let exact = receipts[next].amount * 777
          let off = entry.tierBefore > 0 ? (abs(exact) * 2 + 10_000) / 20_000 * (exact < 0 ? -1 : 1) : 0
          let (tier, units) = discounts.units(of: next, "discount", tier: entry.tierBefore, givenAlone: off)
          next += 1
          guard range.contains(today.day), units != 0 else { continue }
          note("discount", today.day, tiers[tier], units)
        }
      }
    }
    return units.filter { $0.value != 0 }
  }

  @Test(arguments: Seeds.portions(of: 0..<500, each: 25))
  func `units agree with the reference, and every total is the sum of its lines`(seeds: Seeds) throws {
    for seed in seeds {
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
      let expected = expected(random, range)
      guard found == expected else {
        Issue.record("seed \(seed): \(found) but \(expected)")
        return
      }
      // A month of an upgrade and a downgrade has both; the total of the gifts is that of the changes upwards.
      let gifts = outcome.benefitLines.filter { $0.benefit == "upgrade" }.reduce(0) { $0 + $1.units }
      #expect(gifts == outcome.flow[.upgrades])
      try checkSums(outcome, try Replay(history)(compiled, over: range, by: .month))
      checkBearers(outcome)
      for slices in [1, 7] {
        var replay = Replay(history)
        replay.slices = slices
        #expect(try replay(compiled, over: range) == outcome)
      }
    }
  }

  /// The parts of a line come to the whole cost, the house's parts to what the house bears.
  private func checkBearers(_ outcome: Outcome) {
    func nearest(_ numerator: Int64, _ denominator: Int64) -> Int64 {
      (2 * numerator + denominator) / (2 * denominator)
    }
    for line in outcome.benefitLines {
      let house = line.parts.filter { [.store, .headOffice].contains($0.bearer) }.reduce(0) { $0 + $1.amount.minor }
      #expect(house == line.cost.minor)
      guard line.benefit == "uses" else { continue }
      // 15.01 × 5 ÷ 12 a unit; 80 % of it is the house's, and of that three quarters are the store's.
      let all = line.parts.reduce(0) { $0 + $1.amount.minor }
      #expect(all == nearest(line.units * 1501 * 5, 12))
      #expect(house == nearest(line.units * 1501 * 5 * 80, 1200))
      let store = line.parts.first { $0.bearer == .store }?.amount.minor ?? 0
      #expect(abs(4 * store - 3 * house) < 4)
    }
    // A third of the members wants one, and three people serve two of those; a begun one is a whole one.
    for month in outcome.costing.months {
      let lines = outcome.benefitLines.filter { $0.benefit == "staff" && $0.month == month }
      let members = lines.reduce(0) { $0 + $1.units }
      let staff = (members + 1) / 2
      #expect(lines.reduce(0) { $0 + $1.cost.minor } == nearest(staff * 700_001 * 3, 4))
      for line in lines {
        #expect(abs(line.cost.minor * members - line.units * nearest(staff * 700_001 * 3, 4)) < members)
      }
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
    let points = (outcome.flow[.redeemed] * 8 * 2 + 10) / 20
    #expect(try money("points_cost", SliceKey(), in: outcome) == points)
    #expect(try money("programme_cost", SliceKey(), in: outcome) == total + points)
    let tiers = outcome.tiers.indices
    #expect(try tiers.reduce(0) { $0 + (try money("benefit_cost", SliceKey(tier: $1), in: outcome)) } == total)
    let names = outcome.costing.items.map(\.name)
    #expect(try names.reduce(0) { $0 + (try money("benefit_cost", SliceKey(named: $1), in: outcome)) } == total)
    let months = 0..<byMonth.groupCount
    #expect(try months.reduce(0) { $0 + (try money("benefit_cost", SliceKey(group: $1), in: byMonth)) } == total)
    // 3/8 of the spend is left, rounded to the cent, halves away from zero.
    let gross = (abs(outcome.flow[.spend]) * 3 * 2 + 8) / 16 * (outcome.flow[.spend] < 0 ? -1 : 1)
    #expect(try money("margin", SliceKey(), in: outcome) == gross - total - points)
  }

  @Test func `a discount on sales that would have happened anyway costs what it gives`() throws {
    var builder = BookBuilder()
    let day = try #require(Day(year: 2025, month: 3, day: 1))
    try builder.append(member: "a", day: day, amount: 10_000)
    let history = try #require(PurchaseHistory(try builder.finish()))
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

import MemberBook
import PlanLanguage
import Programme
import Quantities
import Testing
@testable import Simulation

/// Coupons, second items, occasions and named members on random cases, against a count over the reference's days.
@Suite struct FurtherBenefitTests {
  private struct Case {
    let random: RandomCase
    let condition: Condition
    /// By member, receipt and line, in thousandths.
    let quantities: [[[Int32]]]
    /// By member: the days on which they redeem 用.
    let redemptions: [[Day]]
    let range: DayRange

    init?(seed: UInt64) {
      random = RandomCase(seed: seed)
      var dice = Dice(seed: seed &* 31 &+ 7)
      condition = dice.condition(depth: 2)
      quantities = random.members.map { receipts in
        receipts.map { $0.lines.map { _ in dice.pick([0, 1000, 1000, 2000, 3000, 2500, 500]) } }
      }
      redemptions = random.members.map { receipts in
        guard dice.chance(50) else { return [] }
        return receipts.compactMap { receipt in dice.chance(30) ? receipt.day + dice.pick([0, 1, 14, 15, 16]) : nil }
          .sorted()
      }
      guard let range = DayRange(random.last - 250, random.last) else { return nil }
      self.range = range
    }

    func history() throws -> PurchaseHistory {
      var builder = BookBuilder()
      for (number, receipts) in random.members.enumerated() {
        for (index, receipt) in receipts.enumerated() {
          for (place, line) in receipt.lines.enumerated() {
            try builder.append(
              member: "m\(number)", day: receipt.day, second: receipt.second, amount: line.amount,
              store: receipt.store, category: line.category, receipt: "r\(index)",
              original: receipt.original.map { "r\($0)" }, quantity: quantities[number][index][place],
              discount: line.discount)
          }
        }
      }
      var book = try builder.finish()
      if redemptions.contains(where: { !$0.isEmpty }) {
        var actions = ActionTable()
        for (number, days) in redemptions.enumerated() {
          for day in days { try actions.append(member: "m\(number)", day: day, kind: "核销", detail: "用") }
          if let day = days.first { try actions.append(member: "m\(number)", day: day, kind: "发放", detail: "用") }
        }
        book = try book.joined(by: nil, actions)
      }
      return try #require(PurchaseHistory(book))
    }

    var rules: Rules {
      var rules = random.rules
      rules.benefits = [
        benefit("second") {
          $0.discount = Discount(off: share(500), onSecondItem: true)
          $0.when = .purchases(condition)
        },
        benefit("some") {
          $0.discount = Discount(off: share(77))
          $0.when = .purchases(condition)
        },
        benefit("third") {
          $0.cost = BenefitCost(Money(minor: 901))
          $0.fee = Money(minor: 300)
          $0.when = .fromPurchase(Count(3))
        },
        benefit("lapse") {
          $0.cost = BenefitCost(Money(minor: 500))
          $0.when = .lapsed(.months(2))
        },
        benefit("named") {
          $0.discount = Discount(off: share(120))
          $0.members = .ids(["m1", "nobody"])
        },
      ]
      rules.coupons = [
        coupon("升", .amount(Money(minor: 2000)), .days(30), .upgrade),
        coupon("首", .share(share(100), most: Money(minor: 500)), .days(10), .firstPurchase),
        coupon("回", .amount(Money(minor: 2000)), .days(20), .lapsed(.days(45))),
        coupon("用", .share(share(70), most: Money(minor: 900)), .days(15), .purchases(condition)),
      ]
      rules.coupons[1].off?.basket = Money(minor: 3000)
      rules.coupons[2].tiers = .from(rules.ladder.tiers[1].name)
      return rules
    }

    private func share(_ thousandths: Int64) -> Percent { Percent(fraction: Ratio(thousandths, over: 1000) ?? .zero) }

    private func benefit(_ name: String, _ change: (inout Benefit) -> Void) -> Benefit {
      var benefit = Benefit(name: name)
      change(&benefit)
      return benefit
    }

    private func coupon(
      _ name: String, _ off: CouponOff.Value, _ valid: CalendarDuration, _ when: Occasion
    ) -> Coupon {
      var coupon = Coupon(name: name)
      (coupon.off, coupon.valid, coupon.when) = (CouponOff(off), valid, when)
      coupon.redeem = ShareRange(share(50), share(150))
      return coupon
    }
  }

  /// `units 用 月 tier`, `issued 用`, `open 用`, `redeemed 用`, of what is not 0.
  private func expected(_ test: Case) -> [String: Int64] {
    var found: [String: Int64] = [:]
    let (random, range) = (test.random, test.range)
    let tiers = random.rules.ladder.tiers.map(\.name)
    let isReal = test.redemptions.contains { !$0.isEmpty }
    for (number, receipts) in random.members.enumerated() {
      var next = 0
      var discounts = GivenDiscounts(receipts)
      let reference = ReferenceMember(
        receipts, [], ReferencePerson(), random.rules, dataStart: receipts.first?.day ?? random.last)
      var useDays: [Day] = []
      let days = ReferenceMember.replay(
        receipts, by: random.rules, number: number, places: random.places, through: random.last)
      for today in days {
        let own = receipts[next..<(next + today.receipts.count)]
        let morning = today.receipts.first?.tierBefore ?? today.tier
        let isIn = range.contains(today.day)
        func add(_ name: String, _ tier: Int, _ count: Int64) {
          guard isIn, count != 0 else { return }
          found["units \(name) \(today.day.description.prefix(7)) \(tiers[tier])", default: 0] += count
        }
        func issue(_ name: String, valid: Int, times: Int64 = 1) {
          if isIn, times != 0 { found["issued \(name)", default: 0] += times }
          if today.day + valid > range.last, times != 0 { found["open \(name)", default: 0] += times }
        }
        /// Whether the last day with a purchase before this one is `day`.
        func lastBought(_ day: Day) -> Bool {
          receipts.last { $0.day < today.day && $0.amount >= 0 }?.day == day
        }
        issue("升", valid: 30, times: Int64(today.upgrades))
        if lastBought(today.day - 45), morning > 0 {
          issue("回", valid: 20)
          add("回", morning, 1)
        }
        // Two months after a day: several days can lead to the same one at a month's end.
        if let bought = receipts.last(where: { $0.day < today.day && $0.amount >= 0 })?.day,
          referenceDay(bought, plus: .months(2)) == today.day
        {
          add("lapse", morning, 1)
        }
        for (place, (receipt, entry)) in zip(own, today.receipts).enumerated() {
          let (index, tier) = (next + place, entry.tierBefore)
          let before = receipts[...index]
          let ordinal = before.count { $0.amount >= 0 }
          if receipt.amount >= 0, ordinal >= 3 { add("third", tier, 1) }
          func off(_ name: String, _ alone: Int64) {
            let (row, units) = discounts.units(of: index, name, tier: tier, givenAlone: alone)
            add(name, row, units)
          }
          if number == 1 { off("named", nearest(receipt.amount * 120, 1000)) }
          let matching = receipt.lines.filter { meets(test.condition, receipt, $0, by: reference) }
          off("some", nearest(matching.reduce(0) { $0 + $1.amount } * 77, 1000))
          off("second", seconds(receipt, test.quantities[number][index], test, reference))
          let bought = before.filter { $0.amount >= 0 }.map(\.amount)
          let mean = bought.isEmpty ? nil : nearest(bought.reduce(0, +), Int64(bought.count))
          if index == 0, receipt.amount >= 0 {
            issue("首", valid: 10)
            add("首", tier, mean.map { min(nearest(max($0, 3000) * 100, 1000), 500) } ?? 500)
          }
          if receipt.amount >= 0, !matching.isEmpty {
            useDays.append(today.day)
            if isReal {
              if isIn { found["issued 用", default: 0] += 1 }
            } else {
              issue("用", valid: 15)
              add("用", tier, mean.map { min(nearest($0 * 70, 1000), 900) } ?? 900)
            }
          }
        }
        next += today.receipts.count
      }
      guard isReal else { continue }
      for day in test.redemptions[number] where day <= range.last {
        if range.contains(day) {
          let paid = receipts.filter { $0.day == day && $0.amount > 0 }.reduce(0) { $0 + $1.amount }
          found["redeemed 用", default: 0] += 1
          found["money 用", default: 0] += paid == 0 ? 900 : min(nearest(paid * 70, 1000), 900)
        }
        if let place = useDays.firstIndex(where: { $0 <= day && day < $0 + 15 }) { useDays.remove(at: place) }
      }
      let open = Int64(useDays.count { $0 + 15 > range.last })
      if open > 0 { found["open 用", default: 0] += open }
    }
    return found.filter { $0.value != 0 }
  }

  private func nearest(_ numerator: Int64, _ denominator: Int64) -> Int64 {
    (abs(numerator) * 2 + denominator) / (denominator * 2) * (numerator < 0 ? -1 : 1)
  }

  /// Half the prices of every second piece that matches, dearest first, one by one, rounded once.
  private func seconds(
    _ receipt: ReferenceReceipt, _ quantities: [Int32], _ test: Case, _ member: ReferenceMember
  ) -> Int64 {
    let sign: Int64 = receipt.amount < 0 ? -1 : 1
    var pieces: [Fraction] = []
    for (line, quantity) in zip(receipt.lines, quantities)
    where line.amount * sign > 0 && meets(test.condition, receipt, line, by: member) {
      let price = Fraction(line.amount * sign) / (quantity == 0 ? Fraction(1) : Fraction(Int128(quantity), over: 1000))
      pieces += Array(repeating: price, count: quantity == 0 ? 1 : Int(quantity) / 1000)
    }
    pieces.sort { $1 < $0 }
    let sum = pieces.indices.reduce(Fraction(0)) { $1 % 2 == 1 ? $0 + pieces[$1] : $0 }
    return (sum / Fraction(2)).rounded(.nearest) * sign
  }

  private func found(_ outcome: Outcome) -> [String: Int64] {
    var found: [String: Int64] = [:]
    let isReal = outcome.costing.coupons[3].isReal
    for line in outcome.benefitLines where line.benefit != "升" {
      if isReal, line.benefit == "用" {
        found["money 用", default: 0] += line.units
      } else {
        found["units \(line.benefit) \(line.month) \(line.tier)"] = line.units
      }
    }
    for line in outcome.couponLines {
      found["issued \(line.coupon)", default: 0] += line.count[.issued]
      found["open \(line.coupon)", default: 0] += line.count[.open]
      found["redeemed \(line.coupon)", default: 0] += line.count[.redeemed]
    }
    return found.filter { $0.value != 0 }
  }

  @Test(arguments: Seeds.portions(of: 0..<500, each: 25))
  func `coupons and further benefits agree with the reference`(seeds: Seeds) throws {
    for seed in seeds {
      guard let test = Case(seed: seed) else { continue }
      let history = try test.history()
      let compiled = try CompiledRules(test.rules, for: history, through: test.random.last)
      let outcome = try Replay(history)(compiled, over: test.range)
      let (found, expected) = (found(outcome), expected(test))
      guard found == expected else {
        let differing = Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }.sorted()
        let text = differing.map { "\($0): \(found[$0] ?? 0) but \(expected[$0] ?? 0)" }.joined(separator: ", ")
        Issue.record("seed \(seed): \(text)")
        return
      }
      checkMoney(outcome)
      var replay = Replay(history)
      replay.slices = 3
      #expect(try replay(compiled, over: test.range) == outcome)
    }
  }

  /// A tenth of the 20.00 is expected, and 6.01 is left of 9.01.
  private func checkMoney(_ outcome: Outcome) {
    for line in outcome.benefitLines {
      switch line.benefit {
      case "升", "回": #expect(line.cost.minor == line.units * 200)
      case "third": #expect((line.cost.minor, line.fees.minor) == (line.units * 601, line.units * 300))
      default: break
      }
    }
    for line in outcome.couponLines where ["升", "回"].contains(line.coupon) {
      #expect(line.low.minor * 2 == line.cost.minor && line.high.minor * 2 == line.cost.minor * 3)
      #expect(line.exposure.minor == line.count[.open] * 2000)
    }
  }
}

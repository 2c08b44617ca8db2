import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// The kernel against the naive reference, on random rules and members: every member's tier by day, every lot, every
/// receipt's points, and the totals of a replay.
@Suite struct KernelAgainstReferenceTests {
  @Test(arguments: Seeds.portions(of: 0..<500, each: 25), [false, true])
  func `the kernel walks every random case as the text says`(seeds: Seeds, withPeople: Bool) throws {
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: withPeople)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last)
      for number in random.members.indices {
        let expected = random.reference(number)
        let found =
          random.member(number, in: history).map { KernelDays.replay($0, rules, history, through: random.last) } ?? []
        guard expected != found else { continue }
        let place = zip(expected, found).first { $0 != $1 }
        Issue.record(
          "seed \(seed), member \(number): expected \(String(describing: place?.0)), found \(String(describing: place?.1)), \(expected.count) and \(found.count) days, of \(random.people[number]), data from \(String(describing: random.dataStart)), under \(random.rules)"
        )
        return
      }
    }
  }

  @Test(arguments: Seeds.portions(of: 1000..<1500, each: 25))
  func `totals agree with the reference and do not depend on slices`(seeds: Seeds) throws {
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: seed % 2 == 1)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last)
      var replay = Replay(history)
      let first = random.last - Int(seed % 400)
      guard let range = DayRange(first, random.last) else { continue }
      let outcome = try replay(rules, over: range)
      for slices in [1, 2, 7, 64] {
        replay.slices = slices
        #expect(try replay(rules, over: range) == outcome, "seed \(seed) in \(slices) slices")
      }
      var flow = Flow()
      var stock = Stock()
      var opening: Int64 = 0
      var unseen: Int64 = 0
      var shortfall = Shortfall()
      var rewards: [String: RewardFlow] = [:]
      var tiers: [Int] = []
      for (number, receipts) in random.members.enumerated() {
        let days = random.reference(number)
        // Whoever has neither receipts nor facts is not in the book.
        if random.member(number, in: history) != nil { tiers.append(days.last?.tier ?? 0) }
        for today in days {
          opening += today.opening
          if today.day < first {
            opening += today.issued - today.redeemed - today.expired - today.clawedBack
          } else {
            flow[.issued] += today.issued
            flow[.expired] += today.expired
            flow[.redeemed] += today.redeemed
            for redemption in today.redemptions where redemption.points > 0 {
              guard let name = redemption.reward else { continue }
              rewards[name, default: RewardFlow()][.redemptions] += 1
              rewards[name, default: RewardFlow()][.points] += redemption.points
            }
            for redemption in today.redemptions where redemption.missing > 0 {
              shortfall[.redemptions] += 1
              shortfall[.points] += Int128(redemption.missing)
            }
            flow[.clawedBack] += today.clawedBack
            flow[.waived] += today.waived
            flow[.upgrades] += Int64(today.upgrades)
            flow[.downgrades] += Int64(today.downgrades)
            unseen += Int64(today.unseen)
          }
          if today.day == random.last { stock[.outstanding] += today.lots.reduce(0) { $0 + $1.remaining } }
          if today.day == random.last { stock[.owed] += today.owed }
        }
        let within = receipts.filter { range.contains($0.day) }
        flow[.purchases] += Int64(within.count { $0.amount >= 0 })
        flow[.returns] += Int64(within.count { $0.amount < 0 })
        flow[.spend] += within.reduce(0) { $0 + $1.amount }
        let byDay = Dictionary(grouping: within, by: \.day)
        flow[.visits] += Int64(byDay.values.count { $0.reduce(0) { $0 + $1.amount } > 0 })
      }
      let found = outcome.flow
      #expect(
        found[.purchases] == flow[.purchases] && found[.returns] == flow[.returns] && found[.spend] == flow[.spend])
      #expect(found[.visits] == flow[.visits], "seed \(seed)")
      #expect(
        found[.issued] == flow[.issued] && found[.expired] == flow[.expired] && found[.clawedBack] == flow[.clawedBack])
      #expect(
        found[.waived] == flow[.waived] && found[.upgrades] == flow[.upgrades]
          && found[.downgrades] == flow[.downgrades])
      #expect(outcome.stock[.owed] == stock[.owed], "seed \(seed)")
      #expect(outcome.stock[.outstanding] == stock[.outstanding] && outcome.totals[.opening] == opening, "seed \(seed)")
      // The identity, from parts that were counted apart.
      #expect(found[.redeemed] == flow[.redeemed] && outcome.shortfall == shortfall, "seed \(seed)")
      for (reward, total) in zip(outcome.costing.rewards, outcome.rewards()) {
        #expect(total == rewards[reward.name] ?? RewardFlow(), "seed \(seed)")
      }
      #expect(
        opening + found[.issued] == found[.redeemed] + found[.expired] + found[.clawedBack]
          + outcome.stock[.outstanding])
      #expect(outcome.stock[.members] == Int64(tiers.count) && outcome.totals[.unseenReviews] == unseen, "seed \(seed)")
      #expect(outcome.finalTiers.map { Int($0) }.sorted() == tiers.sorted(), "seed \(seed)")
    }
  }

  @Test(arguments: Seeds.portions(of: 1500..<1900, each: 25))
  func `splitting by tier, month, store, channel and category loses nothing`(seeds: Seeds) throws {
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: seed % 2 == 1)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last)
      guard let range = DayRange(random.last - 200, random.last) else { continue }
      let whole = try Replay(history)(rules, over: range)
      for split in [Split.month, .store, .channel] {
        let parts = try Replay(history)(rules, over: range, by: split)
        #expect(parts.flow == whole.flow && parts.stock == whole.stock, "seed \(seed) by \(split)")
        #expect(parts.gross.reduce(0, +) == whole.gross.reduce(0, +), "seed \(seed) by \(split)")
        #expect(parts.rewards() == whole.rewards() && parts.shortfall == whole.shortfall, "seed \(seed) by \(split)")
        for tier in whole.tiers.indices { #expect(parts.flow(ofTier: tier) == whole.flow(ofTier: tier)) }
      }
      #expect(try Replay(history)(rules, over: range, by: .category).flow[.spend] == whole.flow[.spend])
    }
  }
}

import Programme
import Quantities
import Testing

/// What a stretch of random cases comes upon, so that a generator that misses a rule is noticed.
private struct Reach {
  var upgrades = 0
  var downgrades = 0
  var expiries = 0
  var clawbacks = 0
  var waivers = 0
  /// Members whose replay a cap, a grace, a change of a threshold for a while, or one cent more on every spend
  /// threshold makes different.
  var capped = 0
  var graced = 0
  var changed = 0
  var tied = 0

  var all: [Int] { [upgrades, downgrades, expiries, clawbacks, waivers, capped, graced, changed, tied] }
}

extension ReferenceTests {
  @Test func `random cases reach what they are for`() {
    var reach = Reach()
    for seed in Self.seeds.prefix(150) {
      let random = RandomCase(seed: seed)
      for receipts in random.members {
        let replay = ReferenceMember.replay(receipts, by: random.rules, through: random.last)
        for today in replay {
          reach.upgrades += today.upgrades
          reach.downgrades += today.downgrades
          reach.expiries += today.expired > 0 ? 1 : 0
          reach.clawbacks += today.clawedBack > 0 ? 1 : 0
          reach.waivers += today.waived > 0 ? 1 : 0
        }
        func differs(_ change: (inout Rules) -> Void) -> Int {
          var rules = random.rules
          change(&rules)
          return rules == random.rules || ReferenceMember.replay(receipts, by: rules, through: random.last) == replay
            ? 0 : 1
        }
        reach.capped += differs { $0.points?.cap = nil }
        reach.graced += differs { $0.ladder.grace = nil }
        reach.changed += differs { rules in
          for index in rules.ladder.tiers.indices {
            var tier = rules.ladder.tiers[index]
            tier.spend = Scheduled(tier.spend.base)
            tier.visits = Scheduled(tier.visits.base)
            tier.purchases = Scheduled(tier.purchases.base)
            tier.points = Scheduled(tier.points.base)
            rules.ladder.tiers[index] = tier
          }
        }
        reach.tied += differs { rules in
          for index in rules.ladder.tiers.indices {
            guard let base = rules.ladder.tiers[index].spend.base else { continue }
            rules.ladder.tiers[index].spend.base = Money(minor: base.minor + 1)
          }
        }
      }
    }
    #expect(reach.all.allSatisfy { $0 >= 20 }, "\(reach)")
  }
}

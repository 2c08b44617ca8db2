import PlanLanguage
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
  /// The same of what is redeemed by assumption, owed, and (seldom: it moves a tier) to be spent only.
  var redeemed = 0
  var owed = 0
  var spendableOnly = 0

  /// The same of tasks, and of how long what they win lasts.
  var tasks = 0
  var lasting = 0
  /// The same of what counts, and of what changed thresholds mean.
  var counted = 0
  var kept = 0
  var atOnce = 0
  /// The same of limited places, and places that were won.
  var limited = 0
  var won = 0

  var all: [Int] {
    [
      redeemed, owed, upgrades, downgrades, expiries, clawbacks, waivers, capped, graced, changed, tied,
      tasks, lasting, counted, kept * 4, atOnce, limited * 4, won * 4,
    ]
  }
}

extension ReferenceTests {
  @Test(arguments: Seeds.portions(of: 0..<150, each: 150))
  func `random cases reach what they are for`(seeds: Seeds) {
    var reach = Reach()
    for seed in seeds {
      let random = RandomCase(seed: seed)
      reach.won += random.places.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } }
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
        reach.redeemed += differs { $0.points?.redeem = Scheduled() }
        reach.owed += differs { $0.points?.debt = .waive }
        reach.spendableOnly += differs { rules in
          for index in rules.points?.bonuses.indices ?? 0..<0 { rules.points?.bonuses[index].qualifies = .yes }
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
        reach.tasks += differs { rules in
          for index in rules.ladder.tiers.indices { rules.ladder.tiers[index].tasks = [] }
        }
        reach.limited += differs { rules in
          for index in rules.ladder.tiers.indices { rules.ladder.tiers[index].most = nil }
        }
        reach.counted += differs { $0.ladder.counts = nil }
        let other = differs { $0.ladder.transition = .atReview }
        reach.kept += random.rules.ladder.transition == .keep ? other : 0
        reach.atOnce += random.rules.ladder.transition == .atOnce ? other : 0
        reach.lasting += differs { rules in
          for index in rules.ladder.tiers.indices {
            for task in rules.ladder.tiers[index].tasks.indices {
              rules.ladder.tiers[index].tasks[task].lasts = .days(77)
            }
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
    #expect(reach.all.allSatisfy { $0 >= 20 } && reach.spendableOnly >= 5, "\(reach)")
  }
}

/// The same of members files and actions.
private struct PeopleReach {
  /// Members whose replay is other without the imported tier, within the data or before them, the opening points, the
  /// stated joining, the actions, their thresholds, their limits, or the bonuses that look at the member.
  var importedBefore = 0
  var importedWithin = 0
  var opened = 0
  var joined = 0
  var acted = 0
  var asked = 0
  var limited = 0
  var bonuses = 0
  var unseen = 0
  /// Members who only act, or are only imported.
  var boughtNothing = 0
  /// Members whose replay is other where no tier is by invitation.
  var invited = 0
  /// Members whose tiers are other where actions that the ladder does not name are looked at; days on which inactivity
  /// took some lots and left those with a day of their own.
  var unlooked = 0
  var dated = 0
  /// Days on which lots were not spent in the order in which they were earned.
  var reordered = 0
  /// Days on which points were spent as the data say, not all that was asked for, of several lots, and on rewards; and
  /// members whose replay is other without the upgrades that points buy, or what only can be spent.
  var spent = 0
  var short = 0
  var severalLots = 0
  var rewarded = 0
  var raised = 0
  var spendableOnly = 0

  var all: [Int] {
    [
      spent, short, severalLots, rewarded, raised, spendableOnly,
      importedBefore, importedWithin, opened, joined, acted, asked, limited, bonuses, unseen, boughtNothing, reordered,
      invited, unlooked * 2, dated,
    ]
  }
}

extension ReferenceTests {
  @Test(arguments: Seeds.portions(of: 0..<70, each: 70))
  func `random people reach what they are for`(seeds: Seeds) {
    var reach = PeopleReach()
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: true)
      for number in random.members.indices {
        let replay = random.reference(number)
        guard let start = random.dataStart else { continue }
        func differs(
          _ change: (inout ReferencePerson, inout Rules, inout [ReferenceAction]) -> Void
        ) -> Int {
          var (person, rules, actions) = (random.people[number], random.rules, random.actions[number])
          change(&person, &rules, &actions)
          let other = ReferenceMember.replay(
            random.members[number], actions, of: person, dataStart: start, by: rules, number: number,
            places: random.places,
            through: random.last)
          return other == replay ? 0 : 1
        }
        let since = random.people[number].tierSince ?? start
        let imported = differs { person, _, _ in person.tier = nil }
        reach.importedBefore += since <= start ? imported : 0
        reach.importedWithin += since > start ? imported : 0
        reach.opened += differs { person, _, _ in person.openingPoints = nil }
        reach.joined += differs { person, _, _ in person.joined = nil }
        reach.acted += differs { _, _, actions in actions = [] }
        reach.asked += differs { _, rules, _ in
          for index in rules.ladder.tiers.indices { rules.ladder.tiers[index].actions = NamedValues() }
        }
        reach.limited += differs { _, rules, _ in
          for index in rules.points?.actions.indices ?? 0..<0 { rules.points?.actions[index].limit = nil }
        }
        reach.bonuses += differs { _, rules, _ in
          rules.points?.bonuses.removeAll { $0.when?.looksAtBirthdays == true || $0.when?.looksAtJoining == true }
        }
        reach.raised += differs { _, rules, _ in
          for index in rules.points?.rewards.indices ?? 0..<0 { rules.points?.rewards[index].tier = nil }
        }
        reach.spendableOnly += differs { _, rules, _ in
          for index in rules.points?.actions.indices ?? 0..<0 { rules.points?.actions[index].qualifies = .yes }
        }
        let redemptions = random.dataHaveRedemptions ? replay.flatMap(\.redemptions) : []
        reach.spent += redemptions.count { $0.points > 0 }
        reach.short += redemptions.count { $0.points > 0 && $0.points < $0.asked }
        reach.severalLots += redemptions.count { $0.parts.count > 1 }
        reach.rewarded += redemptions.count { $0.points > 0 && $0.reward != nil }
        reach.invited += differs { _, rules, _ in
          rules.ladder.tiers.removeAll { $0.by == .invitation }
        }
        if random.rules.points?.expire.isInactivity == true {
          for (eve, today) in zip(replay, replay.dropFirst()) where today.expired > 0 {
            let kept = eve.lots.filter { $0.expiry.map { $0 > today.day } ?? false }
            reach.dated += eve.lots.contains { $0.expiry == nil } && !kept.isEmpty ? 1 : 0
          }
        }
        // As if a task that nobody completes asked for all of them.
        var asking = random.rules
        var task = TaskCard(name: "全")
        for name in Dice.actionNames { task.actions[name].base = Count(1_000) }
        asking.ladder.tiers[asking.ladder.tiers.count - 1].tasks.append(task)
        let other = ReferenceMember.replay(
          random.members[number], random.actions[number], of: random.people[number], dataStart: start, by: asking,
          number: number, places: random.places, through: random.last)
        let isOther = other.count == replay.count && zip(other, replay).contains { $0.tier != $1.tier }
        reach.unlooked += isOther ? 1 : 0
        reach.unseen += replay.count { $0.unseen > 0 }
        reach.boughtNothing += random.members[number].isEmpty && !replay.isEmpty ? 1 : 0
        reach.reordered +=
          replay.contains { today in
            zip(today.lots, today.lots.dropFirst()).contains { $0.earned > $1.earned }
          } ? 1 : 0
      }
    }
    #expect(reach.all.allSatisfy { $0 >= 5 }, "\(reach)")
  }
}

extension PointsExpiry {
  fileprivate var isInactivity: Bool {
    switch self {
    case .inactivity: true
    case .never, .afterEarning, .calendarYearEnd: false
    }
  }
}

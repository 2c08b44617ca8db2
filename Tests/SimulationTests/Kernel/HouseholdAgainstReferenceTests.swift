import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// Pools and transfers against the naive reference, on random families: every member's tier by day, what each day brought
/// and took, lots on some days, totals for several slices.
@Suite struct HouseholdAgainstReferenceTests {
  @Test(arguments: Seeds.portions(of: 0..<240, each: 60))
  func `members who share or give points are walked as the text says`(seeds: Seeds) throws {
    var reach: [String: Int] = [:]
    for seed in seeds {
      let random = RandomFamilies(seed: seed)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last)
      let reference = random.reference()
      let ends = [random.last] + (0..<4).map { random.last - Int(seed * 37 % 300) - $0 * 71 }
      for number in random.members.indices {
        guard let member = history.book.members.member(withID: random.id(number)) else { continue }
        var expected = reference[number]
        for place in expected.indices { (expected[place].lots, expected[place].owed) = ([], 0) }
        let found = Self.days(of: member, rules, history, like: expected)
        if expected != found {
          let place = zip(expected, found).first { $0 != $1 }
          Issue.record(
            "seed \(seed), member \(number): expected \(String(describing: place?.0)), found \(String(describing: place?.1)) of \(random.people[number]), families \(random.families), data from \(random.dataStart), under \(random.rules)"
          )
          return
        }
        for today in reference[number] {
          reach["in", default: 0] += today.transferredIn > 0 ? 1 : 0
          reach["paid", default: 0] += today.transferredIn > 0 && today.clawedBack > 0 ? 1 : 0
          for refusal in today.refusals { reach[String(refusal.prefix { $0 != "(" }), default: 0] += 1 }
        }
        for end in ends where end >= random.dataStart {
          let lots = Self.lots(of: member, rules, history, on: end)
          let today = reference[number].last { $0.day == end }
          guard lots == today?.lots ?? [] || today == nil else {
            Issue.record(
              "seed \(seed), member \(number), \(end): expected \(String(describing: today?.lots)), found \(lots)")
            return
          }
        }
      }
      if rules.households?.all.contains(where: { $0.standingPositions.count < $0.members.count }) == true {
        reach["shared", default: 0] += 1
      }
      if rules.households?.all.contains(where: {
        $0.accountPositions.count < $0.members.count && $0.standingPositions.count == $0.members.count
      }) == true {
        reach["separate", default: 0] += 1
      }
      reach["outside", default: 0] += rules.households?.outside ?? 0
    }
    for reason in [
      "in", "paid", "unknownReceiver", "sameBalance", "noRule", "beyondBalance", "beyondShare", "shared", "separate",
      "outside",
    ] {
      #expect(reach[reason, default: 0] >= 5, "\(reason): \(reach)")
    }
  }

  @Test(arguments: Seeds.portions(of: 1000..<1240, each: 20))
  func `totals of households do not depend on slices and keep the identity`(seeds: Seeds) throws {
    for seed in seeds {
      let random = RandomFamilies(seed: seed)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last)
      var replay = Replay(history)
      let first = random.last - Int(seed % 400)
      guard let range = DayRange(first, random.last) else { continue }
      let outcome = try replay(rules, over: range)
      let table = try replay.vintages(rules, through: random.last)
      for slices in [1, 2, 7] {
        replay.slices = slices
        #expect(try replay(rules, over: range) == outcome, "seed \(seed) in \(slices) slices")
        #expect(try replay.vintages(rules, through: random.last) == table, "seed \(seed) in \(slices) slices")
      }
      let (found, stock) = (outcome.flow, outcome.stock)
      #expect(
        outcome.totals[.opening] + found[.issued] + found[.transferredIn] == found[.redeemed] + found[.expired]
          + found[.clawedBack]
          + found[.transferredOut] + stock[.outstanding], "seed \(seed)")
      var flow = Flow()
      var (outstanding, owed, opening): (Int64, Int64, Int64) = (0, 0, 0)
      let reference = random.reference()
      var counted: Set<String> = []
      for (number, days) in reference.enumerated() {
        for today in days {
          opening += today.opening
          if today.day < first {
            opening += today.issued + today.transferredIn - today.redeemed - today.expired - today.clawedBack
            opening -= today.transferredOut
            continue
          }
          flow[.issued] += today.issued
          flow[.expired] += today.expired
          flow[.redeemed] += today.redeemed
          flow[.clawedBack] += today.clawedBack
          flow[.transferredIn] += today.transferredIn
          flow[.transferredOut] += today.transferredOut
          flow[.refused] += Int64(today.refusals.count)
          flow[.upgrades] += Int64(today.upgrades)
          flow[.downgrades] += Int64(today.downgrades)
        }
        let byDay = Dictionary(grouping: random.members[number].filter { range.contains($0.day) }, by: \.day)
        flow[.visits] += Int64(byDay.values.count { $0.reduce(0) { $0 + $1.amount } > 0 })
        guard let today = days.last, today.day == random.last,
          let member = history.book.members.member(withID: random.id(number))
        else { continue }
        // A pool's balance is counted once.
        var key = "\(number)"
        if let place = rules.households?.place(of: member), place >= 0, let household = rules.households?.all[place],
          let position = household.position(of: member)
        {
          key = "\(place) \(household.account[position])"
        }
        guard counted.insert(key).inserted else { continue }
        outstanding += today.lots.reduce(0) { $0 + $1.remaining }
        owed += today.owed
      }
      #expect(found[.issued] == flow[.issued] && found[.expired] == flow[.expired], "seed \(seed)")
      #expect(found[.redeemed] == flow[.redeemed] && found[.clawedBack] == flow[.clawedBack], "seed \(seed)")
      #expect(
        found[.transferredIn] == flow[.transferredIn] && found[.transferredOut] == flow[.transferredOut], "seed \(seed)"
      )
      #expect(found[.refused] == flow[.refused] && outcome.refusals.sum == flow[.refused], "seed \(seed)")
      #expect(found[.upgrades] == flow[.upgrades] && found[.downgrades] == flow[.downgrades], "seed \(seed)")
      #expect(found[.visits] == flow[.visits] && outcome.totals[.opening] == opening, "seed \(seed)")
      #expect(stock[.outstanding] == outstanding && stock[.owed] == owed, "seed \(seed)")
      let gone = VintageTable.Fate.allCases.reduce(Int64(0)) { sum, fate in
        sum
          + (0...table.monthCount).reduce(0) { sum, vintage in
            sum + (0..<table.monthCount).reduce(0) { $0 + table.points(fate, of: vintage, in: $1) }
          }
      }
      #expect(table.issued.reduce(0, +) - gone == outstanding, "seed \(seed)")
    }
  }

  /// What the kernel tells of a member, by day; the days are those of `like`.
  private static func days(
    of member: Int, _ rules: CompiledRules, _ history: PurchaseHistory, like expected: [ReferenceDay]
  ) -> [ReferenceDay] {
    guard let first = expected.first?.day, let last = expected.last?.day else { return [] }
    let timeline = rules.timeline
    var walk = MemberWalk(
      rules, history.book,
      observer: FamilyObserver(timeline: timeline, rewards: rules.rules.points?.rewards.map(\.name) ?? []),
      qualifier: ActionQualifier(rules.thresholds))
    _ = walk.follow(member, through: timeline.tick(last))
    var tier = 0
    return (timeline.tick(first)...timeline.tick(last)).map { tick in
      tier = walk.observer.tiers[tick] ?? tier
      var today = walk.observer.days[tick] ?? ReferenceDay(day: .distantPast, tier: 0)
      (today.day, today.tier) = (timeline.day(tick), tier)
      return today
    }
  }

  private static func lots(
    of member: Int, _ rules: CompiledRules, _ history: PurchaseHistory, on day: Day
  ) -> [ReferenceLot] {
    let ledger = Replay(history).ledger(of: member, rules, through: day)
    return ledger?.lots.map {
      ReferenceLot(earned: $0.earned, release: $0.release, expiry: $0.expiry, remaining: $0.points)
    } ?? []
  }
}

/// Writes down by day what the kernel tells of one member.
private struct FamilyObserver: ReplayObserver {
  let timeline: Timeline
  let rewards: [String]
  var days: [Int: ReferenceDay] = [:]
  /// By day: the tier at its end, where it changed.
  var tiers: [Int: Int] = [:]

  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
    days[walk.tick, default: ReferenceDay(day: .distantPast, tier: 0)].note(event, walk, timeline, rewards: rewards)
    if let tier = event.newTier { tiers[walk.tick] = tier }
  }
}

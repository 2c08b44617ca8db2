import PlanLanguage
import Programme
import Quantities

/// Everybody's exact replay where members share points or give them away (rules P13, P14 and T12): all of them day by
/// day and moment by moment. Pools have one balance; where they share a tier, one standing.
struct ReferenceHousehold {
  /// What the members of a pool have together.
  private struct Balance {
    var lots: [ReferenceLot] = []
    var owed: Int64 = 0
    var qualifyingOwed: Int64 = 0
    var lastPurchase: Day?
    var given: [(day: Day, points: Int64)] = []
  }

  private struct Standing {
    var tier = 0
    var reviewDay: Day?
    var graceTaken = false
    var reachedOn = Day.distantPast
    var wonByTasks: [(tier: Int, end: Day)] = []
  }

  private let rules: Rules
  /// By number.
  private var people: [ReferenceMember]
  /// By member the first of those with the same balance, and of those with the same standing.
  private let balanceOf: [Int]
  private let standingOf: [Int]
  private var balances: [Balance]
  private var standings: [Standing]

  /// The days of every member; `family` holds the same text for those who belong together.
  static func replay(
    _ people: [ReferenceMember], families: [String?], rules: Rules, from start: Day, through last: Day
  ) -> [[ReferenceDay]] {
    var household = ReferenceHousehold(people, families: families, rules: rules)
    var days: [[ReferenceDay]] = people.map { _ in [] }
    var day = start
    while day <= last {
      household.live(day)
      for number in people.indices where household.isHeardOf(number, by: day) {
        days[number].append(household.people[number].today)
      }
      day = day + 1
    }
    return days
  }

  private init(_ people: [ReferenceMember], families: [String?], rules: Rules) {
    var people = people
    self.rules = rules
    // Who belongs together: the earliest to join up to the most that there is a place for.
    var balanceOf = Array(people.indices)
    if let pool = rules.points?.pools.first {
      for family in Set(families.compactMap(\.self)) {
        let all = people.indices.filter { families[$0] == family }
        let earliest = all.sorted { (people[$0].joined, $0) < (people[$1].joined, $1) }
        let inside = earliest.prefix(pool.max.map { Int($0.value) } ?? all.count)
        for number in inside { balanceOf[number] = inside.min() ?? number }
      }
    }
    let isShared = rules.points?.pools.first?.tier == .shared
    self.balanceOf = balanceOf
    standingOf = isShared ? balanceOf : Array(people.indices)
    balances = people.map { _ in Balance() }
    standings = people.map { _ in Standing() }
    // Whoever is given points is heard of then.
    var starts = people.map { $0.firstDayOfLife() ?? .distantFuture }
    for giver in people {
      for action in giver.actions where action.gives(under: rules) {
        if let receiver = action.receiver, receiver >= 0, receiver != giver.number {
          starts[receiver] = min(starts[receiver], action.day)
        }
      }
    }
    let standingOf = self.standingOf
    let all = people
    for number in people.indices {
      let mates = people.indices.filter { standingOf[$0] == standingOf[number] }
      people[number].lifeStart = mates.map { starts[$0] }.min() ?? starts[number]
      guard mates.count > 1 else { continue }
      people[number].sharesTier = true
      people[number].joinedForTier = mates.map { all[$0].joined }.min() ?? people[number].joined
      // The highest, and of those the one held for the longest.
      people[number].pooledImport = mates.compactMap { all[$0].ownImport }.max {
        $0.tier != $1.tier ? $0.tier < $1.tier : $0.day > $1.day
      }
    }
    self.people = people
  }

  private func hasBegun(_ number: Int, by day: Day) -> Bool { people[number].lifeStart <= day }

  /// What expires of a pool's points is told of its first member, begun or not.
  private func isHeardOf(_ number: Int, by day: Day) -> Bool {
    people.indices.contains { balanceOf[$0] == balanceOf[number] && hasBegun($0, by: day) }
  }

  private mutating func live(_ day: Day) {
    for number in people.indices { people[number].today = ReferenceDay(day: day, tier: 0) }
    for number in people.indices where hasBegun(number, by: day) { act(number) { $0.bringOpeningPoints(on: day) } }
    for number in people.indices where balanceOf[number] == number { act(number) { $0.expireLots(on: day) } }
    for number in people.indices where standingOf[number] == number && hasBegun(number, by: day) {
      act(number) { member in
        member.importTier(on: day)
        member.monthEndUpgrade(on: day)
        member.dailyRule(on: day)
        member.reviewTier(on: day)
      }
    }
    let seconds = people.flatMap { member in
      member.receipts.filter { $0.day == day }.map(\.second) + member.actions.filter { $0.day == day }.map(\.second)
    }
    for second in Set(seconds).sorted() { for number in people.indices { live(day, second, number) } }
    for number in people.indices {
      let balance = balances[balanceOf[number]]
      people[number].today.tier = standings[standingOf[number]].tier
      people[number].today.owed = balance.owed
      act(number) { member in
        member.today.lots = member.spendingOrder().map { member.lots[$0] }.filter { $0.remaining > 0 }
      }
    }
  }

  /// What one member does in one moment: first the receipts.
  private mutating func live(_ day: Day, _ second: Int32, _ number: Int) {
    for (index, receipt) in people[number].receipts.enumerated()
    where receipt.day == day && receipt.second == second {
      act(number) { $0.process(receipt, at: index) }
    }
    for (index, action) in people[number].actions.enumerated() where action.day == day && action.second == second {
      if action.gives(under: rules) { transfer(action, by: number) }
      act(number) { $0.process(action, at: index) }
    }
  }

  /// A gift, whole or not at all.
  private mutating func transfer(_ action: ReferenceAction, by giver: Int) {
    let (day, wanted) = (action.day, action.points)
    let receiver = action.receiver ?? -1
    var refusal: String?
    var moved: [ReferenceLot] = []
    let isSame = receiver >= 0 && balanceOf[receiver] == balanceOf[giver]
    act(giver) { member in
      let released = member.released(on: day)
      let thisYear = member.given.filter { $0.day.components.year == day.components.year }.reduce(0) { $0 + $1.points }
      if receiver < 0 {
        refusal = "unknownReceiver"
      } else if isSame {
        refusal = "sameBalance"
      } else if let rule = inForce(member.rules.points?.transfer ?? Scheduled(), on: day) {
        let most = (Fraction(released + thisYear) * Fraction(rule.share.fraction)).rounded(.floor)
        if wanted > released {
          refusal = "beyondBalance(\(released))"
        } else if thisYear + wanted > most {
          refusal = "beyondShare(\(max(0, most - thisYear)))"
        }
      } else {
        refusal = "noRule"
      }
      if let refusal {
        member.today.refusals.append(refusal)
        return
      }
      var missing = wanted
      for lot in member.spendable(on: day) where missing > 0 {
        var part = member.lots[lot]
        part.remaining = min(missing, part.remaining)
        member.lots[lot].remaining -= part.remaining
        missing -= part.remaining
        moved.append(part)
      }
      member.given.append((day, wanted))
      member.today.transferredOut += wanted
    }
    guard refusal == nil else { return }
    act(receiver) { member in
      member.today.transferredIn += wanted
      let debt = member.payDebt(with: wanted)
      var paid = debt.all
      if debt.qualifying > 0 { member.uncounted.append((day, debt.qualifying)) }
      for var lot in moved {
        let part = min(paid, lot.remaining)
        paid -= part
        lot.remaining -= part
        if lot.remaining > 0 { member.lots.append(lot) }
      }
      if member.lastPurchase == nil { member.lastPurchase = day }
    }
  }

  /// Lets a member do something with what is the pool's in hand, and tells the others of what became of the tier.
  private mutating func act(_ number: Int, _ body: (inout ReferenceMember) -> Void) {
    let (balance, standing) = (balanceOf[number], standingOf[number])
    var member = people[number]
    (member.lots, member.owed, member.qualifyingOwed) = (
      balances[balance].lots, balances[balance].owed, balances[balance].qualifyingOwed
    )
    (member.lastPurchase, member.given) = (balances[balance].lastPurchase, balances[balance].given)
    (member.tier, member.reviewDay, member.graceTaken) = (
      standings[standing].tier, standings[standing].reviewDay, standings[standing].graceTaken
    )
    (member.reachedOn, member.wonByTasks) = (standings[standing].reachedOn, standings[standing].wonByTasks)
    let mates = people.indices.filter { $0 != number && standingOf[$0] == standing }
    member.mates = mates.map { people[$0] }
    let before = member.today
    body(&member)
    member.mates = []
    balances[balance] = Balance(
      lots: member.lots, owed: member.owed, qualifyingOwed: member.qualifyingOwed, lastPurchase: member.lastPurchase,
      given: member.given)
    standings[standing] = Standing(
      tier: member.tier, reviewDay: member.reviewDay, graceTaken: member.graceTaken, reachedOn: member.reachedOn,
      wonByTasks: member.wonByTasks)
    people[number] = member
    for mate in mates {
      people[mate].today.upgrades += member.today.upgrades - before.upgrades
      people[mate].today.downgrades += member.today.downgrades - before.downgrades
      people[mate].today.unseen += member.today.unseen - before.unseen
    }
  }
}

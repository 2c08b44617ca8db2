import PlanLanguage
import Programme
import Quantities

extension Dice {
  /// Tasks for some tiers above the entry tier; at times they are all that wins a tier.
  mutating func addTasks(to ladder: inout Ladder, withActions: Bool) {
    guard chance(45) else { return }
    for index in ladder.tiers.indices.dropFirst() where chance(50) {
      for number in 1...pick([1, 1, 2]) {
        var task = TaskCard(name: "K\(number)")
        repeat {
          if chance(30) { task.spend.base = Money(minor: pick([10_000, 30_000, 50_000, 75_050])) }
          if chance(20) { task.visits.base = Count(pick([1, 2, 3])) }
          if chance(40) { task.purchases.base = Count(pick([1, 2, 3])) }
          if chance(10) { task.points.base = Points(pick([50, 200])) }
          if withActions && chance(25) { task.actions[pick(Self.actionNames)].base = Count(pick([1, 2])) }
        } while !task.hasThreshold
        if chance(20), let base = task.purchases.base { task.purchases.set(Count(base.value + 1), during: anyRange()) }
        task.need = pick(Need.allCases)
        task.window = pick([
          .calendar(.week), .calendar(.month), .calendar(.month), .calendar(.quarter), .calendar(.year),
          .rolling(.days(30)), .rolling(.months(1)), .rolling(.days(1)), .rolling(.months(6)),
        ])
        task.lasts = pick([nil, .days(1), .days(10), .days(30), .months(1), .months(3), .months(12)])
        if ladder.keep == .whileQualified && task.lasts == nil { task.lasts = .days(45) }
        ladder.tiers[index].tasks.append(task)
      }
      guard chance(15) else { continue }
      let tasks = ladder.tiers[index].tasks
      ladder.tiers[index] = Tier(name: ladder.tiers[index].name)
      ladder.tiers[index].tasks = tasks
    }
  }
}

extension Dice {
  /// Which lines count, tiers by invitation, and what changed thresholds mean for those who hold a tier.
  mutating func refine(_ ladder: inout Ladder) {
    if chance(25) {
      let own: Condition = pick([.fullPrice, .categories(["A", "B"]), .stores(["s1"]), condition(depth: 1)])
      ladder.counts = pick([own, own, .not(own), .and(own, pick([.fullPrice, .stores(["s2"]), .categories(["A"])]))])
    }
    if chance(35) {
      for _ in 0..<pick([1, 1, 2]) {
        var tier = Tier(name: "T\(ladder.tiers.count)")
        tier.by = .invitation
        ladder.tiers.append(tier)
      }
    }
    ladder.transition = pick([.atReview, .keep, .keep, .atOnce])
    if chance(12) { limitPlaces(on: &ladder) }
    // Where nothing else changes them, thresholds that are other for long.
    guard ladder.transition != .atReview, ladder.tiers.allSatisfy({ $0.spend.changes.isEmpty }) else { return }
    for _ in 0..<pick([1, 1, 2]) {
      let (first, quarters) = (turningDay(), pick([1, 2, 6, 8, 12] as [Int64]))
      let range = DayRange(first, first + pick([90, 364, 1000])) ?? DayRange(first)
      for index in ladder.tiers.indices {
        guard let base = ladder.tiers[index].spend.base else { continue }
        ladder.tiers[index].spend.set(Money(minor: base.minor * quarters / 4), during: range)
      }
    }
  }

  /// Tiers with places for few.
  private mutating func limitPlaces(on ladder: inout Ladder) {
    ladder.keep = .yearEnd(extraYear: false)
    ladder.grace = nil
    for index in ladder.tiers.indices.dropFirst()
    where ladder.tiers[index].by != .invitation && ladder.tiers[index].hasThreshold && chance(65) {
      ladder.tiers[index].tasks = []
      ladder.tiers[index].most = pick([
        .count(Count(1)), .count(Count(1)), .count(Count(2)), .count(Count(0)),
        .share(Percent(fraction: Ratio(1, over: 2) ?? .one)), .share(Percent(fraction: Ratio(1, over: 3) ?? .one)),
      ])
    }
  }

  /// A bonus on what is sold at the full price.
  mutating func favourFullPrices(_ policy: inout PointsPolicy?) {
    guard policy != nil, chance(10) else { return }
    var bonus = Bonus(name: "正价")
    bonus.earn.base = Multiplier(Ratio(2))
    bonus.when = pick([.fullPrice, .not(.fullPrice)])
    policy?.bonuses.append(bonus)
  }
}

import Programme
import Quantities

extension Dice {
  mutating func points(for ladder: Ladder) -> PointsPolicy {
    var policy = PointsPolicy(name: "P")
    policy.earn.base = rate()
    while chance(25) { policy.earn.set(rate(), during: anyRange()) }
    policy.rounding = pick(Rounding.allCases)
    policy.stacking = pick(Stacking.allCases)
    if chance(40) { policy.cap = cap() }
    policy.pending = maybe(45, [.days(1), .days(7), .days(60), .months(1), .months(12)])
    policy.expire = expiry()
    if chance(50) {
      policy.redeem.base = maybe(85, [redeem()])
      while chance(30) { policy.redeem.set(redeem(), during: anyRange()) }
    }
    if chance(40) { policy.debt = .carry }
    for tier in ladder.tiers where chance(60) {
      var entry = TierRate(name: tier.name)
      entry.earn.base = multiplier()
      while chance(20) { entry.earn.set(multiplier(), during: anyRange()) }
      policy.tiers.append(entry)
    }
    for index in 0..<pick([0, 1, 1, 2, 3]) {
      var bonus = Bonus(name: "B\(index)")
      bonus.earn.base = multiplier()
      while chance(20) { bonus.earn.set(multiplier(), during: anyRange()) }
      bonus.when = condition(depth: 2)
      if chance(50) { bonus.qualifies = .no }
      policy.bonuses.append(bonus)
    }
    return policy
  }

  private mutating func rate() -> EarnRate {
    // 1, 2, 1/2, 1.1, 0.333, 7/3 and, for once, no points at all.
    let points: [(Int64, Int64)] = [
      (1, 1), (1, 1), (2, 1), (1, 2), (11, 10), (333, 1000), (7, 3), (chance(20) ? 0 : 5, 1),
    ]
    let (top, bottom) = pick(points)
    return EarnRate(
      points: Ratio(top, over: bottom) ?? .one, per: Money(minor: pick([100, 100, 1000, 333, 700, 50, 5_000])),
      wholeSteps: chance(40))
  }

  private mutating func multiplier() -> Multiplier {
    let factors: [(Int64, Int64)] = [
      (5, 4), (1, 2), (11, 10), (3, 2), (2, 1), (3, 1), (1, 1), (1333, 1000), (1, 4), (0, 1),
    ]
    let (top, bottom) = pick(factors)
    return Multiplier(Ratio(top, over: bottom) ?? .one)
  }

  /// A threshold on points for the highest tier that can have one, where no tier has one.
  mutating func askForPoints(_ ladder: inout Ladder) {
    guard ladder.firstInvitation > 1, !ladder.tiers.contains(where: { $0.points.isSet }) else { return }
    ladder.tiers[ladder.firstInvitation - 1].points.base = Points(Int64(pick([100, 333, 1_000])))
  }

  private mutating func redeem() -> RedeemRule {
    let (top, bottom) = pick([(1, 2), (1, 1), (1, 3), (0, 1), (1, 20), (999, 1000)] as [(Int64, Int64)])
    return RedeemRule(
      Percent(fraction: Ratio(top, over: bottom) ?? .one),
      least: maybe(60, [1, 50, 100, 333, 1_000].map { Points($0) })
    )
  }

  private mutating func cap() -> PointsCap {
    PointsCap(
      Points(Int64(pick([1, 100, 150, 333, 500, 500, 1_000, chance(10) ? 0 : 2_000]))),
      per: pick(CalendarPeriod.allCases))
  }

  private mutating func expiry() -> PointsExpiry {
    let length: CalendarDuration = pick([.days(1), .days(30), .days(90), .months(1), .months(6), .months(12)])
    return pick([
      .never, .afterEarning(length), .afterEarning(length), .calendarYearEnd(extraYear: false),
      .calendarYearEnd(extraYear: true), .inactivity(length), .inactivity(length),
    ])
  }
}

import PlanLanguage
import Programme
import Quantities

extension Dice {
  mutating func ladder() -> Ladder {
    var ladder = Ladder(name: "L")
    ladder.window = window()
    ladder.keep = keep()
    ladder.downgrade = pick(Downgrade.allCases)
    ladder.grace = maybe(45, [.days(1), .days(10), .days(30), .days(45), .months(1), .months(2)])
    ladder.upgrade = chance(30) ? .monthEnd : .immediate
    ladder.tiers = tiers()
    return ladder
  }

  private mutating func window() -> QualificationWindow {
    if chance(30) { return .rolling(.months(pick([1, 2, 3, 6, 12]))) }
    if chance(35) { return .rolling(.days(pick([1, 7, 30, 90, 180, 365]))) }
    return pick([.calendarYear, .anniversaryYear, .lifetime])
  }

  private mutating func keep() -> TierTerm {
    if chance(30) { return .duration(.months(pick([1, 2, 3, 6, 12]))) }
    if chance(30) { return .duration(.days(pick([1, 10, 30, 90, 200]))) }
    return pick([
      .yearEnd(extraYear: false), .yearEnd(extraYear: true), .anniversary(extraYear: false),
      .anniversary(extraYear: true), .whileQualified, .whileQualified,
    ])
  }

  private mutating func tiers() -> [Tier] {
    var tiers = [Tier(name: "T0")]
    for index in 1...int(1...4) {
      var tier = Tier(name: "T\(index)")
      tier.need = pick(Need.allCases)
      let below = tiers[index - 1]
      repeat {
        if chance(60) {
          tier.spend.base = Money(minor: threshold(above: below.spend.base?.minor, [20_000, 50_000, 75_050]))
        }
        if chance(25) { tier.visits.base = Count(threshold(above: below.visits.base?.value, [2, 3, 5])) }
        if chance(25) { tier.purchases.base = Count(threshold(above: below.purchases.base?.value, [1, 2, 4])) }
        if chance(25) { tier.points.base = Points(threshold(above: below.points.base?.count, [100, 200, 500])) }
      } while !tier.hasThreshold
      tiers.append(tier)
    }
    change(&tiers, \.spend) { Money(minor: $0.minor * $1 / 4) }
    change(&tiers, \.visits) { Count($0.value * $1 / 4) }
    change(&tiers, \.purchases) { Count($0.value * $1 / 4) }
    change(&tiers, \.points) { Points($0.count * $1 / 4) }
    return tiers
  }

  /// At least what the tier below asks; as much in a third of all cases, and 0 for once.
  private mutating func threshold(above below: Int64?, _ steps: [Int64]) -> Int64 {
    let low = below ?? 0
    if chance(below == nil ? 2 : 33) { return low }
    return low + pick(steps)
  }

  /// A threshold that is other for a while: for all tiers alike or, where the ladder still ascends, for one. Rarely it
  /// holds only during that while.
  private mutating func change<Value: Phrased & Comparable>(
    _ tiers: inout [Tier], _ threshold: WritableKeyPath<Tier, Scheduled<Value>>, scaled: (Value, Int64) -> Value
  ) {
    while chance(45) {
      let (range, quarters, before) = (anyRange(), pick([1, 2, 3, 5, 8] as [Int64]), tiers)
      let single = chance(30) ? int(1...tiers.count - 1) : nil
      for index in tiers.indices where single == nil || single == index {
        guard let base = tiers[index][keyPath: threshold].base else { continue }
        tiers[index][keyPath: threshold].set(scaled(base, quarters), during: range)
        if single != nil && chance(20) { tiers[index][keyPath: threshold].base = nil }
      }
      if !ascend(tiers, threshold) { tiers = before }
    }
  }

  /// Whether no tier ever asks for less than the one right below it.
  private func ascend<Value: Phrased & Comparable>(
    _ tiers: [Tier], _ threshold: KeyPath<Tier, Scheduled<Value>>
  ) -> Bool {
    for (lower, upper) in zip(tiers, tiers.dropFirst()) {
      let (asked, next) = (lower[keyPath: threshold], upper[keyPath: threshold])
      for day in [day(1970, 1, 1)] + asked.boundaries + next.boundaries {
        guard let low = inForce(asked, on: day), let high = inForce(next, on: day) else { continue }
        if high < low { return false }
      }
    }
    return true
  }
}

import PlanLanguage
public import Programme
import Quantities

/// Which of a tier's thresholds is meant.
public struct ThresholdDial: Sendable, Equatable {
  public let tier: Int
  public let measure: Measure

  /// A sum that the window holds. Thresholds on actions are not among them: they are searched value by value.
  public enum Measure: String, Sendable {
    case spend, visits, purchases, points
  }

  /// `spend` of the third tier, and so on; nil for a field that is no threshold.
  public init?(_ field: String, ofTier tier: Int) {
    guard tier > 0, let measure = Measure(rawValue: field) else { return nil }
    self.tier = tier
    self.measure = measure
  }

  /// The threshold's value outside every change, in minor units or as a count.
  public func value(in ladder: Ladder) -> Int64? {
    let tier = ladder.tiers[self.tier]
    switch measure {
    case .spend: return tier.spend.base?.minor
    case .visits: return tier.visits.base?.value
    case .purchases: return tier.purchases.base?.value
    case .points: return tier.points.base?.count
    }
  }

  /// The ladder with that value at `value`.
  public func setting(_ value: Int64, in ladder: Ladder) -> Ladder {
    var result = ladder
    switch measure {
    case .spend: result.tiers[tier].spend.base = Money(minor: value)
    case .visits: result.tiers[tier].visits.base = Count(value)
    case .purchases: result.tiers[tier].purchases.base = Count(value)
    case .points: result.tiers[tier].points.base = Points(value)
    }
    return result
  }

  /// Whether the value outside every change is the one in force on `day`.
  func isInForce(on day: Day, in ladder: Ladder) -> Bool {
    let tier = ladder.tiers[self.tier]
    switch measure {
    case .spend: return !tier.spend.changes.contains { $0.during.contains(day) }
    case .visits: return !tier.visits.changes.contains { $0.during.contains(day) }
    case .purchases: return !tier.purchases.changes.contains { $0.during.contains(day) }
    case .points: return !tier.points.changes.contains { $0.during.contains(day) }
    }
  }

  /// `thresholds` without the one that is meant, so that the others decide.
  func leavingOut(of thresholds: ThresholdTables.Thresholds) -> ThresholdTables.Thresholds {
    var others = thresholds
    switch measure {
    case .spend: others.spend = thresholds.unset
    case .visits: others.visits = thresholds.unset
    case .purchases: others.purchases = thresholds.unset
    case .points: others.points = thresholds.unset
    }
    return others
  }

  /// What the window holds of what the threshold is on.
  @inline(__always)
  func held(by sums: WindowSums) -> Int64 {
    switch measure {
    case .spend: sums.spend
    case .visits: sums.visits
    case .purchases: sums.purchases
    case .points: sums.points
    }
  }
}

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
    let unset: Int64 = thresholds.needsAll ? .min : .max
    switch measure {
    case .spend: others.spend = unset
    case .visits: others.visits = unset
    case .purchases: others.purchases = unset
    case .points: others.points = unset
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

/// Thresholds of which one is at `value`, and up to where that value could rise with every comparison so far coming out
/// the same.
struct DialledThresholds: TierQualifier {
  private let tables: ThresholdTables
  private let dial: ThresholdDial
  /// By epoch: whether the dialled value is in force.
  private let isDialled: [Bool]
  private var counts: ActionCounts
  var value: Int64 = 0
  /// The least value above `value` at which a comparison would come out differently; `.max` where none would.
  var nextChange = Int64.max

  init(_ rules: CompiledRules, _ dial: ThresholdDial) {
    tables = rules.thresholds
    self.dial = dial
    counts = ActionCounts(counters: rules.thresholds.counterCount)
    let starts = [0] + rules.thresholds.boundaries.map { Int($0) }
    isDialled = starts.map { dial.isInForce(on: rules.timeline.day($0), in: rules.rules.ladder) }
  }

  mutating func highest(above floor: Int, by sums: WindowSums, on tick: Int) -> Int {
    QualificationRule.highest(upTo: tables.tierCount - 1, above: floor) { meets($0, by: sums, on: tick) }
  }

  mutating func meets(_ tier: Int, by sums: WindowSums, on tick: Int) -> Bool {
    let epoch = Int(tables.epoch[tick])
    let place = epoch * tables.tierCount + tier
    let thresholds = tables.thresholds[place]
    return tier == dial.tier && isDialled[epoch]
      ? isMet(place, thresholds, by: sums) : tables.areMet(place, thresholds, by: sums, counts.held)
  }

  var held: [Int64] { counts.held }
  mutating func reset() { counts.reset() }
  mutating func count(_ counter: Int, on tick: Int32) { counts.add(counter, on: tick) }
  mutating func drop(before first: Int32) { counts.drop(before: first) }

  /// The dialled tier's thresholds, the others first: where they decide, the dial does not matter.
  private mutating func isMet(_ place: Int, _ thresholds: ThresholdTables.Thresholds, by sums: WindowSums) -> Bool {
    let others = dial.leavingOut(of: thresholds)
    let othersMet = tables.areMet(place, others, by: sums, counts.held)
    if thresholds.isDecided(othersMet) { return othersMet }
    let held = dial.held(by: sums)
    guard held >= value else { return false }
    nextChange = min(nextChange, held + 1)
    return true
  }
}

import Programme
import Quantities

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

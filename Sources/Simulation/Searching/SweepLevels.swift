import Quantities

/// Which tier a window qualifies for, for each of many values of one threshold of one tier, the *dialled* one. All
/// other thresholds are the same for every value, so that a window divides the values in two: those that it meets and
/// those above.
struct SweepLevels {
  /// Of the threshold, ascending, in minor units or as a count.
  let values: [Int64]
  private let dial: ThresholdDial
  /// By tier.
  private let thresholds: [ThresholdTables.Thresholds]
  /// The dialled tier's, without the dialled one.
  private let others: ThresholdTables.Thresholds
  /// How far the values lie apart, where that is alike; values in their places need no search then.
  private let spacing: Divisor?

  /// Nil where the threshold is another than on what purchases come to, or there are no values.
  init?(_ levels: TierLevels, _ dial: ThresholdDial, _ values: [Int64]) {
    guard dial.measure != .points, let first = values.first else { return nil }
    thresholds = levels.all
    self.values = values
    self.dial = dial
    others = dial.leavingOut(of: levels.all[dial.tier])
    let step = values.count > 1 ? values[1] - first : 1
    let isEven = step > 0 && zip(values, values.dropFirst()).allSatisfy { $1 - $0 == step }
    spacing = isEven ? Divisor(step) : nil
  }

  /// The tier by value: `upper` for the first `met` values, `lower` for the others.
  struct Reach: Equatable {
    var met = 0
    var upper = 0
    var lower = 0

    @inline(__always) func tier(_ value: Int) -> Int { value < met ? upper : lower }
    @inline(__always) var highest: Int { max(upper, lower) }
  }

  /// Rule T6 for every value: which tier a window qualifies for that holds `sums`.
  @inline(__always)
  func reach(_ sums: WindowSums) -> Reach {
    let tier = dial.tier
    let above = QualificationRule.highest(upTo: thresholds.count - 1, above: tier) { thresholds[$0].areMet(by: sums) }
    if above > tier { return Reach(met: values.count, upper: above, lower: above) }
    let below = QualificationRule.highest(upTo: tier - 1, above: 0) { thresholds[$0].areMet(by: sums) }
    let areOthersMet = others.areMet(by: sums)
    if others.isDecided(areOthersMet) {
      return Reach(met: areOthersMet ? values.count : 0, upper: tier, lower: below)
    }
    return Reach(met: count(upTo: dial.held(by: sums)), upper: tier, lower: below)
  }

  /// How many of the values are not above `held`.
  @inline(__always)
  private func count(upTo held: Int64) -> Int {
    guard held >= values[0] else { return 0 }
    if let spacing { return min(Int(spacing.divide(held - values[0]).quotient) + 1, values.count) }
    return values.firstPlace(above: held, from: 0)
  }
}

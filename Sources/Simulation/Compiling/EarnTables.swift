import MemberBook
import Programme
import Quantities

/// Points per unit of money as an exact fraction.
struct Rate: Sendable {
  /// Over `denominator` for each unit; a denominator of 0 marks days that need a closer look at the receipt.
  var numerator: Int64
  var denominator: Int64
  /// 1 for proportional earning, the whole step in minor units else.
  var unit: Int64
}

/// A day's way of earning: the base rate, and what tier and bonuses make of it.
struct EarnClass: Sendable {
  /// Points for each unit before multipliers.
  let base: Ratio
  /// 1, or the whole step in minor units.
  let unit: Int64
  /// The bonuses that still turn on time, store or category on such a day.
  let conditional: [ConditionProgram]
  /// By tier: the multiplier for each set of conditional bonuses that hold (bit i: bonus i), in `scale`ths.
  let factors: [[Int64]]
  let scale: Int64
  let byLine: Bool
}

/// What a purchase earns on each day, by tier.
struct EarnTables: Sendable {
  let rounding: Rounding
  let tierCount: Int
  /// The class of each tick.
  let classOf: [UInt16]
  let classes: [EarnClass]
  /// By class and tier: the rate where it is the same for every receipt of the day.
  let rates: [Rate]
  /// The largest number of points that one minor unit can bring, for the check against overflow.
  let steepest: Double

  /// The most conditional bonuses that one day can have.
  static let bonusLimit = 10

  /// Of nothing.
  init() {
    (rounding, tierCount, classOf, classes, rates, steepest) = (.floor, 0, [], [], [], 0)
  }

  /// - Throws: `.limit` with more conditional bonuses on one day than `bonusLimit`, `.overflow` for multipliers whose
  ///   product leaves exact arithmetic.
  init(_ policy: PointsPolicy, tiers: [String], _ timeline: Timeline, _ history: History) throws(Diagnostic) {
    for bonus in policy.bonuses { try bonus.when?.checkDiscounts(of: bonus.title, history.book) }
    rounding = policy.rounding
    tierCount = tiers.count
    var known: [DayRule: UInt16] = [:]
    var classes: [EarnClass] = []
    var classOf: [UInt16] = []
    for tick in 0..<timeline.count {
      let rule = DayRule(policy, tiers: tiers, on: timeline.day(tick))
      if let index = known[rule] {
        classOf.append(index)
        continue
      }
      let index = UInt16(truncatingIfNeeded: classes.count)
      known[rule] = index
      classes.append(try EarnClass(rule, policy.stacking, history, timeline))
      classOf.append(index)
    }
    self.classOf = classOf
    self.classes = classes
    var rates: [Rate] = []
    var steepest = 0.0
    for earn in classes {
      for factors in earn.factors {
        rates.append(try Rate(earn, factors))
        let most = factors.map { Double($0) / Double(earn.scale) }.max() ?? 0
        steepest = max(steepest, earn.base.approximation * most / Double(earn.unit))
      }
    }
    self.rates = rates
    self.steepest = steepest
  }
}

extension Rate {
  fileprivate init(_ earn: EarnClass, _ factors: [Int64]) throws(Diagnostic) {
    guard earn.conditional.isEmpty, let factor = factors.first else {
      self.init(numerator: 0, denominator: 0, unit: earn.unit)
      return
    }
    guard let multiplier = Ratio(factor, over: earn.scale), let rate = earn.base.multiplied(by: multiplier) else {
      throw Diagnostic(ReplayProblem.multipliersTooFine)
    }
    self.init(numerator: rate.numerator, denominator: rate.denominator, unit: earn.unit)
  }
}

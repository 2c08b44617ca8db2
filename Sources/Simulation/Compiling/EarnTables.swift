import MemberBook
import Messages
import Programme
import Quantities

/// Points per unit of money as an exact fraction, and how what it gives is rounded: of `units` it makes
/// ⌊(units × numerator + addend) ÷ denominator⌋.
struct Rate: Sendable {
  let numerator: Int64
  let addend: Int64
  /// 0 marks days that need a closer look at the receipt.
  let denominator: Divisor
  /// 1 for proportional earning, the whole step in minor units else.
  let unit: Int64

  /// For days that need a closer look.
  init(unit: Int64) {
    (numerator, addend, denominator, self.unit) = (0, 0, Divisor(0), unit)
  }

  /// Nil where the fraction is too fine.
  init?(_ rate: Ratio, per unit: Int64, _ rounding: Rounding) {
    let isHalved = rounding == .nearest
    let (top, topOverflow) = rate.numerator.multipliedReportingOverflow(by: isHalved ? 2 : 1)
    let (bottom, bottomOverflow) = rate.denominator.multipliedReportingOverflow(by: isHalved ? 2 : 1)
    guard !topOverflow, !bottomOverflow else { return nil }
    numerator = top
    addend =
      switch rounding {
      case .floor: 0
      case .nearest: rate.denominator
      case .up: rate.denominator - 1
      }
    denominator = Divisor(bottom)
    self.unit = unit
  }

  /// The points of `size` minor units, at least 0.
  @inline(__always)
  func points(_ size: Int64) -> Int64 {
    let units = unit == 1 ? size : size / unit
    let (product, overflow) = units.multipliedReportingOverflow(by: numerator)
    let (sum, sumOverflow) = product.addingReportingOverflow(addend)
    return overflow || sumOverflow ? pointsBeyond64Bits(units) : denominator.divide(sum).quotient
  }

  private func pointsBeyond64Bits(_ units: Int64) -> Int64 {
    Int64(clamping: (Int128(units) * Int128(numerator) + Int128(addend)) / Int128(denominator.value))
  }
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

  /// What receipts earn on `tick` by themselves; with a denominator of 0 where they do not all earn alike.
  @inline(__always)
  func rate(on tick: Int, tier: Int) -> Rate { rates[Int(classOf[tick]) * tierCount + tier] }

  /// The most conditional bonuses that one day can have.
  static let bonusLimit = 10

  /// Of nothing.
  init() {
    (rounding, tierCount, classOf, classes, rates, steepest) = (.floor, 0, [], [], [], 0)
  }

  /// - Throws: `.limit` with more conditional bonuses on one day than `bonusLimit`, `.overflow` for multipliers whose
  ///   product leaves exact arithmetic.
  init(_ policy: PointsPolicy, tiers: [String], _ timeline: Timeline, _ history: PurchaseHistory) throws(Diagnostic) {
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
      classes.append(try EarnClass(rule, stacking: policy.stacking, history, timeline))
      classOf.append(index)
    }
    self.classOf = classOf
    self.classes = classes
    var rates: [Rate] = []
    var steepest = 0.0
    for earn in classes {
      for factors in earn.factors {
        rates.append(try Rate(earn, factors, rounding))
        let most = factors.map { Double($0) / Double(earn.scale) }.max() ?? 0
        steepest = max(steepest, earn.base.approximation * most / Double(earn.unit))
      }
    }
    self.rates = rates
    self.steepest = steepest
  }
}

extension Rate {
  fileprivate init(_ earn: EarnClass, _ factors: [Int64], _ rounding: Rounding) throws(Diagnostic) {
    guard earn.conditional.isEmpty, let factor = factors.first else {
      self.init(unit: earn.unit)
      return
    }
    guard let multiplier = Ratio(factor, over: earn.scale), let rate = earn.base.multiplied(by: multiplier),
      let compiled = Rate(rate, per: earn.unit, rounding)
    else { throw Diagnostic(ReplayProblem.multipliersTooFine) }
    self = compiled
  }
}

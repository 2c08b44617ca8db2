import MemberBook
import Messages
import Programme
import Quantities

/// Everything in a points policy that bears on one day; days with equal rules share a class.
struct DayRule: Hashable {
  struct DayBonus: Hashable {
    let factor: Ratio
    /// Nil where it holds all day.
    let condition: Condition?
  }

  let earn: EarnRate
  /// By tier of the ladder.
  let tierFactors: [Ratio]
  let bonuses: [DayBonus]

  init(_ policy: PointsPolicy, tiers: [String], on day: Day) {
    earn = policy.earn.value(on: day) ?? EarnRate(points: .zero, per: Money(minor: 1))
    tierFactors = tiers.map { tier in
      policy.tiers.first { $0.name == tier }?.earn.value(on: day)?.factor ?? .one
    }
    bonuses = policy.bonuses.compactMap { bonus in
      let factor = bonus.earn.value(on: day)?.factor ?? .one
      switch bonus.when?.on(day) {
      case .always: return DayBonus(factor: factor, condition: nil)
      case .depends(let condition): return DayBonus(factor: factor, condition: condition)
      case .never, nil: return nil
      }
    }
  }
}

extension EarnClass {
  init(_ rule: DayRule, stacking: Stacking, _ history: PurchaseHistory, _ timeline: Timeline) throws(Diagnostic) {
    let always = rule.bonuses.filter { $0.condition == nil }.map(\.factor)
    let sometimes = rule.bonuses.filter { $0.condition != nil }
    guard sometimes.count <= EarnTables.bonusLimit else {
      throw Diagnostic(ReplayProblem.tooManyBonuses(limit: EarnTables.bonusLimit))
    }
    let programs = sometimes.compactMap { $0.condition.map { ConditionProgram($0, history, timeline) } }
    var byTier: [[Ratio]] = []
    for tier in rule.tierFactors {
      var bySet: [Ratio] = []
      for set in 0..<(1 << sometimes.count) {
        let matching = sometimes.indices.filter { set & (1 << $0) != 0 }.map { sometimes[$0].factor }
        guard let factor = stacking.joined(tier, always + matching) else {
          throw Diagnostic(ReplayProblem.multipliersTooFine)
        }
        bySet.append(factor)
      }
      byTier.append(bySet)
    }
    let scale = try EarnClass.commonDenominator(byTier.flatMap { $0 })
    base = rule.earn.wholeSteps ? rule.earn.points : try EarnClass.perMinor(rule.earn)
    unit = rule.earn.wholeSteps ? rule.earn.per.minor : 1
    conditional = programs
    byLine = programs.contains { $0.looksAtLines }
    factors = byTier.map { $0.map { $0.numerator * (scale / $0.denominator) } }
    self.scale = scale
  }

  private static func perMinor(_ rate: EarnRate) throws(Diagnostic) -> Ratio {
    guard let perMinor = rate.points.divided(by: Ratio(rate.per.minor)) else {
      throw Diagnostic(ReplayProblem.multipliersTooFine)
    }
    return perMinor
  }

  /// The least common multiple of the denominators, small enough that no factor leaves Int64.
  private static func commonDenominator(_ factors: [Ratio]) throws(Diagnostic) -> Int64 {
    var scale: Int64 = 1
    for factor in factors {
      // scale / denominator in lowest terms has the part of the denominator that is still missing.
      guard let missing = Ratio(scale, over: factor.denominator)?.denominator else { continue }
      let (product, overflow) = scale.multipliedReportingOverflow(by: missing)
      guard !overflow, product <= 1 << 40 else { throw Diagnostic(ReplayProblem.multipliersTooFine) }
      scale = product
    }
    for factor in factors where factor.numerator.multipliedReportingOverflow(by: scale / factor.denominator).overflow {
      throw Diagnostic(ReplayProblem.multipliersTooFine)
    }
    return scale
  }
}

extension Stacking {
  /// What the tier's multiplier and those of the matching bonuses come to; nil where it leaves exact arithmetic.
  func joined(_ tier: Ratio, _ bonuses: [Ratio]) -> Ratio? {
    switch self {
    case .multiply: return bonuses.reduce(Optional(tier)) { $0?.multiplied(by: $1) }
    case .highest: return bonuses.reduce(tier, max)
    case .add:
      let sum = ([tier] + bonuses).reduce(Optional(Ratio.one)) { sum, factor in
        factor.subtracting(.one).flatMap { sum?.adding($0) }
      }
      return sum.map { max($0, .zero) }
    }
  }
}

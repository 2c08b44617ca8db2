public import Programme
public import Quantities

/// What benefits, points and goods cost: enough to turn an outcome's counts into money.
public struct Costing: Sendable, Equatable {
  public let benefits: [Benefit]
  /// The catalogue.
  public let rewards: [Reward]
  /// The months of the range, `2017-07`, in order.
  public let months: [String]
  let tierCount: Int
  /// What a point costs when it is spent, in major units; nil where the policy says neither cost nor value.
  let pointCost: Ratio?
  let hasPoints: Bool
  /// Whether every sale's margin is known, from line costs or an assumption.
  public let knowsMargin: Bool

  init(_ rules: Rules, range: DayRange, tierCount: Int, knowsMargin: Bool) {
    benefits = rules.benefits
    rewards = rules.points?.rewards ?? []
    months = Costing.months(of: range)
    self.tierCount = tierCount
    // Without a points policy there are no points to cost anything.
    pointCost = rules.points.map { ($0.cost ?? $0.value)?.perPoint } ?? .zero
    hasPoints = rules.points != nil
    self.knowsMargin = knowsMargin
  }

  /// The months that a range touches.
  static func months(of range: DayRange) -> [String] {
    var names: [String] = []
    var day = range.first.firstOfMonth
    while day <= range.last {
      names.append(String(day.description.prefix(7)))
      day = day.firstOfNextMonth
    }
    return names
  }

  var cellCount: Int { benefits.count * months.count * tierCount }
  func cell(_ benefit: Int, _ month: Int, _ tier: Int) -> Int { (benefit * months.count + month) * tierCount + tier }

  /// The cost of `units` of a benefit, rounded to the cent, halves away from zero.
  func cost(of benefit: Int, units: Int64) -> Int64 {
    let (numerator, denominator) = benefits[benefit].unitCost
    return rounded(Int128(units) * numerator, denominator)
  }

  /// What `points` cost when they are spent, in minor units; nil where a point has no cost.
  func cost(ofPoints points: Int64) -> Int64? {
    pointCost.map { rounded(Int128(points) * Int128($0.numerator) * 100, Int128($0.denominator)) }
  }
}

/// `numerator / denominator` to the nearest whole number, halves away from zero.
func rounded(_ numerator: Int128, _ denominator: Int128) -> Int64 {
  let size = numerator < 0 ? -numerator : numerator
  let whole = (size * 2 + denominator) / (denominator * 2)
  return Int64(clamping: numerator < 0 ? -whole : whole)
}

/// One figure of the benefit ledger: what a benefit cost for a tier in a month.
public struct BenefitCostLine: Sendable, Equatable {
  public let benefit: String
  public let tier: String
  public let month: String
  /// How many units; for a discount the money given, in minor units.
  public let units: Int64
  public let isDiscount: Bool
  public let cost: Money
}

extension Outcome {
  /// What a benefit cost for a tier in a month, each rounded to the cent; every total is a sum of these.
  public var benefitLines: [BenefitCostLine] {
    var lines: [BenefitCostLine] = []
    for benefit in costing.benefits.indices {
      for month in costing.months.indices {
        for tier in tiers.indices {
          let units = benefitUnits[costing.cell(benefit, month, tier)]
          guard units != 0 else { continue }
          lines.append(
            BenefitCostLine(
              benefit: costing.benefits[benefit].name, tier: tiers[tier], month: costing.months[month], units: units,
              isDiscount: costing.benefits[benefit].discount != nil,
              cost: Money(minor: costing.cost(of: benefit, units: units))))
        }
      }
    }
    return lines
  }

  /// The sum of the lines for one tier, month and benefit, or for all of them.
  func benefitCost(tier: Int?, month: Int?, benefit: String?) -> Int64 {
    var sum: Int64 = 0
    for index in costing.benefits.indices where benefit == nil || costing.benefits[index].name == benefit {
      for place in costing.months.indices where month == nil || month == place {
        for held in tiers.indices where tier == nil || tier == held {
          sum += costing.cost(of: index, units: benefitUnits[costing.cell(index, place, held)])
        }
      }
    }
    return sum
  }
}

public import Programme
public import Quantities

/// One figure of the benefit ledger: what a benefit cost for a tier in a month.
public struct BenefitCostLine: Sendable, Equatable {
  /// What somebody bears of it.
  public struct Part: Sendable, Equatable {
    public let bearer: Bearer
    public let amount: Money
  }

  public let benefit: String
  public let tier: String
  public let month: String
  /// How many units; for a discount the money given, in minor units.
  public let units: Int64
  public let isMoney: Bool
  /// What the house bears: the sum of the house's `parts`.
  public let cost: Money
  /// By bearer, as the benefit names them.
  public let parts: [Part]
  /// What members paid for it; the cost is less by it already.
  public let fees: Money
}

extension Outcome {
  /// What a benefit cost for a tier in a month, each to the cent; every total is a sum of these.
  public var benefitLines: [BenefitCostLine] {
    var lines: [BenefitCostLine] = []
    for (place, item) in costing.items.enumerated() {
      for month in costing.months.indices {
        let units = Array(benefitUnits[costing.cells(place, month)])
        guard units.contains(where: { $0 != 0 }) else { continue }
        let (whole, house) = (item.costs(of: units, at: item.whole), item.costs(of: units, at: item.house))
        for tier in tiers.indices where units[tier] != 0 {
          let parts = zip(item.shares.parts, item.parts(of: whole[tier], house: house[tier])).map {
            BenefitCostLine.Part(bearer: $0.bearer, amount: Money(minor: $1))
          }
          lines.append(
            BenefitCostLine(
              benefit: item.name, tier: tiers[tier], month: costing.months[month], units: units[tier],
              isMoney: item.isMoney, cost: Money(minor: house[tier]), parts: parts,
              fees: Money(minor: CostItem.cost(of: units[tier], at: item.fee))))
        }
      }
    }
    return lines
  }

  /// What the house bears, for one tier, month and benefit, or for all of them.
  func benefitCost(tier: Int?, month: Int?, benefit: String?) -> Int64 {
    var sum: Int64 = 0
    for (place, item) in costing.items.enumerated() where benefit == nil || item.name == benefit {
      for index in costing.months.indices where month == nil || month == index {
        let costs = item.costs(of: Array(benefitUnits[costing.cells(place, index)]), at: item.house)
        sum += tier.map { costs[$0] } ?? costs.reduce(0, +)
      }
    }
    return sum
  }
}

public import PlanLanguage
public import Programme
import Quantities

extension Programme {
  /// Baseline, and the scenarios in the order of their definition.
  public var scenarioNames: [String] { [Scenario.baseline] + scenarios.map(\.name) }

  /// Every tier of every ladder, once; `all` where there is no ladder.
  public var tierNames: [String] {
    var names: [String] = []
    for tier in ladders.flatMap(\.tiers) where !names.contains(tier.name) { names.append(tier.name) }
    return names.isEmpty ? ["all"] : names
  }
}

extension Analyst {
  /// Whether the number at `path` is money.
  public func money(at path: [PathStep]) -> Bool {
    guard let found = programme.paths(notation).first(where: { $0.steps == path.map(\.plain) }) else { return false }
    return [Money.form, BenefitCost.form, Spread<Money>.form, Charge.form].contains(found.form)
  }
}

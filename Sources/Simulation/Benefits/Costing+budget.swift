public import Programme
import Quantities

extension Costing {
  /// The budget of a name, or the only one where no name is asked for.
  func budget(named name: String?) -> Budget? {
    guard let name else { return budgets.count == 1 ? budgets.first : nil }
    return budgets.first { $0.name == name }
  }

  /// Whether the range lies in the period of `budget`.
  public func lies(in budget: Budget) -> Bool { lies(in: budget.period) }

  func lies(in period: DayRange?) -> Bool {
    period.map { $0.contains(range.first) && $0.contains(range.last) } ?? false
  }

  /// What is left of the parts that `budget` names; nil where the range does not lie in its period.
  func left(of budget: Budget, _ benefits: Int64, _ points: Int64) -> Money? {
    guard lies(in: budget) else { return nil }
    let parts = [budget.benefits.map { $0.minor - benefits }, budget.points.map { $0.minor - points }]
    return Money(minor: parts.compactMap(\.self).reduce(0, +))
  }
}

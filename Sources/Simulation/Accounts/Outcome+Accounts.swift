public import Messages
public import Numerics
import Programme
public import Quantities

extension Outcome {
  /// Attaches the accounts of the range's months, for the metrics that need them.
  public mutating func attach(_ accounts: PointsAccounts?, over range: DayRange) {
    hasAccounts = true
    accountMonths = accounts.map { Array($0.months(of: range)) } ?? []
  }
}

extension Outcome {
  /// Those of a month of the range, by its place, or of the last.
  func accounts(ofMonth month: Int?) -> PointsAccounts.Month? {
    guard let month else { return accountMonths.last }
    return accountMonths.indices.contains(month) ? accountMonths[month] : nil
  }
}

extension Replay {
  /// The accounts of a scenario through `last`; nil without a points policy.
  public func accounts(
    _ rules: CompiledRules, through last: Day, job: Job = .unattended
  ) throws(Diagnostic) -> PointsAccounts? {
    guard let policy = rules.rules.points else { return nil }
    return PointsAccounts(try vintages(rules, through: last, job: job), policy, through: last)
  }
}

public import Programme
import Quantities

/// What an outcome made of a figure that a goal asks for.
public struct GoalStanding: Sendable {
  public let target: Goal.Target
  public let goal: MetricValue
  public let actual: MetricValue

  /// Nil where the figure is not known.
  public var isReached: Bool? {
    guard let goal = goal.ratio, let actual = actual.ratio else { return nil }
    return target.aim == .atLeast ? actual >= goal : actual <= goal
  }
}

extension Outcome {
  /// How each figure of `goal` stands; nil where the range does not lie in its period.
  public func standings(of goal: Goal) -> [GoalStanding]? {
    guard costing.lies(in: goal.period) else { return nil }
    return goal.targets.map { target in
      GoalStanding(target: target, goal: target.amount.value, actual: actual(of: target))
    }
  }

  /// Not known where the ladder in force has no such tier, or the metric is not told by tier.
  private func actual(of target: Goal.Target) -> MetricValue {
    let metric = Metric(target.metric)
    guard let tier = target.tier else { return value(of: metric) }
    guard metric.splits.contains(.tier), let place = tiers.firstIndex(of: tier) else { return .unknown }
    return value(of: metric, in: SliceKey(tier: place))
  }
}

extension Costing {
  /// The goal of a name, or the only one where no name is asked for.
  func goal(named name: String?) -> Goal? {
    guard let name else { return goals.count == 1 ? goals.first : nil }
    return goals.first { $0.name == name }
  }
}

extension Goal {
  /// Whether it asks for what only accounts tell.
  public var needsAccounts: Bool { targets.contains { $0.metric.facts.traits.contains(.needsAccounts) } }
}

extension GoalAmount {
  fileprivate var value: MetricValue {
    switch self {
    case .money(let money): .money(money)
    case .share(let share): .share(part: share.fraction.numerator, whole: share.fraction.denominator)
    case .points(let points): .points(points.count)
    case .number(let number):
      number.value.denominator == 1
        ? .count(number.value.numerator) : .quotient(number.value.numerator, over: number.value.denominator)
    }
  }
}

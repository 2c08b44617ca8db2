public import Messages
import Programme
import Quantities
import Simulation

extension Analyst {
  /// Why `goals_missed` has no figure over a range; nil where it has one.
  func missingGoal(_ name: String?, over range: DayRange) -> Message? {
    let goals = programme.goals
    guard let goal = name == nil && goals.count == 1 ? goals.first : goals.first(where: { $0.name == name }) else {
      return goals.isEmpty
        ? Message("no goal is defined; `help goal` shows how", zh: "还没有定义目标；`help goal` 说明怎么写")
        : Message("there are several goals: goals_missed(\(goals[0].name))", zh: "有多个目标：goals_missed(\(goals[0].name))")
    }
    guard let period = goal.period, !(period.contains(range.first) && period.contains(range.last)) else { return nil }
    return Message(
      "goal \(goal.name) is for \(period), in which \(range) does not lie",
      zh: "目标 \(goal.name) 针对 \(period)，\(range) 不在其中")
  }

  /// A figure of the goal called `name` that is asked of a tier and not told by tier; nil where there is none.
  public func goalFault(of name: String, at span: SourceSpan) -> Diagnostic? {
    for target in programme.goals.first(where: { $0.name == name })?.targets ?? [] where target.tier != nil {
      let metric = Metric(target.metric)
      guard !metric.splits.contains(.tier) else { continue }
      return Diagnostic(
        AnalysisProblem.metricNotSplit(metric.name, by: "tier", possible: metric.splitNames), at: span)
    }
    return nil
  }
}

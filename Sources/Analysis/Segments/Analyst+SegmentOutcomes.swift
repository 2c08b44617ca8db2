import Insight
import MemberBook
public import Messages
public import Programme
public import Quantities
public import Simulation

extension Analyst {
  /// What a scenario's rules made of the members of each segment, who are its members at the as-of date by baseline's
  /// definitions.
  public mutating func outcomes(
    ofSegments names: [String], _ rules: Rules, over range: DayRange
  ) throws(Diagnostic) -> [Outcome] {
    let data = try loaded()
    let sets = try memberSets(names.map { .segment(ConditionName($0)) })
    let compiled = try data.history.compile(rules, through: range.last)
    return try Replay(data.history).outcomes(
      of: names.indices.map { sets.members(of: $0) }, compiled, over: range, job: job)
  }
}

extension Outcome {
  /// A metric of a set of members; its share is one of all members, whose outcome is `all`.
  public func value(of bound: BoundMetric, in tier: Int?, ofAll all: Outcome) -> MetricValue {
    let value = value(of: bound.metric, in: SliceKey(tier: tier, named: bound.named))
    guard bound.metric.traits.contains(.isOfAllMembers), case .share(let part, _) = value else { return value }
    return .share(part: part, whole: all.stock[.members])
  }
}

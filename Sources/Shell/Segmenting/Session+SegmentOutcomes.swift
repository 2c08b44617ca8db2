import Insight
import MemberBook
import Messages
import Programme
import Quantities
import Simulation

extension Session {
  /// What a scenario's rules made of the members of each segment, who are its members at the as-of date by baseline's
  /// definitions.
  mutating func outcomes(
    ofSegments names: [String], _ rules: Rules, over range: DayRange
  ) throws(Diagnostic) -> [Outcome] {
    let data = try loaded()
    let sets = try memberSets(names.map { .segment(ConditionName($0)) })
    let compiled = try data.history.compile(rules, through: range.last)
    return try Replay(data.history).outcomes(
      of: names.indices.map { sets.members(of: $0) }, compiled, over: range, job: environment.job)
  }
}

extension Outcome {
  /// A metric of a set of members; its share is one of all members, whose outcome is `all`.
  func value(of bound: BoundMetric, in tier: Int?, ofAll all: Outcome) -> MetricValue {
    let value = value(of: bound.metric, in: SliceKey(tier: tier, named: bound.named))
    guard bound.metric.traits.contains(.isOfAllMembers), case .share(let part, _) = value else { return value }
    return .share(part: part, whole: all.stock[.members])
  }
}

extension Comparison {
  /// As at which day segments are looked at, where any is.
  func segmentNotes(_ session: Session) -> [Message] {
    guard looksAtSegments, let data = session.dataset else { return [] }
    let day = session.asOf(data)
    return [
      Message("segments have the members that they have at \(day), whatever the range", zh: "分群的成员以 \(day) 为准，与区间无关")
    ]
  }
}

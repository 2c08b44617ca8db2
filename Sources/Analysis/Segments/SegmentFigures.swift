import Insight
import MemberBook
public import Messages
import Numerics
public import Programme
public import Quantities
public import Simulation

/// Metrics of segments while the programme is turned. A segment has the members that it has at the as-of date by
/// baseline's definitions, looked up once; one that turns on the rules themselves, on tiers or on what members cost, has
/// those that the turned programme gives it.
public struct SegmentFigures {
  private let names: [String]
  private let range: DayRange
  /// Of the segments that no dial moves: who is in them.
  private var fixed: [String: [Int]] = [:]

  /// Of the segments that `bound` asks about.
  public init(_ bound: [BoundMetric], over range: DayRange, _ analyst: inout Analyst) throws(Diagnostic) {
    names = Set(bound.compactMap(\.segment)).sorted()
    self.range = range
    let still = names.filter { !analyst.programme.turnsOnRules($0) }
    guard !still.isEmpty else { return }
    let sets = try analyst.memberSets(still.map { .segment(ConditionName($0)) })
    for (place, name) in still.enumerated() { fixed[name] = sets.members(of: place) }
  }

  /// Whether no segment is asked about.
  public var isEmpty: Bool { names.isEmpty }
  /// Whether any of them has other members when a dial is turned.
  var areTurned: Bool { fixed.count < names.count }

  /// What `rules`, which the turned `programme` has, make of each segment.
  public func outcomes(
    _ rules: Rules, of programme: Programme, _ analyst: inout Analyst
  ) throws(Diagnostic) -> SegmentOutcomes {
    let data = try analyst.loaded()
    var members = fixed
    let moved = names.filter { fixed[$0] == nil }
    if !moved.isEmpty {
      var turned = analyst
      turned.programme = programme
      let sets = try turned.memberSets(moved.map { .segment(ConditionName($0)) })
      analyst.dataset = turned.dataset
      for (place, name) in moved.enumerated() { members[name] = sets.members(of: place) }
    }
    let compiled = try data.history.compile(rules, through: range.last)
    let found = try Replay(data.history).outcomes(
      of: names.map { members[$0] ?? [] }, compiled, over: range, job: analyst.job)
    return SegmentOutcomes(
      ofName: Dictionary(uniqueKeysWithValues: zip(names, found)), everybody: Int64(data.book.members.count))
  }

  /// What a reader of such figures must know.
  public func notes(_ analyst: Analyst) -> [Message] {
    guard !isEmpty, let data = analyst.dataset else { return [] }
    let day = analyst.asOf(data)
    let moved = names.filter { fixed[$0] == nil }
    let still = names.filter { fixed[$0] != nil }
    return [
      still.isEmpty
        ? nil
        : Message(
          "\(Message.list(still)): the members at \(day), the same for every value",
          zh: "\(Message.list(still))：以 \(day) 的成员为准，各个值相同"),
      moved.isEmpty
        ? nil
        : Message(
          "\(Message.list(moved)): the members at \(day) by the rules of each value, which it turns on",
          zh: "\(Message.list(moved))：以 \(day) 的成员为准，随每个值的规则而变"),
    ].compactMap(\.self)
  }
}

extension Programme {
  /// Whether who is in a segment depends on tiers or on what members cost.
  fileprivate func turnsOnRules(_ segment: String) -> Bool {
    guard let condition = condition(ConditionName(segment)) else { return false }
    return !measures(of: [condition]).isDisjoint(with: [.tier, .pyramid])
  }
}

/// What some rules made of several segments.
public struct SegmentOutcomes {
  fileprivate let ofName: [String: Outcome]
  /// How many members there are in all.
  fileprivate let everybody: Int64

  /// A metric of the segment that it asks about; its share is one of all members.
  public func value(of bound: BoundMetric, _ call: MetricCall) throws(Diagnostic) -> MetricValue {
    guard let outcome = bound.segment.flatMap({ ofName[$0] }) else { return .unknown }
    let value = outcome.value(of: bound.metric, in: try bound.key(in: outcome, call))
    guard bound.metric.identity == .share, case .share(let part, _) = value else { return value }
    return .share(part: part, whole: everybody)
  }
}

extension Variants {
  /// Tells what the values at `indices` make of segments, each worked out by itself.
  /// - Returns: how many that were.
  public func tell(
    _ indices: [Int], of figures: SegmentFigures, _ analyst: inout Analyst,
    _ use: (_ place: Int, SegmentOutcomes) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Int {
    for (place, index) in indices.enumerated() {
      try analyst.job.check()
      let (rules, programme) = (try rules(index, analyst), try programme(index, analyst))
      let outcomes = try analyst.part(place, of: indices.count) { analyst throws(Diagnostic) in
        try figures.outcomes(rules, of: programme, &analyst)
      }
      try use(place, outcomes)
    }
    return indices.count
  }
}

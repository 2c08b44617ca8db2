import MemberBook
public import Messages
public import Numerics
import Programme
public import Quantities

extension Replay {
  /// What each member cost within `range`, in minor units: benefits, coupons and points that were redeemed, each rounded as
  /// for a whole outcome. Nil where a point has no cost. Staff are shared by a tier, so that benefits with staff should
  /// not be among the rules.
  /// - Throws: `.interrupted` when `job` is stopped.
  public func memberCosts(
    _ rules: CompiledRules, over range: DayRange, job: Job = .unattended
  ) throws(Diagnostic) -> [Int64]? {
    let metric = Metric(.programmeCost)
    let grouping = ReceiptGrouping(nil, history.book, range: range)
    let ticks = rules.timeline.ticks(range)
    let found = try walk(
      rules, through: ticks.upperBound, job: job,
      observer: { CostKeeper(tally: Tally(rules, history.book, ticks: ticks, grouping), metric: metric) },
      finding: { $0.costs })
    var all: [Int64] = []
    all.reserveCapacity(history.book.members.count)
    for cost in found.joined() {
      guard let cost else { return nil }
      all.append(cost)
    }
    return all
  }
}

/// Notes what each member cost; nil where that is not known.
private struct CostKeeper: ReplayObserver {
  var tally: Tally
  let metric: Metric
  private(set) var costs: [Int64?] = []

  init(tally: Tally, metric: Metric) {
    self.tally = tally
    self.metric = metric
  }

  mutating func begin(_ member: Int) { tally.begin(member) }
  mutating func note(_ event: ReplayEvent, _ walk: WalkState) { tally.note(event, walk) }

  mutating func end(_ end: MemberEnd) {
    tally.end(end)
    if case .money(let cost) = tally.take().value(of: metric) { costs.append(cost.minor) } else { costs.append(nil) }
  }
}

import Dispatch
import MemberBook
public import Messages
public import Numerics
public import Quantities
import Synchronization

extension Replay {
  /// What each member cost within `range`, in minor units: benefits, coupons and points that were redeemed, each rounded as
  /// for a whole outcome. Nil where a point has no cost. Staff are shared by a tier, so that benefits with staff should
  /// not be among the rules.
  public func memberCosts(
    _ rules: CompiledRules, over range: DayRange, job: Job = .unattended
  ) throws(Diagnostic) -> [Int64]? {
    guard let metric = Metric.named("programme_cost") else { return nil }
    let grouping = ReceiptGrouping(nil, history.book, range: range)
    let ticks = rules.timeline.tick(range.first)...rules.timeline.tick(range.last)
    let bounds = sliceBounds()
    let slices = bounds.count - 1
    let parts = Mutex((costs: [[Int64?]?](repeating: nil, count: slices), done: 0))
    DispatchQueue.concurrentPerform(iterations: slices) { slice in
      let costs = memberCosts(of: bounds[slice]..<bounds[slice + 1], rules, metric, ticks: ticks, grouping, job)
      parts.withLock { parts in
        parts.costs[slice] = costs
        parts.done += 1
        job.tell(parts.done, of: slices)
      }
    }
    try job.check()
    var all: [Int64] = []
    all.reserveCapacity(history.book.members.count)
    for part in parts.withLock({ $0.costs }) {
      for cost in part ?? [] {
        guard let cost else { return nil }
        all.append(cost)
      }
    }
    return all
  }

  private func memberCosts(
    of members: Range<Int>, _ rules: CompiledRules, _ metric: Metric, ticks: ClosedRange<Int>,
    _ grouping: ReceiptGrouping, _ job: Job
  ) -> [Int64?]? {
    let book = history.book
    var walk = MemberWalk(
      rules, book, observer: Tally(rules, book, ticks: ticks, grouping),
      qualifier: ActionQualifier(rules.thresholds))
    var costs: [Int64?] = []
    for member in members {
      if job.isStopped { return nil }
      walk.observer.begin(member: member)
      let end = walk.follow(member, through: ticks.upperBound)
      walk.observer.end(end)
      guard case .money(let cost) = walk.observer.take().value(of: metric) else {
        costs.append(nil)
        continue
      }
      costs.append(cost.minor)
    }
    return costs
  }
}

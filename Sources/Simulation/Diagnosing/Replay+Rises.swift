import Dispatch
import MemberBook
public import Messages
public import Numerics
public import Quantities
import Synchronization

extension Replay {
  /// Who rose within each of `ranges`, and what points expired there.
  /// - Throws: `.interrupted` when `job` is stopped.
  public func rises(
    _ rules: CompiledRules, within ranges: [DayRange], job: Job = .unattended
  ) throws(Diagnostic) -> TierRises {
    let ticks = ranges.map { rules.timeline.tick($0.first)...rules.timeline.tick($0.last) }
    let bounds = sliceBounds()
    let slices = bounds.count - 1
    let parts = Mutex((found: [TierRises?](repeating: nil, count: slices), done: 0))
    DispatchQueue.concurrentPerform(iterations: slices) { slice in
      if job.isStopped { return }
      let members = bounds[slice]..<bounds[slice + 1]
      let found =
        rules.thresholds.counterCount == 0
        ? rises(of: members, rules, ticks, rules.thresholds, job)
        : rises(of: members, rules, ticks, ActionQualifier(rules.thresholds), job)
      parts.withLock { parts in
        parts.found[slice] = found
        parts.done += 1
        job.tell(parts.done, of: slices)
      }
    }
    try job.check()
    var total = TierRises(ranges: ranges.count, stores: history.book.stores.count)
    for case let part? in parts.withLock({ $0.found }) { total.add(part) }
    return total
  }

  private func rises(
    of members: Range<Int>, _ rules: CompiledRules, _ ticks: [ClosedRange<Int>], _ qualifier: some TierQualifier,
    _ job: Job
  ) -> TierRises? {
    let last = ticks.map(\.upperBound).max() ?? 0
    var walk = MemberWalk(
      rules, history.book, observer: RiseKeeper(ticks, history.book), qualifier: qualifier)
    for member in members {
      if member & 255 == 0 && job.isStopped { return nil }
      walk.observer.begin(member: member)
      _ = walk.follow(member, through: last)
    }
    return walk.observer.found
  }
}

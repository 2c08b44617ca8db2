import Dispatch
public import Messages
public import Numerics
public import Quantities
import Synchronization

extension Replay {
  /// What became of every month's points, through the day `last`.
  /// - Throws: `.interrupted` when `job` is stopped; for data longer than `VintageTable.monthLimit`.
  public func vintages(
    _ rules: CompiledRules, through last: Day, job: Job = .unattended
  ) throws(Diagnostic) -> VintageTable {
    let end = max(rules.timeline.tick(last), 1)
    let months = VintageTable.monthCount(from: rules.timeline.day(1), through: rules.timeline.day(end))
    guard months <= VintageTable.monthLimit else {
      throw Diagnostic(AccountsProblem.tooManyMonths(months, limit: VintageTable.monthLimit))
    }
    let bounds = sliceBounds()
    let slices = bounds.count - 1
    let empty = VintageKeeper(rules.timeline, through: end)
    // The tables of slices are added as they come: integers add up to the same in any order.
    let total = Mutex((table: empty.table, done: 0))
    DispatchQueue.concurrentPerform(iterations: slices) { slice in
      if job.isStopped { return }
      let members = bounds[slice]..<bounds[slice + 1]
      let found =
        rules.thresholds.counterCount == 0
        ? vintages(of: members, rules, end, empty, rules.thresholds, job)
        : vintages(of: members, rules, end, empty, ActionQualifier(rules.thresholds), job)
      total.withLock { total in
        total.table.add(found)
        total.done += 1
        job.tell(total.done, of: slices)
      }
    }
    try job.check()
    return total.withLock { $0.table }
  }

  private func vintages(
    of members: Range<Int>, _ rules: CompiledRules, _ end: Int, _ keeper: VintageKeeper,
    _ qualifier: some TierQualifier, _ job: Job
  ) -> VintageTable {
    var walk = MemberWalk(rules, history.book, observer: keeper, qualifier: qualifier)
    for member in members {
      if member & 255 == 0 && job.isStopped { break }
      _ = walk.follow(member, through: end)
    }
    return walk.observer.table
  }
}

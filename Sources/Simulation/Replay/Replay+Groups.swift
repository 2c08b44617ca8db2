import Dispatch
import MemberBook
public import Messages
public import Numerics
public import Quantities
import Synchronization

extension Replay {
  /// What happened on the days of `range` to each of several groups of members, `groups` being their indices in the book:
  /// an outcome a group. Sales without a member are nobody's.
  public func outcomes(
    of groups: [[Int]], _ rules: CompiledRules, over range: DayRange, job: Job = .unattended
  ) throws(Diagnostic) -> [Outcome] {
    let grouping = ReceiptGrouping(nil, history.book, range: range)
    let ticks = rules.timeline.tick(range.first)...rules.timeline.tick(range.last)
    // Large groups are cut, so that they too are worked on side by side.
    let size = max(1, history.book.members.count / slices)
    var pieces: [(group: Int, members: ArraySlice<Int>)] = []
    for (group, members) in groups.enumerated() {
      for start in stride(from: 0, to: members.count, by: size) {
        pieces.append((group, members[start..<min(start + size, members.count)]))
      }
    }
    let work = pieces
    let parts = Mutex((outcomes: [Outcome?](repeating: nil, count: work.count), done: 0))
    DispatchQueue.concurrentPerform(iterations: work.count) { piece in
      guard !job.isStopped else { return }
      let outcome = outcome(of: work[piece].members, rules, ticks: ticks, grouping, job)
      parts.withLock { parts in
        parts.outcomes[piece] = outcome
        parts.done += 1
        job.tell(parts.done, of: work.count)
      }
    }
    try job.check()
    var empty = Outcome(tiers: rules.tiers, groupCount: 1, rules.costing(over: ticks))
    empty.findings = rules.people?.findings ?? FactFindings()
    var totals = groups.map { _ in empty }
    for (piece, outcome) in zip(work, parts.withLock { $0.outcomes }) {
      if let outcome { totals[piece.group].add(outcome) }
    }
    return totals
  }

  private func outcome(
    of members: ArraySlice<Int>, _ rules: CompiledRules, ticks: ClosedRange<Int>, _ grouping: ReceiptGrouping,
    _ job: Job
  ) -> Outcome? {
    let book = history.book
    var walk = MemberWalk(
      rules, book, observer: Tally(rules, book, ticks: ticks, grouping),
      qualifier: ActionQualifier(rules.thresholds))
    for member in members {
      if job.isStopped { return nil }
      walk.observer.begin(member: member)
      let end = walk.follow(member, through: ticks.upperBound)
      walk.observer.end(end)
    }
    walk.observer.settle()
    return walk.observer.outcome
  }
}

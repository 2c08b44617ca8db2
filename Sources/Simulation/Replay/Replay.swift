import Dispatch
import MemberBook
public import Messages
public import Numerics
public import Quantities
import Synchronization

/// Replays history by a scenario's rules: what happened within a range, integer for integer.
public struct Replay: Sendable {
  public let history: History
  /// Into how many slices the members are cut; the result is the same for any number.
  public var slices = 64
  /// Whether what only purchases decide is walked the short way; the result is the same.
  public var takesShortWay = true

  public init(_ history: History) { self.history = history }

  /// What happened on the days of `range`. Replay starts with the first purchase in the data, so that the range sees
  /// warmed-up state.
  /// - Throws: `.interrupted` when `job` is stopped.
  public func callAsFunction(
    _ rules: CompiledRules, over range: DayRange, by split: Split? = nil, job: Job = .unattended
  ) throws(Diagnostic) -> Outcome {
    let grouping = ReceiptGrouping(split, history.book, range: range)
    let ticks = rules.timeline.tick(range.first)...rules.timeline.tick(range.last)
    let bounds = sliceBounds()
    let slices = bounds.count - 1
    let parts = Mutex((outcomes: [Outcome?](repeating: nil, count: slices), done: 0))
    DispatchQueue.concurrentPerform(iterations: slices) { slice in
      if job.isStopped { return }
      let members = bounds[slice]..<bounds[slice + 1]
      let outcome = self.outcome(of: members, rules, ticks: ticks, grouping, job)
      parts.withLock { parts in
        parts.outcomes[slice] = outcome
        parts.done += 1
        job.tell(parts.done, of: slices)
      }
    }
    try job.check()
    var total = Outcome(tiers: rules.tiers, groupCount: grouping.count, rules.costing(over: ticks))
    total.findings = rules.people?.findings ?? FactFindings()
    for case let part? in parts.withLock({ $0.outcomes }) { total.add(part) }
    addWalkIns(to: &total, rules.timeline, ticks, grouping)
    addMemberships(to: &total, rules.rules, over: range)
    try countMembers(in: &total, over: range, grouping, job)
    return total
  }

  /// The walk that does for members of whom there are purchases only; nil where it does for none.
  private func shortWay(
    _ rules: CompiledRules, _ grouping: ReceiptGrouping, ticks: ClosedRange<Int>
  ) -> PlainWalk? {
    guard takesShortWay, grouping.count == 1, !grouping.splitsLines else { return nil }
    return PlainRules(rules).map { PlainWalk($0, history, ticks: ticks) }
  }

  func addWalkIns(
    to outcome: inout Outcome, _ timeline: Timeline, _ ticks: ClosedRange<Int>, _ grouping: ReceiptGrouping
  ) {
    let book = history.book
    for index in book.purchases.walkIns {
      let receipt = ReceiptFacts(
        member: -1, index: index, tick: timeline.tick(book.purchases.day(index)), second: 0,
        net: book.purchases.amount[index])
      guard ticks.contains(receipt.tick) else { continue }
      guard grouping.splitsLines else {
        outcome.walkInSpend[grouping.group(of: receipt)] += receipt.net
        continue
      }
      for line in book.purchases.lines(of: index) {
        let amount = book.amount(ofLine: line, receiptNet: receipt.net)
        outcome.walkInSpend[grouping.group(of: receipt, line: line)] += amount
      }
    }
  }

  /// Members' numbers at which slices begin and end.
  func sliceBounds() -> [Int] { history.book.purchases.sliceBounds(slices) }

  private func outcome(
    of members: Range<Int>, _ rules: CompiledRules, ticks: ClosedRange<Int>, _ grouping: ReceiptGrouping,
    _ job: Job
  ) -> Outcome? {
    rules.thresholds.counterCount == 0
      ? outcome(of: members, rules, ticks: ticks, grouping, rules.thresholds, job)
      : outcome(of: members, rules, ticks: ticks, grouping, ActionQualifier(rules.thresholds), job)
  }

  private func outcome(
    of members: Range<Int>, _ rules: CompiledRules, ticks: ClosedRange<Int>, _ grouping: ReceiptGrouping,
    _ qualifier: some TierQualifier, _ job: Job
  ) -> Outcome? {
    let book = history.book
    var walk = MemberWalk(rules, book, observer: Tally(rules, book, ticks: ticks, grouping), qualifier: qualifier)
    let short = shortWay(rules, grouping, ticks: ticks)
    var member = members.lowerBound
    while member < members.upperBound {
      if job.isStopped { return nil }
      if let short, case let reach = short.reach(of: member..<members.upperBound), reach > 0 {
        walk.observer.add(short(member..<(member + reach)), margin: short.plain.margin)
        member += reach
        continue
      }
      walk.observer.begin(member: member)
      let end = walk.follow(member, through: ticks.upperBound)
      walk.observer.end(end)
      member += 1
    }
    walk.observer.settle()
    return walk.observer.outcome
  }
}

import Dispatch
import MemberBook
public import Programme
public import Quantities
import Synchronization

/// Replays history for many values of one threshold in one walk over the members: each member is replayed once for every
/// run of values that no comparison tells apart, not once for every value.
public struct ThresholdSweep: Sendable {
  let replay: Replay
  let rules: CompiledRules
  let dial: ThresholdDial
  let range: DayRange

  /// Compiles `rules` for every value of `dial` alike.
  public init(
    _ rules: Rules, turning dial: ThresholdDial, _ history: History, over range: DayRange
  ) throws(Diagnostic) {
    replay = Replay(history)
    self.dial = dial
    self.range = range
    var some = rules
    // A threshold that is not set would not be compiled to a comparison.
    if dial.value(in: rules.ladder) == nil { some.ladder = dial.setting(0, in: rules.ladder) }
    self.rules = try CompiledRules(some, for: history, through: max(range.last, history.book.lastDay))
  }

  /// Tells the outcome for every value: `tell(first, outcome)` says that it holds from `values[first]` on, until it is
  /// told another. `values` ascend.
  /// - Returns: for how many values the outcome had to be told.
  @discardableResult
  public func callAsFunction(
    _ values: [Int64], stop: StopSign = .never, progress: Progress = .untold,
    tell: (_ first: Int, _ outcome: Outcome) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Int {
    let changes = try changes(over: values, stop, progress)
    var present = empty
    let ticks = rules.timeline.tick(range.first)...rules.timeline.tick(range.last)
    let grouping = ReceiptGrouping(nil, replay.history.book, range: range)
    replay.addWalkIns(to: &present, rules.timeline, ticks, grouping)
    replay.addMemberships(to: &present, rules.rules, over: range)
    let order = changes.keys.sorted()
    for first in order {
      guard let change = changes[first] else { continue }
      try stop.check()
      present.add(change)
      try tell(first, present)
    }
    return order.count
  }

  /// By index of a value: what the outcome gains there over the value before.
  private func changes(
    over values: [Int64], _ stop: StopSign, _ progress: Progress
  ) throws(Diagnostic) -> [Int: Outcome] {
    let bounds = replay.sliceBounds()
    let slices = bounds.count - 1
    let parts = Mutex((changes: [[Int: Outcome]?](repeating: nil, count: slices), done: 0))
    DispatchQueue.concurrentPerform(iterations: slices) { slice in
      guard !stop.isRaised() else { return }
      let found = changes(of: bounds[slice]..<bounds[slice + 1], over: values, stop)
      parts.withLock { parts in
        parts.changes[slice] = found
        parts.done += 1
        progress.tell(parts.done, of: slices)
      }
    }
    var total: [Int: Outcome] = [:]
    for case let part? in parts.withLock({ $0.changes }) {
      try stop.check()
      for (index, change) in part { total[index, default: empty].add(change) }
    }
    try stop.check()
    return total
  }

  private var empty: Outcome {
    let ticks = rules.timeline.tick(range.first)...rules.timeline.tick(range.last)
    var outcome = Outcome(tiers: rules.tiers, groupCount: 1, rules.costing(over: ticks))
    outcome.findings = rules.people?.findings ?? FactFindings()
    return outcome
  }

  private func changes(of members: Range<Int>, over values: [Int64], _ stop: StopSign) -> [Int: Outcome] {
    let book = replay.history.book
    let ticks = rules.timeline.tick(range.first)...rules.timeline.tick(range.last)
    let grouping = ReceiptGrouping(nil, book, range: range)
    var walk = MemberWalk(
      rules, book, observer: Tally(rules, book, ticks: ticks, grouping), qualifier: DialledThresholds(rules, dial))
    var changes: [Int: Outcome] = [:]
    for member in members {
      var index = 0
      var before: Outcome?
      while index < values.count {
        // A member may take as many walks as there are values.
        if stop.isRaised() { return changes }
        walk.qualifier.value = values[index]
        walk.qualifier.nextChange = .max
        walk.observer.begin(member: member)
        let end = walk.follow(member, through: ticks.upperBound)
        walk.observer.end(end)
        var outcome = walk.observer.take()
        outcome.finalTiers = []
        // Different comparisons can come to the same figures.
        if before != outcome {
          changes[index, default: empty].add(outcome)
          if let before { changes[index, default: empty].add(before, times: -1) }
          before = outcome
        }
        guard walk.qualifier.nextChange < .max else { break }
        index = firstIndex(notBelow: walk.qualifier.nextChange, in: values, from: index + 1)
      }
    }
    return changes
  }

  private func firstIndex(notBelow value: Int64, in values: [Int64], from start: Int) -> Int {
    var low = start
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

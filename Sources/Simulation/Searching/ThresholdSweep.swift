import MemberBook
public import Messages
public import Numerics
public import Programme
public import Quantities

/// Replays history for many values of one threshold in one walk over the members: each member is replayed once for every
/// run of values that no comparison tells apart, not once for every value.
public struct ThresholdSweep: Sendable {
  let replay: Replay
  let rules: CompiledRules
  let dial: ThresholdDial
  let range: DayRange

  /// Compiles `rules` for every value of `dial` alike.
  public init(
    _ rules: Rules, turning dial: ThresholdDial, _ history: PurchaseHistory, over range: DayRange
  ) throws(Diagnostic) {
    replay = Replay(history)
    self.dial = dial
    self.range = range
    var some = rules
    // A threshold that is not set would not be compiled to a comparison.
    if dial.value(in: rules.ladder) == nil { some.ladder = dial.setting(0, in: rules.ladder) }
    self.rules = try history.compile(some, through: range.last)
  }

  /// Tells the outcome for every value: `tell(first, outcome)` says that it holds from `values[first]` on, until it is
  /// told another. `values` ascend.
  /// - Returns: for how many values the outcome had to be told.
  @discardableResult
  public func callAsFunction(
    _ values: [Int64], job: Job = .unattended,
    tell: (_ first: Int, _ outcome: Outcome) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Int {
    let changes = try changes(over: values, job)
    var present = empty
    let ticks = rules.timeline.ticks(range)
    let grouping = ReceiptGrouping(nil, replay.history.book, range: range)
    replay.addWalkIns(to: &present, rules.timeline, ticks, grouping)
    replay.addMemberships(to: &present, rules.rules, over: range)
    // The first value has an outcome, though there be nobody who adds to it.
    let order = values.isEmpty ? [] : Set(changes.keys).union([0]).sorted()
    for first in order {
      try job.check()
      if let change = changes[first] { present.add(change) }
      try tell(first, present)
    }
    return order.count
  }

  /// By index of a value: what the outcome gains there over the value before.
  private func changes(
    over values: [Int64], _ job: Job
  ) throws(Diagnostic) -> [Int: Outcome] {
    let ticks = rules.timeline.ticks(range)
    let sums = RunningSumSweep(rules, dial, values, of: replay.history, ticks: ticks)
    let empty = empty
    let parts = try replay.ofEachSlice(job: job) { members in
      changes(of: members, over: values, Found(sums), empty, job)
    }
    var total = Found(sums)
    for part in parts {
      try job.check()
      for (index, change) in part.changes { total.changes[index, default: empty].add(change) }
      if let found = part.sums { total.sums?.add(found) }
    }
    try job.check()
    for (index, change) in total.sums?.changes(empty) ?? [:] { total.changes[index, default: empty].add(change) }
    return total.changes
  }

  /// What is found of some members.
  private struct Found {
    /// By index of a value: what the outcome gains there over the value before, of whom each value was walked for.
    var changes: [Int: Outcome] = [:]
    /// Of the others.
    var sums: RunningSumSweep?

    init(_ sums: RunningSumSweep?) { self.sums = sums }
  }

  private var empty: Outcome {
    rules.emptyOutcome(over: rules.timeline.ticks(range))
  }

  private func changes(
    of members: Range<Int>, over values: [Int64], _ beginning: Found, _ empty: Outcome, _ job: Job
  ) -> Found {
    let book = replay.history.book
    let ticks = rules.timeline.ticks(range)
    let grouping = ReceiptGrouping(nil, book, range: range)
    var walk = MemberWalk(
      rules, book, observer: Tally(rules, book, ticks: ticks, grouping), qualifier: DialledThresholds(rules, dial))
    var found = beginning
    var next = members.lowerBound
    while next < members.upperBound {
      if job.isStopped { return found }
      if let reach = found.sums?.reach(of: next..<members.upperBound), reach > 0 {
        found.sums?.walk(next..<(next + reach))
        next += reach
        continue
      }
      let member = next
      next += 1
      var index = 0
      var before: Outcome?
      while index < values.count {
        // A member may take as many walks as there are values.
        if job.isStopped { return found }
        walk.qualifier.value = values[index]
        walk.qualifier.nextChange = .max
        walk.observer.begin(member)
        let end = walk.follow(member, through: ticks.upperBound)
        walk.observer.end(end)
        var outcome = walk.observer.take()
        outcome.finalTiers = []
        // Different comparisons can come to the same figures.
        if before != outcome {
          found.changes[index, default: empty].add(outcome)
          if let before { found.changes[index, default: empty].add(before, times: -1) }
          before = outcome
        }
        guard walk.qualifier.nextChange < .max else { break }
        index = values.firstPlace(above: walk.qualifier.nextChange - 1, from: index + 1)
      }
    }
    return found
  }
}

extension [Int64] {
  /// The first place from `start` on of a value above `bound`; values ascend.
  func firstPlace(above bound: Int64, from start: Int) -> Int {
    var (low, high) = (start, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= bound { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

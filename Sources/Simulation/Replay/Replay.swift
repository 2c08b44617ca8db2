import MemberBook
public import Messages
public import Numerics
public import Quantities

/// Replays history by a scenario's rules: what happened within a range, integer for integer.
public struct Replay: Sendable {
  public let history: PurchaseHistory
  /// Into how many slices the members are cut; the result is the same for any number.
  public var slices = 64
  /// Whether members of whom there are purchases only are replayed by running sums where the rules allow it, see
  /// `RunningSumReplay`; the result is the same.
  public var usesRunningSums = true

  public init(_ history: PurchaseHistory) { self.history = history }

  /// What happened on the days of `range`. Replay starts with the first purchase in the data, so that the range sees
  /// warmed-up state.
  /// - Throws: `.interrupted` when `job` is stopped.
  public func callAsFunction(
    _ rules: CompiledRules, over range: DayRange, by split: Split? = nil, job: Job = .unattended
  ) throws(Diagnostic) -> Outcome {
    let grouping = ReceiptGrouping(split, history.book, range: range)
    let ticks = rules.timeline.ticks(range)
    let sums = runningSums(rules, grouping, ticks: ticks)
    let found = try walk(
      rules, through: ticks.upperBound, job: job,
      observer: { Tally(rules, history.book, ticks: ticks, grouping, runningSums: sums) }, finding: { $0.take() })
    var total = rules.emptyOutcome(over: ticks, groupCount: grouping.count)
    for part in found { total.add(part) }
    addWalkIns(to: &total, rules.timeline, ticks, grouping)
    addMemberships(to: &total, rules.rules, over: range)
    try countMembers(in: &total, over: range, grouping, job.silent)
    return total
  }

  /// What does for members of whom there are purchases only; nil where it does for none.
  private func runningSums(
    _ rules: CompiledRules, _ grouping: ReceiptGrouping, ticks: ClosedRange<Int>
  ) -> RunningSumReplay? {
    guard usesRunningSums, grouping.count == 1, !grouping.splitsLines else { return nil }
    return PurchaseOnlyRules(rules).flatMap { RunningSumReplay($0, history, ticks: ticks) }
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
}

extension CompiledRules {
  /// What a replay finds of no member.
  func emptyOutcome(over ticks: ClosedRange<Int>, groupCount: Int = 1) -> Outcome {
    var outcome = Outcome(tiers: tiers, groupCount: groupCount, costing(over: ticks))
    outcome.findings = people?.findings ?? FactFindings()
    return outcome
  }
}

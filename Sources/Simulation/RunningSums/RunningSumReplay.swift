import MemberBook
import Quantities

/// A replay of members of whom there are purchases only, under rules that look at nothing else: what the stepper does
/// for them, as differences of running sums over the book's columns. `Replay` takes it where it can; the tests hold it
/// against the stepper and the reference.
///
/// Each member is gone over three times: once for the running sums, once for the tiers, see `TierWalk`, and once over
/// the few changes of tier for the totals, see `RunningSumTally`.
struct RunningSumReplay {
  let rules: PurchaseOnlyRules
  private let history: PurchaseHistory
  private let range: AskedRange

  /// Of the days `ticks`; nil where nothing of them lies within the data.
  init?(_ rules: PurchaseOnlyRules, _ history: PurchaseHistory, ticks: ClosedRange<Int>) {
    guard let range = AskedRange(rules.rules, ticks: ticks) else { return nil }
    self.rules = rules
    self.history = history
    self.range = range
  }

  /// How many of `members`, from the first on, it can replay.
  func reach(of members: Range<Int>) -> Int { rules.reach(of: members, history) }

  /// Replays `members`, by number in the book, all of whom it can.
  func callAsFunction(_ members: Range<Int>) -> RunningSumTotals {
    let (levels, compiled) = (rules.levels, rules.rules)
    return switch (levels.spend.isEmpty, compiled.whileQualified) {
    case (false, true): replay(members, DailyTierWalk(SpendLevels(levels), compiled))
    case (false, false): replay(members, TermTierWalk(SpendLevels(levels), compiled))
    case (true, true): replay(members, DailyTierWalk(CountingLevels(levels), compiled))
    case (true, false): replay(members, TermTierWalk(CountingLevels(levels), compiled))
    }
  }

  private func replay(_ members: Range<Int>, _ walk: some TierWalk) -> RunningSumTotals {
    let purchases = history.book.purchases
    let (starts, dayOffsets, amounts) = (purchases.start, purchases.dayOffset, purchases.amount.narrowAmounts)
    let (days, nets) = (dayOffsets.span, amounts.span)
    let earning = PurchaseEarning(rules.rules)
    let tally = RunningSumTally(earning, history.book, range)
    var totals = RunningSumTotals(tierCount: rules.rules.tiers.count)
    var found = totals.tiers
    var tiers = found.mutableSpan
    var sums = RunningSums()
    var path = TierPath()
    totals.finalTiers.reserveCapacity(members.count)
    for member in members {
      sums.take(Int(starts[member])..<Int(starts[member + 1]), through: range.last, days, nets)
      path.reset()
      walk(&sums, through: range.last, &path)
      earning.issue(&sums)
      let tier = tally.add(member, sums, path, to: &tiers)
      totals.finalTiers.append(UInt8(truncatingIfNeeded: tier))
      totals.notYetJoined += sums.count > 0 ? 0 : 1
    }
    totals.tiers = found
    return totals
  }
}

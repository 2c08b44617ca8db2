import MemberBook

/// The short way through the rules, for members of whom there are purchases only, under rules that look at nothing
/// else: what the kernel does for them, in one loop over the book's columns. `Replay` takes it where it is open; the
/// tests hold it against the kernel and the reference.
struct PlainWalk {
  let plain: PlainRules
  let history: PurchaseHistory
  private let range: PlainDays

  init(_ plain: PlainRules, _ history: PurchaseHistory, ticks: ClosedRange<Int>) {
    self.plain = plain
    self.history = history
    range = PlainDays(plain.rules, ticks: ticks)
  }

  /// How many of `members`, from the first on, the way is open to.
  func reach(of members: Range<Int>) -> Int { plain.reach(of: members, history) }

  /// Walks `members`, all of whom the way is open to.
  func callAsFunction(_ members: Range<Int>) -> PlainTotals {
    let (levels, rules) = (plain.levels, plain.rules)
    return switch (levels.spend.isEmpty, rules.whileQualified) {
    case (false, true): walk(members, HoldingByWindow(SpendLevels(levels), rules))
    case (false, false): walk(members, HoldingByTerm(SpendLevels(levels), rules))
    case (true, true): walk(members, HoldingByWindow(CountingLevels(levels), rules))
    case (true, false): walk(members, HoldingByTerm(CountingLevels(levels), rules))
    }
  }

  private func walk(_ members: Range<Int>, _ holding: some PlainHolding) -> PlainTotals {
    let purchases = history.book.purchases
    let (begins, dayOffsets, amounts) = (purchases.start, purchases.dayOffset, purchases.amount.narrowAmounts)
    let (days, nets) = (dayOffsets.span, amounts.span)
    let earning = PlainEarning(plain.rules)
    let tally = PlainTally(earning, history.book, range)
    var totals = PlainTotals(tierCount: plain.rules.tiers.count)
    var (within, before) = (totals.cells, totals.before)
    var cells = within.mutableSpan
    var cellsBefore = before.mutableSpan
    var sums = RunningSums()
    var path = TierPath()
    totals.finalTiers.reserveCapacity(members.count)
    for number in members {
      sums.begin(Int(begins[number])..<Int(begins[number + 1]), through: range.last, days, nets)
      path.reset()
      holding.walk(&sums, through: range.last, &path)
      earning.issue(&sums)
      let tier = tally.add(number, sums, path, to: &cells, &cellsBefore)
      totals.finalTiers.append(UInt8(truncatingIfNeeded: tier))
      totals.notYetJoined += sums.count > 0 ? 0 : 1
    }
    (totals.cells, totals.before) = (within, before)
    return totals
  }
}

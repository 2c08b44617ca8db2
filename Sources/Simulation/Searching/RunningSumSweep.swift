import MemberBook
import Quantities

/// A sweep over members of whom there are purchases only, under rules that look at nothing else, see
/// `RunningSumReplay`: values of which nothing is different are walked together, also those that were told apart
/// before.
struct RunningSumSweep {
  private let rules: PurchaseOnlyRules
  private let history: PurchaseHistory
  private let tables: SweepTables
  /// See `TierTotalsSpan.note`.
  private var totals: [TierTotals]
  /// Members without a receipt until the end of the range.
  private var notYetJoined: Int64 = 0

  /// As many values as are walked so.
  static let limit = 4096

  /// Of `values` of a threshold on the days `ticks`; nil where something else than purchases decides, or nothing of
  /// the days lies within the data.
  init?(
    _ rules: CompiledRules, _ dial: ThresholdDial, _ values: [Int64], of history: PurchaseHistory,
    ticks: ClosedRange<Int>
  ) {
    guard values.count <= RunningSumSweep.limit, let rules = PurchaseOnlyRules(rules),
      let levels = SweepLevels(rules.levels, dial, values), let range = AskedRange(rules.rules, ticks: ticks)
    else { return nil }
    self.rules = rules
    self.history = history
    tables = SweepTables(rules.rules, levels, history.book, over: range)
    totals = [TierTotals](repeating: TierTotals(), count: (values.count + 1) * tables.tierCount)
  }

  /// How many of `members`, from the first on, it can walk.
  func reach(of members: Range<Int>) -> Int { rules.reach(of: members, history) }

  /// Walks `members`, by number in the book, all of whom it can.
  mutating func walk(_ members: Range<Int>) {
    if rules.rules.whileQualified {
      walk(members, SweepWalk<SweepDailyTiers>())
    } else {
      walk(members, SweepWalk<SweepTermTiers>())
    }
  }

  private mutating func walk(_ members: Range<Int>, _ walk: SweepWalk<some SweepTiers>) {
    let purchases = history.book.purchases
    let (starts, dayOffsets, amounts) = (purchases.start, purchases.dayOffset, purchases.amount.narrowAmounts)
    let (days, nets) = (dayOffsets.span, amounts.span)
    let tables = tables
    var walk = walk
    var member = SweepMember()
    // Taken out, so that it is changed where it stands.
    var found: [TierTotals] = []
    swap(&found, &totals)
    var entries = found.mutableSpan
    for number in members {
      let receipts = Int(starts[number])..<Int(starts[number + 1])
      member.come(to: number, receipts, in: tables.range, days, nets)
      walk.add(&member, by: tables, to: &entries)
      notYetJoined += member.sums.count == 0 ? 1 : 0
    }
    swap(&found, &totals)
  }

  /// Adds what was found of other members.
  mutating func add(_ other: RunningSumSweep) {
    for place in totals.indices { totals[place].add(other.totals[place]) }
    notYetJoined += other.notYetJoined
  }

  /// By index of a value: what the outcome gains there over the value before, added to an `empty` one.
  func changes(_ empty: Outcome) -> [Int: Outcome] {
    var changes: [Int: Outcome] = [:]
    let tierCount = tables.tierCount
    for value in 0..<tables.valueCount {
      var found = RunningSumTotals(tierCount: tierCount)
      for tier in 0..<tierCount { found.tiers[tier] = totals[value * tierCount + tier] }
      if value == 0 { found.notYetJoined = notYetJoined }
      var outcome = empty
      outcome.add(found, margin: rules.margin)
      if outcome != empty { changes[value] = outcome }
    }
    return changes
  }
}

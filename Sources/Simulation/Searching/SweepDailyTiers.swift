/// Rule T4, `keep = while qualified`, for many values: at any time the window tells every value's tier.
struct SweepDailyTiers: SweepTiers {
  private var reach = SweepLevels.Reach()

  @inline(__always)
  mutating func begin(_ member: borrowing SweepMember, _ tables: SweepTables) { reach = SweepLevels.Reach() }

  /// The window at the end of the day before tells the tiers.
  @inline(__always)
  mutating func skip(toRangeOf member: inout SweepMember, _ tables: SweepTables) -> Bool {
    // Before their first receipt everyone is on the entry tier, though nothing may be asked for a higher one.
    guard member.firstInRange > 0 else { return false }
    member.takeAllBeforeRange()
    member.letGo(before: tables.starts[Int(tables.range.first) - 1])
    reach = tables.levels.reach(member.held)
    return true
  }

  /// The days on which the window loses something.
  @inline(__always)
  func due(by tick: Int32, of member: borrowing SweepMember, _ tables: SweepTables) -> Int32? {
    let oldest = member.window.start
    guard oldest < member.window.end, case let day = tables.leaves[Int(member.sums.tick(oldest))], day <= tick
    else { return nil }
    return day
  }

  @inline(__always)
  mutating func start(
    _ day: Int32, of member: inout SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    member.letGo(before: tables.starts[Int(day)])
    follow(member, on: day, tables, &totals)
  }

  @inline(__always)
  func buy(
    _ receipt: Int, of member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    let bought = tables.bought(ReceiptWindow(start: receipt, end: receipt + 1), member.sums)
    forEachTier(tables) { values, tier in
      totals.note(values, on: tier, of: tables.tierCount) { $0.flow.add(bought, times: $1) }
    }
  }

  @inline(__always)
  mutating func rise(
    on tick: Int32, of member: inout SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    follow(member, on: tick, tables, &totals)
  }

  @inline(__always)
  func settle(_ member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan) {}

  /// Every value's tier becomes what the window reaches.
  @inline(__always)
  private mutating func follow(
    _ member: borrowing SweepMember, on tick: Int32, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    let held = reach
    reach = tables.levels.reach(member.held)
    guard tick >= tables.range.first, reach != held else { return }
    // Both divide the values in two; between the two places lie values that were on one side and are on the other.
    let (low, high) = (min(held.met, reach.met), max(held.met, reach.met))
    let tierCount = tables.tierCount
    totals.noteMove(0..<low, from: held.upper, to: reach.upper, of: tierCount)
    totals.noteMove(low..<high, from: held.tier(low), to: reach.tier(low), of: tierCount)
    totals.noteMove(high..<tables.valueCount, from: held.lower, to: reach.lower, of: tierCount)
  }

  @inline(__always)
  func forEachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void) {
    body(0..<reach.met, reach.upper)
    body(reach.met..<tables.valueCount, reach.lower)
  }
}

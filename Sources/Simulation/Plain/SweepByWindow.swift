import MemberBook

/// `keep = while qualified`: at any time the window tells every value's tier.
struct SweepByWindow: SweepHolding {
  private var reach = DialLevels.Reach()

  @inline(__always) mutating func reset(_ within: Int, _ tables: SweepTables) { reach = DialLevels.Reach() }

  @inline(__always)
  func due(
    by tick: Int32, _ gone: Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables
  ) -> Int32? {
    guard gone < next, case let day = tables.leaves[Int(sums.tick(gone))], day <= tick else { return nil }
    return day
  }

  @inline(__always)
  mutating func begin(
    _ day: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells
  ) {
    sums.advance(&gone, to: tables.starts[Int(day)])
    set(sums.sums(gone, next), on: day, tables, &cells)
  }

  @inline(__always)
  func buy(_ receipt: Int, _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells) {
    let bought = tables.bought(receipt, receipt + 1, sums)
    eachTier(tables) { cells.buy($0, on: $1, of: tables.tierCount, bought) }
  }

  @inline(__always)
  func settle(_ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells) {}

  @inline(__always)
  mutating func rise(
    on tick: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells
  ) { set(sums.sums(gone, next), on: tick, tables, &cells) }

  @inline(__always)
  private mutating func set(
    _ sums: WindowSums, on tick: Int32, _ tables: SweepTables, _ cells: inout PlainCells
  ) {
    let held = reach
    reach = tables.levels.reach(sums)
    guard tick >= tables.range.first, reach != held else { return }
    let (low, high) = (min(held.met, reach.met), max(held.met, reach.met))
    let tierCount = tables.tierCount
    cells.change(0..<low, from: held.upper, to: reach.upper, of: tierCount)
    cells.change(low..<high, from: held.tier(low), to: reach.tier(low), of: tierCount)
    cells.change(high..<tables.levels.values.count, from: held.lower, to: reach.lower, of: tierCount)
  }

  @inline(__always)
  func eachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void) {
    body(0..<reach.met, reach.upper)
    body(reach.met..<tables.levels.values.count, reach.lower)
  }
}

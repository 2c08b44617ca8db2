/// Tiers that are kept for a term: neighbouring values whose term is the same are one run.
struct SweepByTerm: SweepHolding {
  private struct Run {
    var end: Int
    var term: HeldTerm
    /// The first receipt within the range that is not noted on the tier yet.
    var since: Int
  }

  /// In order of their values, of which each is in one.
  private var runs: [Run] = []
  private var next: [Run] = []
  /// The same by tier alone.
  private var tiers: [(end: Int, tier: Int)] = []
  /// The earliest end of a term, and the lowest tier.
  private var due = Timeline.never
  private var lowest = 0

  mutating func reset(_ within: Int, _ tables: SweepTables) {
    let end = tables.levels.values.count
    runs.removeAll(keepingCapacity: true)
    runs.append(Run(end: end, term: HeldTerm(), since: within))
    tiers.removeAll(keepingCapacity: true)
    tiers.append((end, 0))
    due = Timeline.never
    lowest = 0
  }

  @inline(__always)
  func due(
    by tick: Int32, _ gone: Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables
  ) -> Int32? { due <= tick ? due : nil }

  @inline(__always)
  mutating func begin(
    _ day: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells
  ) {
    sums.advance(&gone, to: tables.starts[ReviewRule.windowEnd(for: Int(day))])
    turn(.review, tables.levels.reach(sums.sums(gone, next)), on: day, next, sums, tables, &cells)
  }

  /// What is bought is noted when a tier ends.
  @inline(__always)
  func buy(_ receipt: Int, _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells) {}

  @inline(__always)
  func settle(_ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells) {
    var begin = 0
    for run in runs {
      note(run, begin..<run.end, next, sums, tables, &cells)
      begin = run.end
    }
  }

  @inline(__always)
  mutating func rise(
    on tick: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells
  ) {
    // A window from which days should have been let go never holds less than it should.
    guard lowest + 1 < tables.tierCount, mayRise(tables.levels.reach(sums.sums(gone, next))) else { return }
    sums.advance(&gone, to: tables.starts[Int(tick)])
    let reach = tables.levels.reach(sums.sums(gone, next))
    guard mayRise(reach) else { return }
    turn(.purchase, reach, on: tick, next, sums, tables, &cells)
  }

  /// Whether any value reaches more than its tier. Of values on the same tier the first reaches most, or the last does.
  @inline(__always)
  private func mayRise(_ reach: DialLevels.Reach) -> Bool {
    guard reach.highest > lowest else { return false }
    var begin = 0
    for run in tiers {
      if max(reach.tier(begin), reach.tier(run.end - 1)) > run.tier { return true }
      begin = run.end
    }
    return false
  }

  /// What terms turn on: those that end are reviewed, or a purchase may raise any.
  private enum Occasion { case review, purchase }

  /// Decides about every value's term, by the tier that the value reaches.
  private mutating func turn(
    _ occasion: Occasion, _ reach: DialLevels.Reach, on tick: Int32, _ bought: Int, _ sums: borrowing RunningSums,
    _ tables: SweepTables, _ cells: inout PlainCells
  ) {
    next.removeAll(keepingCapacity: true)
    tiers.removeAll(keepingCapacity: true)
    due = Timeline.never
    lowest = .max
    var begin = 0
    for run in runs {
      let middle = min(max(reach.met, begin), run.end)
      turn(occasion, run, begin..<middle, reach.upper, on: tick, bought, sums, tables, &cells)
      turn(occasion, run, middle..<run.end, reach.lower, on: tick, bought, sums, tables, &cells)
      begin = run.end
    }
    swap(&runs, &next)
  }

  @inline(__always)
  private mutating func turn(
    _ occasion: Occasion, _ held: Run, _ values: Range<Int>, _ reached: Int, on tick: Int32, _ bought: Int,
    _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells
  ) {
    guard !values.isEmpty else { return }
    var run = held
    run.end = values.upperBound
    switch occasion {
    case .review:
      if run.term.review == tick { tables.terms.review(&run.term, on: tick, qualified: reached) }
    case .purchase:
      if run.term.rises(to: reached) { tables.terms.rise(&run.term, to: reached, on: tick) }
    }
    if run.term.tier != held.term.tier {
      note(held, values, bought, sums, tables, &cells)
      run.since = max(held.since, bought)
      if tick >= tables.range.first {
        cells.change(values, from: held.term.tier, to: run.term.tier, of: tables.tierCount)
      }
    }
    due = min(due, run.term.review)
    lowest = min(lowest, run.term.tier)
    if let last = next.last, last.term == run.term, last.since == run.since {
      next[next.count - 1].end = run.end
    } else {
      next.append(run)
    }
    if let last = tiers.last, last.tier == run.term.tier {
      tiers[tiers.count - 1].end = run.end
    } else {
      tiers.append((run.end, run.term.tier))
    }
  }

  /// Notes what the values of a run have bought up to the receipt `bought` and is not noted yet.
  @inline(__always)
  private func note(
    _ run: Run, _ values: Range<Int>, _ bought: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells
  ) {
    guard run.since < bought else { return }
    cells.buy(values, on: run.term.tier, of: tables.tierCount, tables.bought(run.since, bought, sums))
  }

  @inline(__always)
  func eachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void) {
    var begin = 0
    for run in tiers {
      body(begin..<run.end, run.tier)
      begin = run.end
    }
  }
}

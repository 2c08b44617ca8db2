import MemberBook

/// Tiers that are kept for a term: neighbouring values whose term is the same are one run.
struct SweepByTerm: SweepHolding {
  private struct Run {
    var values: Range<Int>
    var term: HeldTerm
  }

  /// In order of their values, of which each is in one.
  private var runs: [Run] = []
  private var next: [Run] = []
  /// What was bought since any term was another.
  private var pending = PlainFlow()
  /// The earliest end of a term, and the lowest tier.
  private var due = Timeline.never
  private var lowest = 0

  mutating func reset(_ tables: SweepTables) {
    runs.removeAll(keepingCapacity: true)
    runs.append(Run(values: 0..<tables.levels.values.count, term: HeldTerm()))
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
    sums.advance(&gone, to: tables.starts[Int(day) - 1])
    turn(tables.levels.reach(sums.sums(gone, next)), on: day, tables, &cells) { term, qualified in
      if term.review == day { term.end(on: day, qualified: qualified, tables.terms) }
    }
  }

  @inline(__always)
  mutating func buy(_ bought: PlainFlow, _ tables: SweepTables, _ cells: inout PlainCells) {
    pending.add(bought)
  }

  @inline(__always)
  mutating func settle(_ tables: SweepTables, _ cells: inout PlainCells) {
    guard pending.purchases > 0 else { return }
    for run in runs { cells.buy(run.values, on: run.term.tier, of: tables.tierCount, pending) }
    pending = PlainFlow()
  }

  @inline(__always)
  mutating func rise(
    on tick: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells
  ) {
    // A window that was not dropped yet never holds less than it should.
    guard lowest + 1 < tables.tierCount, tables.levels.reach(sums.sums(gone, next)).highest > lowest else {
      return
    }
    sums.advance(&gone, to: tables.starts[Int(tick)])
    let reach = tables.levels.reach(sums.sums(gone, next))
    guard runs.contains(where: { reach.tier($0.values.lowerBound) > $0.term.tier }) else { return }
    turn(reach, on: tick, tables, &cells) { term, reached in
      if reached > term.tier { term.rise(to: reached, on: tick, tables.terms) }
    }
  }

  /// Lets `change` decide about every value's term, by the tier that the value reaches.
  @inline(__always)
  private mutating func turn(
    _ reach: DialLevels.Reach, on tick: Int32, _ tables: SweepTables, _ cells: inout PlainCells,
    _ change: (inout HeldTerm, _ reached: Int) -> Void
  ) {
    settle(tables, &cells)
    next.removeAll(keepingCapacity: true)
    due = Timeline.never
    lowest = .max
    for run in runs {
      let middle = min(max(reach.met, run.values.lowerBound), run.values.upperBound)
      turn(run.term, of: run.values.lowerBound..<middle, reach.upper, on: tick, tables, &cells, change)
      turn(run.term, of: middle..<run.values.upperBound, reach.lower, on: tick, tables, &cells, change)
    }
    swap(&runs, &next)
  }

  @inline(__always)
  private mutating func turn(
    _ held: HeldTerm, of values: Range<Int>, _ reached: Int, on tick: Int32, _ tables: SweepTables,
    _ cells: inout PlainCells, _ change: (inout HeldTerm, _ reached: Int) -> Void
  ) {
    guard !values.isEmpty else { return }
    var term = held
    change(&term, reached)
    if tick >= tables.range.first { cells.change(values, from: held.tier, to: term.tier, of: tables.tierCount) }
    due = min(due, term.review)
    lowest = min(lowest, term.tier)
    if let last = next.last, last.term == term {
      next[next.count - 1].values = last.values.lowerBound..<values.upperBound
    } else {
      next.append(Run(values: values, term: term))
    }
  }

  @inline(__always)
  func eachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void) {
    for run in runs { body(run.values, run.term.tier) }
  }
}

/// Walks member after member for many values of a threshold at once.
struct SweepWalk<Holding: SweepHolding> {
  private var holding: Holding
  private var points = SweepPoints()
  /// Where the window begins among the member's receipts.
  private var gone = 0

  init(_ holding: Holding) { self.holding = holding }

  /// Adds a member, by number in the book. What lies within the range goes to `cells` by value and tier, the points of
  /// what lies before it to `before` by value.
  mutating func add(
    _ member: Int, _ sums: borrowing RunningSums, _ tables: SweepTables, to cells: inout PlainCells,
    _ before: inout PlainCells
  ) {
    let (first, tierCount, earns) = (tables.range.first, tables.tierCount, tables.earning.earns)
    var within = 0
    sums.advance(&within, to: first)
    gone = 0
    holding.reset(within, tables)
    points.reset()
    for receipt in 0..<within {
      begin(through: sums.tick(receipt), receipt, sums, tables, &cells, &before)
      if earns {
        points.issue(receipt, holding, sums, tables) { values, _, issued, capped in
          before.issue(values, on: 0, of: 1, issued, capped: capped)
        }
      }
      holding.rise(on: sums.tick(receipt), &gone, receipt + 1, sums, tables, &cells)
    }
    begin(through: first - 1, within, sums, tables, &cells, &before)
    let activity = sums.activity(from: within)
    if tables.range.hasEarlier(sums) {
      holding.eachTier(tables) { cells.wait($0, on: $1, of: tierCount, isKept: activity.isActive) }
    }
    for receipt in within..<sums.count {
      begin(through: sums.tick(receipt), receipt, sums, tables, &cells, &before)
      holding.buy(receipt, sums, tables, &cells)
      if earns {
        points.issue(receipt, holding, sums, tables) { cells.issue($0, on: $1, of: tierCount, $2, capped: $3) }
      }
      holding.rise(on: sums.tick(receipt), &gone, receipt + 1, sums, tables, &cells)
    }
    begin(through: tables.range.last, sums.count, sums, tables, &cells, &before)
    holding.settle(sums.count, sums, tables, &cells)
    if earns {
      points.outstanding(holding, tables) { cells.leave($0, on: $1, of: tierCount, outstanding: $2) }
    }
    var stock = Stock()
    stock[.members] = 1
    stock[.active] = activity.isActive ? 1 : 0
    stock[.repeating] = activity.isRepeating ? 1 : 0
    stock[.referrals] = tables.range.referrals(by: member)
    holding.eachTier(tables) { cells.end($0, on: $1, of: tierCount, stock) }
  }

  /// Lets the days up to `tick` begin: on each, points expire before tiers change.
  @inline(__always)
  private mutating func begin(
    through tick: Int32, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells, _ before: inout PlainCells
  ) {
    while let day = holding.due(by: tick, gone, next, sums, tables) {
      if tables.earning.expires { expire(through: day, sums, tables, &cells, &before) }
      holding.begin(day, &gone, next, sums, tables, &cells)
    }
    if tables.earning.expires { expire(through: tick, sums, tables, &cells, &before) }
  }

  @inline(__always)
  private mutating func expire(
    through tick: Int32, _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells,
    _ before: inout PlainCells
  ) {
    let tierCount = tables.tierCount
    if tick < tables.range.first {
      points.expire(through: tick, holding, sums, tables) { values, _, expired in
        before.expire(values, on: 0, of: 1, expired)
      }
    } else {
      points.expire(through: tick, holding, sums, tables) { cells.expire($0, on: $1, of: tierCount, $2) }
    }
  }
}

import MemberBook

/// The short way for many values of a threshold at once: values of which nothing is different are walked together, also
/// those that were told apart before.
struct PlainSweep {
  private let plain: PlainRules
  private let history: PurchaseHistory
  private let tables: SweepTables
  /// By value and tier, and by value for what lies before the range.
  private var cells: [PlainCell]
  private var before: [PlainCell]
  private var notYetJoined: Int64 = 0

  /// As many values as are walked so.
  static let limit = 4096

  /// Nil where something else than purchases decides.
  init?(
    _ rules: CompiledRules, _ dial: ThresholdDial, _ values: [Int64], _ history: PurchaseHistory,
    ticks: ClosedRange<Int>
  ) {
    guard values.count <= PlainSweep.limit, let plain = PlainRules(rules),
      let levels = DialLevels(plain.levels, dial, values)
    else { return nil }
    self.plain = plain
    self.history = history
    tables = SweepTables(rules, levels, history.book, PlainDays(rules, ticks: ticks))
    before = [PlainCell](repeating: PlainCell(), count: values.count + 1)
    cells = [PlainCell](repeating: PlainCell(), count: (values.count + 1) * rules.tiers.count)
  }

  /// See `PlainWalk.reach(of:)`.
  func reach(of members: Range<Int>) -> Int { plain.reach(of: members, history) }

  /// Walks `members`, all of whom the way is open to.
  mutating func walk(_ members: Range<Int>) {
    plain.rules.whileQualified ? walk(members, SweepByWindow()) : walk(members, SweepByTerm())
  }

  private mutating func walk(_ members: Range<Int>, _ holding: some SweepHolding) {
    let purchases = history.book.purchases
    let (begins, dayOffsets, amounts) = (purchases.start, purchases.dayOffset, purchases.amount.narrowAmounts)
    let (days, nets) = (dayOffsets.span, amounts.span)
    var walk = SweepWalk(holding)
    let tables = tables
    var (cells, before) = (self.cells, self.before)
    var cellSpan = cells.mutableSpan
    var beforeSpan = before.mutableSpan
    var sums = RunningSums()
    for number in members {
      sums.begin(Int(begins[number])..<Int(begins[number + 1]), through: tables.range.last, days, nets)
      walk.add(number, sums, tables, to: &cellSpan, &beforeSpan)
      notYetJoined += sums.count == 0 ? 1 : 0
    }
    (self.cells, self.before) = (cells, before)
  }

  /// Adds what was found of other members.
  mutating func add(_ other: PlainSweep) {
    for place in cells.indices { cells[place].add(other.cells[place]) }
    for place in before.indices { before[place].add(other.before[place]) }
    notYetJoined += other.notYetJoined
  }

  /// By index of a value: what the outcome gains there over the value before. Each is an `empty` one to which that is
  /// added.
  func changes(_ empty: Outcome) -> [Int: Outcome] {
    var changes: [Int: Outcome] = [:]
    let tierCount = tables.tierCount
    for value in tables.levels.values.indices {
      var totals = PlainTotals(tierCount: tierCount)
      for tier in 0..<tierCount { totals.cells[tier] = cells[value * tierCount + tier] }
      totals.before[0] = before[value]
      if value == 0 { totals.notYetJoined = notYetJoined }
      var outcome = empty
      outcome.add(totals, margin: plain.margin)
      if outcome != empty { changes[value] = outcome }
    }
    return changes
  }
}

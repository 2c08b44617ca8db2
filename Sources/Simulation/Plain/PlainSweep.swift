import MemberBook
import Quantities

/// What decides in a sweep.
struct SweepTables {
  let levels: DialLevels
  let tierCount: Int
  /// See `WindowTables`.
  let starts: [Int32]
  let leaves: [Int32]
  let terms: TermRules
  /// The first tick of the range.
  let first: Int32
}

/// The short way for many values of a threshold at once, where no points are asked for. Values of which nothing is
/// different are walked together, also those that were told apart before.
struct PlainSweep {
  private let plain: PlainRules
  private let history: History
  private let tables: SweepTables
  private let range: PlainDays
  private let quantities: ReceiptQuantities
  private var cells: [PlainCell]
  private var notYetJoined: Int64 = 0

  /// As many values as are walked so.
  static let limit = 4096

  /// Nil where something else than purchases decides, or is asked for.
  init?(
    _ rules: CompiledRules, _ dial: ThresholdDial, _ values: [Int64], _ history: History, ticks: ClosedRange<Int>
  ) {
    guard values.count <= PlainSweep.limit, !rules.earns, let plain = PlainRules(rules),
      let levels = DialLevels(plain.levels, dial, values)
    else { return nil }
    self.plain = plain
    self.history = history
    range = PlainDays(rules, ticks: ticks)
    tables = SweepTables(
      levels: levels, tierCount: rules.tiers.count, starts: rules.window.start, leaves: rules.window.leaves,
      terms: TermRules(rules), first: range.first)
    quantities = ReceiptQuantities(history.book)
    cells = [PlainCell](repeating: PlainCell(), count: (values.count + 1) * rules.tiers.count)
  }

  /// See `PlainWalk.reach(of:)`.
  func reach(of members: Range<Int>) -> Int { plain.reach(of: members, history) }

  /// Walks `members`, all of whom the way is open to.
  mutating func walk(_ members: Range<Int>) {
    plain.rules.whileQualified ? walk(members, SweepByWindow()) : walk(members, SweepByTerm())
  }

  private mutating func walk(_ members: Range<Int>, _ beginning: some SweepHolding) {
    let purchases = history.book.purchases
    let (begins, dayOffsets, amounts) = (purchases.start, purchases.dayOffset, purchases.amount.narrowAmounts)
    let (days, nets) = (dayOffsets.span, amounts.span)
    let (tables, range, quantities) = (tables, range, quantities)
    let (first, last, tierCount) = (range.first, range.last, tables.tierCount)
    var sums = RunningSums()
    var holding = beginning
    var notYetJoined: Int64 = 0
    var cells = cells.mutableSpan
    for number in members {
      sums.begin(Int(begins[number])..<Int(begins[number + 1]), through: last, days, nets)
      var (gone, within) = (0, 0)
      sums.advance(&within, to: first)
      holding.reset(tables)
      var stock = Stock()
      stock.members = 1
      stock.referrals = range.referrals(by: number)
      for receipt in 0..<within {
        let tick = sums.tick(receipt)
        holding.begin(through: tick, &gone, receipt, sums, tables, &cells)
        holding.rise(on: tick, &gone, receipt + 1, sums, tables, &cells)
      }
      holding.begin(through: first - 1, &gone, within, sums, tables, &cells)
      let isActive = within < sums.count
      stock.active = isActive ? 1 : 0
      if range.hasEarlier(sums) {
        holding.eachTier(tables) { cells.wait($0, on: $1, of: tierCount, isKept: isActive) }
      }
      for receipt in within..<sums.count {
        let tick = sums.tick(receipt)
        holding.begin(through: tick, &gone, receipt, sums, tables, &cells)
        var bought = PlainFlow()
        bought.purchases = 1
        bought.spend = sums.net(receipt)
        bought.visits = sums.visits(receipt, receipt + 1)
        if quantities.areKnown { bought.quantity = quantities[sums.first + receipt] }
        holding.buy(bought, tables, &cells)
        holding.rise(on: tick, &gone, receipt + 1, sums, tables, &cells)
      }
      holding.begin(through: last, &gone, sums.count, sums, tables, &cells)
      holding.settle(tables, &cells)
      stock.repeating = sums.visits(within, sums.count) > 1 ? 1 : 0
      holding.eachTier(tables) { cells.end($0, on: $1, of: tierCount, stock) }
      notYetJoined += sums.count == 0 ? 1 : 0
    }
    self.notYetJoined += notYetJoined
  }

  /// Adds what was found of other members.
  mutating func add(_ other: PlainSweep) {
    for place in cells.indices { cells[place].add(other.cells[place]) }
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
      if value == 0 { totals.notYetJoined = notYetJoined }
      var outcome = empty
      outcome.add(totals, margin: plain.margin)
      if outcome != empty { changes[value] = outcome }
    }
    return changes
  }
}

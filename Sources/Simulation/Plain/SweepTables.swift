import MemberBook

/// What decides in a sweep. A class, so that closures that need it copy a reference and not a dozen.
final class SweepTables: Sendable {
  let levels: DialLevels
  let tierCount: Int
  /// See `WindowTables`.
  let starts: [Int32]
  let leaves: [Int32]
  let terms: TermRules
  let earning: PlainEarning
  let range: PlainDays
  let quantities: ReceiptQuantities

  init(_ rules: CompiledRules, _ levels: DialLevels, _ book: Book, _ range: PlainDays) {
    self.levels = levels
    tierCount = rules.tiers.count
    starts = rules.window.start
    leaves = rules.window.leaves
    terms = TermRules(rules)
    earning = PlainEarning(rules)
    self.range = range
    quantities = ReceiptQuantities(book)
  }

  /// What the receipts from one place up to another come to.
  @inline(__always)
  func bought(_ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> PlainFlow {
    var bought = PlainFlow()
    bought.buy(from, to, sums, quantities)
    return bought
  }
}

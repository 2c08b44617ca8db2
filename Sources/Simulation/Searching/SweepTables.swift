import MemberBook

/// What decides in a sweep, and does not change while it goes on. A class, so that closures that need it copy a
/// reference and not a dozen.
final class SweepTables: Sendable {
  let levels: SweepLevels
  let tierCount: Int
  /// See `WindowTables`.
  let starts: [Int32]
  let leaves: [Int32]
  let terms: CommonTerms
  let earning: PurchaseEarning
  let range: AskedRange
  private let quantities: ReceiptQuantities

  init(_ rules: CompiledRules, _ levels: SweepLevels, _ book: Book, over range: AskedRange) {
    self.levels = levels
    tierCount = rules.tiers.count
    starts = rules.window.start
    leaves = rules.window.leaves
    terms = CommonTerms(rules)
    earning = PurchaseEarning(rules)
    self.range = range
    quantities = ReceiptQuantities(book)
  }

  /// How many values there are.
  @inline(__always) var valueCount: Int { levels.values.count }

  /// What some of a member's receipts come to, but for their points.
  @inline(__always)
  func bought(_ receipts: ReceiptWindow, _ sums: borrowing RunningSums) -> PurchaseFlow {
    var bought = PurchaseFlow()
    bought.buy(receipts, sums, quantities)
    return bought
  }
}

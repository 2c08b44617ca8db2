/// How the tiers of many values are kept. The window lies between the receipts `gone` and `next`.
protocol SweepHolding {
  /// Of a member whose first receipt within the range is at the place `within`.
  mutating func reset(_ within: Int, _ tables: SweepTables)
  /// The first day up to `tick` on which tiers may change; nil where there is none.
  func due(
    by tick: Int32, _ gone: Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables
  ) -> Int32?
  /// Lets that day begin.
  mutating func begin(
    _ day: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells)
  /// A purchase within the range.
  func buy(_ receipt: Int, _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells)
  /// Notes what was bought and is not noted yet.
  func settle(
    _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables, _ cells: inout PlainCells)
  /// What the purchase on `tick` reaches.
  mutating func rise(
    on tick: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout PlainCells)
  /// The runs of values that are on the same tier, in order.
  func eachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void)
}

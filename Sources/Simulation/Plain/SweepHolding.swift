import MemberBook

/// How the tiers of many values are kept.
protocol SweepHolding {
  mutating func reset(_ tables: SweepTables)
  /// Lets the days up to `tick` begin.
  mutating func begin(
    through tick: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout SweepCells)
  /// A purchase within the range.
  mutating func buy(_ bought: PlainTotals.Cell, _ tables: SweepTables, _ cells: inout SweepCells)
  /// Notes what was bought and is not noted yet.
  mutating func settle(_ tables: SweepTables, _ cells: inout SweepCells)
  /// What the purchase on `tick` reaches.
  mutating func rise(
    on tick: Int32, _ gone: inout Int, _ next: Int, _ sums: borrowing RunningSums, _ tables: SweepTables,
    _ cells: inout SweepCells)
  /// The runs of values that are on the same tier.
  func eachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void)
}

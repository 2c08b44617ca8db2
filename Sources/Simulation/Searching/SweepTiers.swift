/// Which tiers a member holds for each of many values of a threshold, and what that does to the totals.
protocol SweepTiers {
  init()
  /// A new member is come to: the entry tier for all values.
  mutating func begin(_ member: borrowing SweepMember, _ tables: SweepTables)
  /// Comes to the end of the day before the range at once, where the tiers on the way there do not matter to those then
  /// held; false, and nothing done, where they do.
  mutating func skip(toRangeOf member: inout SweepMember, _ tables: SweepTables) -> Bool
  /// The first day up to `tick` at whose start tiers may change; nil where there is none.
  func due(by tick: Int32, of member: borrowing SweepMember, _ tables: SweepTables) -> Int32?
  /// That day starts.
  mutating func start(
    _ day: Int32, of member: inout SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan)
  /// A purchase within the range, which the window has not taken yet.
  func buy(
    _ receipt: Int, of member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan)
  /// The window has taken a purchase on `tick`: rule T2.
  mutating func rise(
    on tick: Int32, of member: inout SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan)
  /// The range ends: notes what was bought and is not noted yet.
  func settle(_ member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan)
  /// The runs of values that are on the same tier, in order; a run may be empty.
  func forEachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void)
}

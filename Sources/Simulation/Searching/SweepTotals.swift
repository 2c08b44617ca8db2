/// A sweep's totals by value and tier, `value * tierCount + tier`, with one value more than there are. An entry is
/// what the value's total is above that of the value before: what holds for a run of values is added where it begins
/// and taken away where it ends, whatever the run's length. A value's total is the sum of the entries up to it.
extension TierTotalsSpan {
  /// Notes something of a member on `tier` for `values`, unless there are none: `change` adds it to an entry so many
  /// times, 1 or -1.
  @inline(__always)
  mutating func note(
    _ values: Range<Int>, on tier: Int, of tierCount: Int, _ change: (_ entry: inout TierTotals, _ times: Int64) -> Void
  ) {
    guard !values.isEmpty else { return }
    change(&self[values.lowerBound * tierCount + tier], 1)
    change(&self[values.upperBound * tierCount + tier], -1)
  }

  /// Counts a change of tier, where it is one.
  @inline(__always)
  mutating func noteMove(_ values: Range<Int>, from held: Int, to tier: Int, of tierCount: Int) {
    guard tier != held else { return }
    note(values, on: held, of: tierCount) { $0.flow.move(from: held, to: tier, times: $1) }
  }
}

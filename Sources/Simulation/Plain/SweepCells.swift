/// A sweep's cells, by value and tier: what holds for a run of values is noted where it begins and taken away where it
/// ends, so that a value's totals are the sums of the entries up to it.
extension PlainCells {
  /// Purchases on `tier` for `values`.
  @inline(__always)
  mutating func buy(_ values: Range<Int>, on tier: Int, of tierCount: Int, _ bought: PlainFlow) {
    guard !values.isEmpty else { return }
    let (from, to) = (values.lowerBound * tierCount + tier, values.upperBound * tierCount + tier)
    self[from].flow.purchases += bought.purchases
    self[from].flow.spend += bought.spend
    self[from].flow.visits += bought.visits
    self[from].flow.quantity += bought.quantity
    self[to].flow.purchases -= bought.purchases
    self[to].flow.spend -= bought.spend
    self[to].flow.visits -= bought.visits
    self[to].flow.quantity -= bought.quantity
  }

  /// Points of a purchase on `tier` for `values`.
  @inline(__always)
  mutating func issue(_ values: Range<Int>, on tier: Int, of tierCount: Int, _ points: Int64, capped: Int64) {
    let (from, to) = (values.lowerBound * tierCount + tier, values.upperBound * tierCount + tier)
    self[from].flow.issued += points
    self[from].flow.capped += capped
    self[to].flow.issued -= points
    self[to].flow.capped -= capped
  }

  /// Points that expire on `tier` for `values`.
  @inline(__always)
  mutating func expire(_ values: Range<Int>, on tier: Int, of tierCount: Int, _ points: Int64) {
    self[values.lowerBound * tierCount + tier].flow.expired += points
    self[values.upperBound * tierCount + tier].flow.expired -= points
  }

  /// Points that are there at the end on `tier` for `values`.
  @inline(__always)
  mutating func leave(_ values: Range<Int>, on tier: Int, of tierCount: Int, outstanding points: Int64) {
    self[values.lowerBound * tierCount + tier].stock[.outstanding] += points
    self[values.upperBound * tierCount + tier].stock[.outstanding] -= points
  }

  @inline(__always)
  mutating func change(_ values: Range<Int>, from held: Int, to tier: Int, of tierCount: Int) {
    guard !values.isEmpty, tier != held else { return }
    let (from, to) = (values.lowerBound * tierCount + held, values.upperBound * tierCount + held)
    if tier > held {
      self[from].flow.upgrades += 1
      self[to].flow.upgrades -= 1
    } else {
      self[from].flow.downgrades += 1
      self[to].flow.downgrades -= 1
    }
  }

  /// On the eve of the range a member, who bought in the equal range before it, is on `tier` for `values`.
  @inline(__always)
  mutating func wait(_ values: Range<Int>, on tier: Int, of tierCount: Int, isKept: Bool) {
    guard !values.isEmpty else { return }
    let (from, to) = (values.lowerBound * tierCount + tier, values.upperBound * tierCount + tier)
    let kept: Int64 = isKept ? 1 : 0
    self[from].retention[.before] += 1
    self[from].retention[.kept] += kept
    self[to].retention[.before] -= 1
    self[to].retention[.kept] -= kept
  }

  /// A member ends on `tier` for `values`: `member` is what they count for.
  @inline(__always)
  mutating func end(_ values: Range<Int>, on tier: Int, of tierCount: Int, _ member: Stock) {
    guard !values.isEmpty else { return }
    self[values.lowerBound * tierCount + tier].stock.add(member)
    self[values.upperBound * tierCount + tier].stock.add(member, times: -1)
  }
}

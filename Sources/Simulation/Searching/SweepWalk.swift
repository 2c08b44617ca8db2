/// Takes one member after another through the days, for many values of a threshold at once.
struct SweepWalk<Tiers: SweepTiers> {
  private var tiers = Tiers()
  private var points = SweepPoints()

  /// Takes a member, of whom no receipt was taken yet, through the range that is asked about, and adds them to
  /// `totals`.
  mutating func add(_ member: inout SweepMember, by tables: SweepTables, to totals: inout TierTotalsSpan) {
    let range = tables.range
    tiers.begin(member, tables)
    points.begin()
    // What was earned before the range hangs on the tiers of that time.
    if tables.earning.earns || !tiers.skip(toRangeOf: &member, tables) {
      take(0..<member.firstInRange, isInRange: false, of: &member, by: tables, &totals)
      startDays(through: range.first - 1, isInRange: false, of: &member, by: tables, &totals)
    }
    let activity = member.sums.activity(from: member.firstInRange)
    open(member, activity, by: tables, &totals)
    take(member.firstInRange..<member.sums.count, isInRange: true, of: &member, by: tables, &totals)
    startDays(through: range.last, isInRange: true, of: &member, by: tables, &totals)
    close(member, activity, by: tables, &totals)
  }

  /// The range begins.
  @inline(__always)
  private func open(
    _ member: borrowing SweepMember, _ activity: MemberActivity, by tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    let tierCount = tables.tierCount
    if tables.range.wasActiveEarlier(member.sums) {
      tiers.forEachTier(tables) { values, tier in
        totals.note(values, on: tier, of: tierCount) { $0.retention.count(activity.isActive, times: $1) }
      }
    }
    if tables.earning.earns {
      points.forEach(points.outstanding, on: tiers, by: tables) { values, tier, points in
        totals.note(values, on: tier, of: tierCount) { $0.opening += $1 * points }
      }
    }
  }

  /// The range ends.
  @inline(__always)
  private func close(
    _ member: borrowing SweepMember, _ activity: MemberActivity, by tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    let tierCount = tables.tierCount
    tiers.settle(member, tables, &totals)
    if tables.earning.earns {
      points.forEach(points.outstanding, on: tiers, by: tables) { values, tier, points in
        totals.note(values, on: tier, of: tierCount) { $0.stock[.outstanding] += $1 * points }
      }
    }
    var stock = Stock()
    stock[.members] = 1
    stock[.active] = activity.isActive ? 1 : 0
    stock[.repeating] = activity.isRepeating ? 1 : 0
    stock[.referrals] = tables.range.referrals(by: member.number)
    tiers.forEachTier(tables) { values, tier in
      totals.note(values, on: tier, of: tierCount) { $0.stock.add(stock, times: $1) }
    }
  }

  /// Takes purchases one by one: each earns by the tier before it, then the window takes it, then tiers rise.
  @inline(__always)
  private mutating func take(
    _ receipts: Range<Int>, isInRange: Bool, of member: inout SweepMember, by tables: SweepTables,
    _ totals: inout TierTotalsSpan
  ) {
    let (earns, tierCount) = (tables.earning.earns, tables.tierCount)
    for receipt in receipts {
      let tick = member.sums.tick(receipt)
      startDays(through: tick, isInRange: isInRange, of: &member, by: tables, &totals)
      if isInRange { tiers.buy(receipt, of: member, tables, &totals) }
      if earns {
        points.earn(receipt, member.sums, on: tiers, by: tables) { values, tier, issued, capped in
          guard isInRange else { return }
          totals.note(values, on: tier, of: tierCount) { entry, times in
            entry.flow.issued += times * issued
            entry.flow.capped += times * capped
          }
        }
      }
      member.take(receipt)
      tiers.rise(on: tick, of: &member, tables, &totals)
    }
  }

  /// Lets the days up to `tick` start: on each, points expire before tiers change.
  @inline(__always)
  private mutating func startDays(
    through tick: Int32, isInRange: Bool, of member: inout SweepMember, by tables: SweepTables,
    _ totals: inout TierTotalsSpan
  ) {
    while let day = tiers.due(by: tick, of: member, tables) {
      expire(through: day, isInRange: isInRange, of: member, by: tables, &totals)
      tiers.start(day, of: &member, tables, &totals)
    }
    expire(through: tick, isInRange: isInRange, of: member, by: tables, &totals)
  }

  @inline(__always)
  private mutating func expire(
    through tick: Int32, isInRange: Bool, of member: borrowing SweepMember, by tables: SweepTables,
    _ totals: inout TierTotalsSpan
  ) {
    guard tables.earning.expires else { return }
    let expired = points.expire(through: tick, member.sums, by: tables)
    // What is there when the range begins is told then.
    guard isInRange else { return }
    let tierCount = tables.tierCount
    points.forEach(expired, on: tiers, by: tables) { values, tier, points in
      totals.note(values, on: tier, of: tierCount) { $0.flow.expired += $1 * points }
    }
  }
}

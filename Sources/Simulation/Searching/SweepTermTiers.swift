/// Rules T2 and T3, tiers that are kept for a term, for many values. Neighbouring values are one run as long as
/// nothing has told them apart, and become one again where their tiers and terms are the same again.
///
/// What is bought is noted when a tier ends, for all of the time that it was held.
struct SweepTermTiers: SweepTiers {
  /// What the values of a run have in common.
  private struct Holding: Equatable {
    var term = HeldTerm()
    /// The place of the first receipt within the range that is not noted on the tier yet.
    var since: Int
  }

  private var holdings = ValueRuns<Holding>()
  /// What `holdings` are about to become.
  private var next = ValueRuns<Holding>()
  /// The same by tier alone.
  private var tiers = ValueRuns<Int>()
  /// Of all values: the earliest end of a term, and the lowest tier.
  private var due = Timeline.never
  private var lowest = 0

  mutating func begin(_ member: borrowing SweepMember, _ tables: SweepTables) {
    holdings.reset(to: Holding(since: member.firstInRange), count: tables.valueCount)
    tiers.reset(to: 0, count: tables.valueCount)
    due = Timeline.never
    lowest = 0
  }

  /// Terms run from what happened before.
  @inline(__always)
  func skip(toRangeOf member: inout SweepMember, _ tables: SweepTables) -> Bool { false }

  /// The days of reviews.
  @inline(__always)
  func due(by tick: Int32, of member: borrowing SweepMember, _ tables: SweepTables) -> Int32? {
    due <= tick ? due : nil
  }

  @inline(__always)
  mutating func start(
    _ day: Int32, of member: inout SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    member.letGo(before: tables.starts[ReviewRule.windowEnd(for: Int(day))])
    decide(Decision(occasion: .review, tick: day, reach: tables.levels.reach(member.held)), of: member, tables, &totals)
  }

  @inline(__always)
  func buy(
    _ receipt: Int, of member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {}

  @inline(__always)
  mutating func rise(
    on tick: Int32, of member: inout SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    // A window from which days should have been let go never holds less than it should.
    guard lowest + 1 < tables.tierCount, mayRise(tables.levels.reach(member.held)) else { return }
    member.letGo(before: tables.starts[Int(tick)])
    let reach = tables.levels.reach(member.held)
    guard mayRise(reach) else { return }
    decide(Decision(occasion: .purchase, tick: tick, reach: reach), of: member, tables, &totals)
  }

  @inline(__always)
  func settle(_ member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan) {
    holdings.forEach { note($1, for: $0, of: member, tables, &totals) }
  }

  @inline(__always)
  func forEachTier(_ tables: SweepTables, _ body: (_ values: Range<Int>, _ tier: Int) -> Void) { tiers.forEach(body) }
}

extension SweepTermTiers {
  /// A moment at which terms are decided about: those that end on it are reviewed, or a purchase may raise any tier.
  private struct Decision {
    enum Occasion { case review, purchase }

    let occasion: Occasion
    let tick: Int32
    /// The tier that each value's window reaches.
    let reach: SweepLevels.Reach
  }

  /// Whether any value reaches more than its tier. Of values on the same tier the first reaches most, or the last does.
  @inline(__always)
  private func mayRise(_ reach: SweepLevels.Reach) -> Bool {
    guard reach.highest > lowest else { return false }
    var begin = 0
    for run in tiers.runs {
      if max(reach.tier(begin), reach.tier(run.end - 1)) > run.fact { return true }
      begin = run.end
    }
    return false
  }

  /// Decides about every value's term: a run is divided where the tiers that its values reach are.
  private mutating func decide(
    _ decision: Decision, of member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    next.removeAll()
    tiers.removeAll()
    due = Timeline.never
    lowest = .max
    let reach = decision.reach
    var begin = 0
    for run in holdings.runs {
      let middle = min(max(reach.met, begin), run.end)
      decide(decision, about: run.fact, for: begin..<middle, reaching: reach.upper, of: member, tables, &totals)
      decide(decision, about: run.fact, for: middle..<run.end, reaching: reach.lower, of: member, tables, &totals)
      begin = run.end
    }
    swap(&holdings, &next)
  }

  /// Decides about some values of a run, all of which reach the tier `reached`.
  @inline(__always)
  private mutating func decide(
    _ decision: Decision, about held: Holding, for values: Range<Int>, reaching reached: Int,
    of member: borrowing SweepMember, _ tables: SweepTables, _ totals: inout TierTotalsSpan
  ) {
    guard !values.isEmpty else { return }
    var holding = held
    switch decision.occasion {
    case .review:
      if holding.term.review == decision.tick {
        tables.terms.review(&holding.term, on: decision.tick, qualified: reached)
      }
    case .purchase:
      if holding.term.rises(to: reached) { tables.terms.rise(&holding.term, to: reached, on: decision.tick) }
    }
    if holding.term.tier != held.term.tier {
      note(held, for: values, of: member, tables, &totals)
      holding.since = max(held.since, member.window.end)
      if decision.tick >= tables.range.first {
        totals.noteMove(values, from: held.term.tier, to: holding.term.tier, of: tables.tierCount)
      }
    }
    due = min(due, holding.term.review)
    lowest = min(lowest, holding.term.tier)
    next.append(holding, upTo: values.upperBound)
    tiers.append(holding.term.tier, upTo: values.upperBound)
  }

  /// Notes what was bought on the tier of some values up to the receipt that was taken last, and is not noted yet.
  @inline(__always)
  private func note(
    _ holding: Holding, for values: Range<Int>, of member: borrowing SweepMember, _ tables: SweepTables,
    _ totals: inout TierTotalsSpan
  ) {
    guard holding.since < member.window.end else { return }
    let bought = tables.bought(ReceiptWindow(start: holding.since, end: member.window.end), member.sums)
    totals.note(values, on: holding.term.tier, of: tables.tierCount) { $0.flow.add(bought, times: $1) }
  }
}

/// How a tier is kept, on the short way. Since nothing is taken back, a window from which days should have been let go
/// never holds less than it should.
protocol PlainHolding {
  /// Walks one member through the tiers, up to the tick `last`, and notes them by receipt and by day.
  func walk(_ sums: inout RunningSums, through last: Int32, _ path: inout TierPath)
}

/// `keep = while qualified`: the tier is at any time what the window reaches.
struct HoldingByWindow<Levels: PlainLevels>: PlainHolding {
  private let levels: Levels
  private let starts: [Int32]
  private let leaves: [Int32]

  init(_ levels: Levels, _ rules: CompiledRules) {
    self.levels = levels
    starts = rules.window.start
    leaves = rules.window.leaves
  }

  func walk(_ sums: inout RunningSums, through last: Int32, _ path: inout TierPath) {
    var (tier, gone) = (0, 0)
    var held = levels.hold(tier)
    for receipt in 0..<sums.count {
      let tick = sums.tick(receipt)
      fall(from: &tier, &held, &gone, receipt, by: tick, sums, &path)
      sums.hold(tier, at: receipt)
      guard levels.mayRise(held, gone, receipt + 1, sums) else { continue }
      tier = levels.highest(gone, receipt + 1, sums)
      held = levels.hold(tier)
      path.turn(to: tier, on: tick, after: receipt + 1)
    }
    fall(from: &tier, &held, &gone, sums.count, by: last, sums, &path)
  }

  /// Lets the days leave that are not in the window of `tick` any more, and with them the tier.
  @inline(__always)
  private func fall(
    from tier: inout Int, _ held: inout Levels.Held, _ gone: inout Int, _ next: Int, by tick: Int32,
    _ sums: borrowing RunningSums, _ path: inout TierPath
  ) {
    let start = starts[Int(tick)]
    // Whether anything has left yet turns only once for each member, and can be foreseen.
    guard sums.tick(0) < start else { return }
    var leaving = gone
    sums.advance(&gone, to: start)
    while !levels.mayStay(held, gone, next, sums) {
      // The receipt without which the window is not enough any more: with it leave all that leave on the same day.
      while levels.mayStay(held, leaving + 1, next, sums) { leaving += 1 }
      let day = leaves[Int(sums.tick(leaving))]
      let isLast = leaves[Int(sums.tick(gone - 1))] == day
      if isLast { leaving = gone } else { sums.advance(&leaving, to: starts[Int(day)]) }
      tier = levels.highest(leaving, next, sums)
      held = levels.hold(tier)
      path.turn(to: tier, on: day, after: next)
    }
  }
}

/// Tiers that are kept for a term and reviewed at its end.
struct HoldingByTerm<Levels: PlainLevels>: PlainHolding {
  private let levels: Levels
  private let starts: [Int32]
  private let rules: TermRules

  init(_ levels: Levels, _ rules: CompiledRules) {
    self.levels = levels
    starts = rules.window.start
    self.rules = TermRules(rules)
  }

  func walk(_ sums: inout RunningSums, through last: Int32, _ path: inout TierPath) {
    var (term, gone) = (HeldTerm(), 0)
    var held = levels.hold(term.tier)
    for receipt in 0..<sums.count {
      let tick = sums.tick(receipt)
      if term.review <= tick { review(&term, &held, &gone, receipt, by: tick, sums, &path) }
      sums.hold(term.tier, at: receipt)
      guard levels.mayRise(held, gone, receipt + 1, sums) else { continue }
      sums.advance(&gone, to: starts[Int(tick)])
      let reached = levels.highest(gone, receipt + 1, sums)
      guard term.rises(to: reached) else { continue }
      rules.rise(&term, to: reached, on: tick)
      held = levels.hold(reached)
      path.turn(to: reached, on: tick, after: receipt + 1)
    }
    review(&term, &held, &gone, sums.count, by: last, sums, &path)
  }

  private func review(
    _ term: inout HeldTerm, _ held: inout Levels.Held, _ gone: inout Int, _ next: Int, by tick: Int32,
    _ sums: borrowing RunningSums, _ path: inout TierPath
  ) {
    while term.review <= tick {
      let (day, tier) = (term.review, term.tier)
      sums.advance(&gone, to: starts[ReviewRule.windowEnd(for: Int(day))])
      rules.review(&term, on: day, qualified: levels.highest(gone, next, sums))
      guard term.tier != tier else { continue }
      held = levels.hold(term.tier)
      path.turn(to: term.tier, on: day, after: next)
    }
  }
}

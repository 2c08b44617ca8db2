/// Rules 2 and 3: a tier is kept for a term, and reviewed at its end.
struct TermTierWalk<Levels: WindowLevels>: TierWalk {
  private let levels: Levels
  /// See `WindowTables`.
  private let starts: [Int32]
  private let rules: CommonTerms

  /// Where a member stands: in which term, what its tier is compared with, and after which receipts. The window ends
  /// behind the receipts that were taken.
  private struct Standing {
    var term = HeldTerm()
    var level: Levels.Level
    var window = ReceiptWindow()
  }

  init(_ levels: Levels, _ rules: CompiledRules) {
    self.levels = levels
    starts = rules.window.start
    self.rules = CommonTerms(rules)
  }

  func callAsFunction(_ sums: inout RunningSums, through last: Int32, _ path: inout TierPath) {
    var standing = Standing(level: levels.level(0))
    for receipt in 0..<sums.count {
      let tick = sums.tick(receipt)
      if standing.term.review <= tick { review(&standing, by: tick, sums, &path) }
      sums.note(tier: standing.term.tier, before: receipt)
      standing.window.end = receipt + 1
      guard levels.exceeds(standing.level, standing.window, sums) else { continue }
      sums.advance(&standing.window.start, to: starts[Int(tick)])
      let reached = levels.highest(standing.window, sums)
      guard standing.term.rises(to: reached) else { continue }
      rules.rise(&standing.term, to: reached, on: tick)
      standing.level = levels.level(reached)
      path.change(to: reached, on: tick, after: receipt + 1)
    }
    review(&standing, by: last, sums, &path)
  }

  /// Every review that is due by `tick`.
  private func review(
    _ standing: inout Standing, by tick: Int32, _ sums: borrowing RunningSums, _ path: inout TierPath
  ) {
    while standing.term.review <= tick {
      let (day, held) = (standing.term.review, standing.term.tier)
      sums.advance(&standing.window.start, to: starts[ReviewRule.windowEnd(for: Int(day))])
      rules.review(&standing.term, on: day, qualified: levels.highest(standing.window, sums))
      guard standing.term.tier != held else { continue }
      standing.level = levels.level(standing.term.tier)
      path.change(to: standing.term.tier, on: day, after: standing.window.end)
    }
  }
}

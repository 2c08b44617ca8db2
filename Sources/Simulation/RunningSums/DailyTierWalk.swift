/// Rule 4, `keep = while qualified`: the tier is at any time what the window reaches.
struct DailyTierWalk<Levels: WindowLevels>: TierWalk {
  private let levels: Levels
  /// See `WindowTables`.
  private let starts: [Int32]
  private let leaves: [Int32]

  /// Where a member stands: on which tier, as a number and as what is compared with, and after which receipts. The
  /// window ends behind the receipts that were taken.
  private struct Standing {
    var tier = 0
    var level: Levels.Level
    var window = ReceiptWindow()
  }

  init(_ levels: Levels, _ rules: CompiledRules) {
    self.levels = levels
    starts = rules.window.start
    leaves = rules.window.leaves
  }

  func callAsFunction(_ sums: inout RunningSums, through last: Int32, _ path: inout TierPath) {
    var standing = Standing(level: levels.level(0))
    for receipt in 0..<sums.count {
      let tick = sums.tick(receipt)
      fall(&standing, by: tick, sums, &path)
      sums.note(tier: standing.tier, before: receipt)
      standing.window.end = receipt + 1
      guard levels.exceeds(standing.level, standing.window, sums) else { continue }
      hold(levels.highest(standing.window, sums), &standing, on: tick, &path)
    }
    fall(&standing, by: last, sums, &path)
  }

  @inline(__always)
  private func hold(_ tier: Int, _ standing: inout Standing, on tick: Int32, _ path: inout TierPath) {
    standing.tier = tier
    standing.level = levels.level(tier)
    path.change(to: tier, on: tick, after: standing.window.end)
  }

  /// Lets the days go that are not in the window of `tick` any more, and with them, on the day each leaves, the tier.
  @inline(__always)
  private func fall(
    _ standing: inout Standing, by tick: Int32, _ sums: borrowing RunningSums, _ path: inout TierPath
  ) {
    let start = starts[Int(tick)]
    // Whether anything has left yet turns only once for each member, and can be foreseen.
    guard sums.tick(0) < start else { return }
    // What is still in the window, on the day that is looked at; `standing.window` is ahead, on the last of them.
    var left = standing.window
    sums.advance(&standing.window.start, to: start)
    while !levels.keeps(standing.level, standing.window, sums) {
      // The receipt without which the window is not enough any more: with it leave all that leave on the same day.
      while levels.keeps(standing.level, ReceiptWindow(start: left.start + 1, end: left.end), sums) { left.start += 1 }
      let day = leaves[Int(sums.tick(left.start))]
      let isLast = leaves[Int(sums.tick(standing.window.start - 1))] == day
      if isLast { left.start = standing.window.start } else { sums.advance(&left.start, to: starts[Int(day)]) }
      hold(levels.highest(left, sums), &standing, on: day, &path)
    }
  }
}

/// Tells which tier a window of receipts qualifies for, rule 6. The tier that is held comes with what decides whether
/// it is kept, so that the innermost loop looks nothing up.
protocol WindowLevels {
  /// A tier, as it is compared with.
  associatedtype Level
  init(_ levels: TierLevels)
  func level(_ tier: Int) -> Level
  /// Whether a window is enough for the tier that is held.
  func keeps(_ held: Level, _ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Bool
  /// Whether it is enough for any tier above that.
  func exceeds(_ held: Level, _ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Bool
  /// The highest tier that it is enough for.
  func highest(_ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Int
}

/// Where spend alone counts.
struct SpendLevels: WindowLevels {
  struct Level {
    /// What the tier asks for, and what the next one does, in minor units.
    let own: Int64
    let next: Int64
  }

  /// By tier, ascending, and one above all that no spend reaches.
  private let spends: [Int64]

  init(_ levels: TierLevels) { spends = levels.spend + [.max] }

  @inline(__always) func level(_ tier: Int) -> Level { Level(own: spends[tier], next: spends[tier + 1]) }

  @inline(__always)
  func keeps(_ held: Level, _ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Bool {
    sums.spend(in: window) >= held.own
  }

  @inline(__always)
  func exceeds(_ held: Level, _ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Bool {
    sums.spend(in: window) >= held.next
  }

  @inline(__always)
  func highest(_ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Int {
    let spend = sums.spend(in: window)
    return QualificationRule.highest(upTo: spends.count - 2, above: 0) { spend >= spends[$0] }
  }
}

/// Where visits or purchases count, too.
struct CountingLevels: WindowLevels {
  private let thresholds: [ThresholdTables.Thresholds]

  init(_ levels: TierLevels) { thresholds = levels.all }

  @inline(__always) func level(_ tier: Int) -> Int { tier }

  @inline(__always)
  func keeps(_ held: Int, _ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Bool {
    held == 0 || thresholds[held].areMet(by: sums.sums(in: window))
  }

  @inline(__always)
  func exceeds(_ held: Int, _ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Bool {
    highest(window, sums) > held
  }

  @inline(__always)
  func highest(_ window: ReceiptWindow, _ sums: borrowing RunningSums) -> Int {
    let held = sums.sums(in: window)
    return QualificationRule.highest(upTo: thresholds.count - 1, above: 0) { thresholds[$0].areMet(by: held) }
  }
}

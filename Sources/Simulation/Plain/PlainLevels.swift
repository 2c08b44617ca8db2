/// Which tier a window reaches, that lies between two places among a member's receipts.
protocol PlainLevels {
  /// A tier, with what decides whether it is kept.
  associatedtype Held
  init(_ levels: TierLevels)
  func hold(_ tier: Int) -> Held
  /// Whether a window is enough for the tier that is held.
  func mayStay(_ held: Held, _ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Bool
  /// Whether it is enough for any tier above that.
  func mayRise(_ held: Held, _ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Bool
  /// The highest tier that it is enough for.
  func highest(_ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Int
}

/// Where spend alone counts.
struct SpendLevels: PlainLevels {
  struct Held {
    /// What the tier asks for, and what the next one does.
    let stay: Int64
    let rise: Int64
  }

  /// By tier, ascending, and one above all.
  private let levels: [Int64]

  init(_ levels: TierLevels) { self.levels = levels.spend + [.max] }

  @inline(__always) func hold(_ tier: Int) -> Held { Held(stay: levels[tier], rise: levels[tier + 1]) }
  @inline(__always) func mayStay(_ held: Held, _ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Bool {
    sums.spend(from, to) >= held.stay
  }
  @inline(__always) func mayRise(_ held: Held, _ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Bool {
    sums.spend(from, to) >= held.rise
  }
  @inline(__always) func highest(_ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Int {
    let spend = sums.spend(from, to)
    return QualificationRule.highest(upTo: levels.count - 2, above: 0) { spend >= levels[$0] }
  }
}

/// Where visits or purchases count, too.
struct CountingLevels: PlainLevels {
  private let levels: [ThresholdTables.Thresholds]

  init(_ levels: TierLevels) { self.levels = levels.all }

  @inline(__always) func hold(_ tier: Int) -> Int { tier }
  @inline(__always) func mayStay(_ held: Int, _ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Bool {
    held == 0 || levels[held].areMet(by: sums.sums(from, to))
  }
  @inline(__always) func mayRise(_ held: Int, _ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Bool {
    highest(from, to, sums) > held
  }
  @inline(__always) func highest(_ from: Int, _ to: Int, _ sums: borrowing RunningSums) -> Int {
    let window = sums.sums(from, to)
    return QualificationRule.highest(upTo: levels.count - 1, above: 0) { levels[$0].areMet(by: window) }
  }
}

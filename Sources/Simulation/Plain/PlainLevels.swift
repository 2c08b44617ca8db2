import MemberBook

/// What a member's purchases come to. Sums run from the first purchase on: those of a window are the difference of two.
protocol PlainSums {
  static var zero: Self { get }
  /// Whether visits are among them.
  static var countVisits: Bool { get }
  /// Adds a purchase; `isVisit` where it is its day's first of more than 0.
  mutating func add(_ net: Int64, isVisit: Bool)
}

/// Which tier a window reaches.
protocol PlainLevels {
  associatedtype Sums: PlainSums
  init(_ levels: TierLevels)
  /// Whether what lies between `gone` and `sums` is enough for `tier`.
  func meets(_ tier: Int, _ sums: Sums, since gone: Sums) -> Bool
  /// Whether it is enough for any tier above `tier`.
  func exceeds(_ tier: Int, _ sums: Sums, since gone: Sums) -> Bool
  /// The highest tier that it is enough for.
  func highest(_ sums: Sums, since gone: Sums) -> Int
}

extension Int64: PlainSums {
  static var countVisits: Bool { false }
  @inline(__always) mutating func add(_ net: Int64, isVisit: Bool) { self += net }
}

/// Where spend alone counts.
struct SpendLevels: PlainLevels {
  /// By tier, ascending, and one above all.
  private let levels: [Int64]

  init(_ levels: TierLevels) { self.levels = levels.spend + [.max] }

  @inline(__always) func meets(_ tier: Int, _ sums: Int64, since gone: Int64) -> Bool { sums - gone >= levels[tier] }
  @inline(__always) func exceeds(_ tier: Int, _ sums: Int64, since gone: Int64) -> Bool {
    sums - gone >= levels[tier + 1]
  }
  @inline(__always) func highest(_ sums: Int64, since gone: Int64) -> Int {
    var tier = levels.count - 2
    while sums - gone < levels[tier] { tier -= 1 }
    return tier
  }
}

extension WindowSums: PlainSums {
  static var zero: WindowSums { WindowSums() }
  static var countVisits: Bool { true }

  @inline(__always) mutating func add(_ net: Int64, isVisit: Bool) {
    spend += net
    purchases += 1
    visits += isVisit ? 1 : 0
  }
}

/// Where visits or purchases count, too.
struct CountingLevels: PlainLevels {
  private let levels: [ThresholdTables.Thresholds]

  init(_ levels: TierLevels) { self.levels = levels.all }

  @inline(__always) func meets(_ tier: Int, _ sums: WindowSums, since gone: WindowSums) -> Bool {
    tier == 0 || levels[tier].areMet(by: between(gone, sums))
  }

  @inline(__always) func exceeds(_ tier: Int, _ sums: WindowSums, since gone: WindowSums) -> Bool {
    highest(sums, since: gone) > tier
  }

  @inline(__always) func highest(_ sums: WindowSums, since gone: WindowSums) -> Int {
    let held = between(gone, sums)
    var tier = levels.count - 1
    while tier > 0 && !levels[tier].areMet(by: held) { tier -= 1 }
    return tier
  }
}

/// What lies between two sums.
@inline(__always)
func between(_ gone: WindowSums, _ sums: WindowSums) -> WindowSums {
  var held = WindowSums()
  held.spend = sums.spend - gone.spend
  held.visits = sums.visits - gone.visits
  held.purchases = sums.purchases - gone.purchases
  return held
}

/// What tiers ask for, where that never changes and no tier asks for points or actions.
struct TierLevels: Sendable {
  /// By tier: its thresholds.
  let all: [ThresholdTables.Thresholds]
  /// By tier, ascending: the spend that is enough, in minor units, `.min` for the entry tier; empty where visits or
  /// purchases count, too.
  let spend: [Int64]

  /// Nil where anything else is asked for.
  init?(_ tables: ThresholdTables) {
    guard tables.boundaries.isEmpty, tables.counterCount == 0 else { return nil }
    all = tables.thresholds
    guard all.allSatisfy({ $0.points == $0.unset }) else { return nil }
    let levels = all.dropFirst()
    let isBySpend = levels.allSatisfy { $0.visits == $0.unset && $0.purchases == $0.unset && $0.spend != .min }
    let spends = levels.map(\.spend)
    spend = isBySpend && zip(spends, spends.dropFirst()).allSatisfy { $0 <= $1 } ? [.min] + spends : []
  }
}

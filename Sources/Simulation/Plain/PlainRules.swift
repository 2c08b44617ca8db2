import MemberBook
import Programme
import Quantities

/// Rules under which a member's purchases alone decide: no returns, actions, tasks, places, invitations, redemption or
/// benefits. What the kernel does under such rules is little, and can be done with little: see `PlainWalk`. Most
/// replays of most members are of this kind, and where one is not, the kernel walks.
struct PlainRules: Sendable {
  let rules: CompiledRules
  let levels: TierLevels
  /// The gross margin of whatever is bought, in millionths; nil where none is known.
  let margin: Int64?

  /// Nil where anything else decides, too.
  init?(_ rules: CompiledRules) {
    guard let levels = TierLevels(rules.thresholds), rules.firstInvitation == rules.tiers.count,
      rules.counted == nil, rules.tasks == nil, rules.places == nil, rules.households == nil,
      !rules.upgradesAtMonthEnd, rules.changeDays.isEmpty, !rules.window.start.isEmpty,
      rules.whileQualified || rules.terms.areCommon, rules.benefits.entries.isEmpty
    else { return nil }
    let points = rules.points
    guard points.inactivity.isEmpty, points.redeem == nil, points.qualifying == nil,
      points.earning.rates.allSatisfy({ $0.denominator.value > 0 })
    else { return nil }
    guard !rules.margins.isKnown || rules.margins.flat != nil else { return nil }
    self.rules = rules
    self.levels = levels
    margin = rules.margins.isKnown ? rules.margins.flat : nil
  }

  /// How many of `members`, from the first on, there is nothing to but purchases.
  func reach(of members: Range<Int>, _ history: PurchaseHistory) -> Int {
    let end = members.firstIndex { !history.buysOnly[$0] || rules.people?.hasMore($0) ?? false }
    return (end ?? members.upperBound) - members.lowerBound
  }
}

/// What tiers ask for, where that never changes and no tier asks for points or actions.
struct TierLevels: Sendable {
  /// By tier, ascending: the spend that is enough; empty where visits or purchases count, too.
  let spend: [Int64]
  let all: [ThresholdTables.Thresholds]

  init?(_ tables: ThresholdTables) {
    guard tables.boundaries.isEmpty, tables.counterCount == 0 else { return nil }
    all = tables.thresholds
    guard all.allSatisfy({ $0.points == ($0.needsAll ? .min : .max) }) else { return nil }
    let levels = all.dropFirst()
    let isBySpend = levels.allSatisfy { level in
      let unset: Int64 = level.needsAll ? .min : .max
      return level.visits == unset && level.purchases == unset && level.spend != .min
    }
    let spends = levels.map(\.spend)
    spend = isBySpend && zip(spends, spends.dropFirst()).allSatisfy { $0 <= $1 } ? [.min] + spends : []
  }
}

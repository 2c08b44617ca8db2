import MemberBook
import Programme
import Quantities

/// Rules under which a member's purchases alone decide: no returns, actions, tasks, places, invitations, redemption or
/// benefits. What the stepper does for a member under such rules comes down to differences of running sums, see
/// `RunningSumReplay`. Most replays of most members are of this kind; the others are the stepper's.
struct PurchaseOnlyRules: Sendable {
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

  /// How many of `members`, from the first on, have nothing but purchases.
  func reach(of members: Range<Int>, _ history: PurchaseHistory) -> Int {
    let end = members.firstIndex { !history.buysOnly[$0] || rules.people?.hasMore($0) ?? false }
    return (end ?? members.upperBound) - members.lowerBound
  }
}

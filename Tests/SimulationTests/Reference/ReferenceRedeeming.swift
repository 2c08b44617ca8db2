import PlanLanguage
import Programme
import Quantities

// How points are spent: by assumption, and as the data say (rules P9 and P10).

extension ReferenceMember {
  /// What can be spent on `day`, in spending order.
  func spendable(on day: Day) -> [Int] {
    spendingOrder().filter { lots[$0].release <= day && lots[$0].remaining > 0 }
  }

  func released(on day: Day) -> Int64 { spendable(on: day).reduce(0) { $0 + lots[$1].remaining } }

  /// After a purchase, one of 0 too, and before its own points: floor(share × balance released), when the condition
  /// holds. Where the data say what was spent, nothing is assumed.
  mutating func redeemByAssumption(on day: Day) {
    guard !dataHaveRedemptions, let policy = rules.points, let rule = inForce(policy.redeem, on: day) else { return }
    let balance = released(on: day)
    if let least = rule.least, balance < least.count { return }
    let points = (Fraction(balance) * Fraction(rule.share.fraction)).rounded(.floor)
    if points > 0 { spend(points, asked: points, on: day) }
  }

  /// A row of the data spends what it says, else what its reward takes, as far as what can be spent goes. An upgrade is
  /// bought whole or not at all.
  mutating func redeem(_ action: ReferenceAction) {
    let reward = action.reward(under: rules)
    let asked = action.asked(under: rules)
    let balance = released(on: action.day)
    let target = reward?.tier.flatMap { name in rules.ladder.tiers.firstIndex { $0.name == name.text } }
    guard let target else { return spend(min(asked, balance), asked: asked, on: action.day, for: reward) }
    spend(balance >= asked ? asked : 0, asked: asked, on: action.day, for: reward)
    if balance >= asked { upgrade(to: target, on: action.day) }
  }

  private mutating func spend(_ points: Int64, asked: Int64, on day: Day, for reward: Reward? = nil) {
    var redemption = ReferenceDay.Redemption(
      tierBefore: tier, asked: asked, points: points, missing: max(0, asked - released(on: day)), reward: reward?.name)
    var missing = points
    for lot in spendable(on: day) where missing > 0 {
      let taken = min(missing, lots[lot].remaining)
      lots[lot].remaining -= taken
      missing -= taken
      redemption.parts.append(ReferenceDay.Part(earned: lots[lot].earned, points: taken))
    }
    today.redemptions.append(redemption)
  }
}

extension ReferenceAction {
  /// The reward that its detail names, or else its kind.
  func reward(under rules: Rules) -> Reward? {
    let rewards = rules.points?.rewards ?? []
    return rewards.first { $0.name == detail } ?? rewards.first { $0.name == name }
  }

  /// The points that it is to spend by `rules`.
  func asked(under rules: Rules) -> Int64 {
    guard rules.points != nil, !isTransfer else { return 0 }
    return points > 0 ? points : reward(under: rules)?.points?.count ?? 0
  }

  var isTransfer: Bool { ["transfer", "转赠", "转让"].contains(name) }

  func gives(under rules: Rules) -> Bool { isTransfer && rules.points?.transfer.isSet == true }

  func redeems(under rules: Rules) -> Bool { asked(under: rules) > 0 }
}

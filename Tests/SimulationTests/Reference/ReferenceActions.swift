import PlanLanguage
import Programme
import Quantities

// Actions: what they earn, and what they count towards (rule P11).

extension ReferenceMember {
  /// What it spends first; then like a purchase: it earns, then the window, then the upgrade.
  mutating func process(_ action: ReferenceAction, at index: Int) {
    if action.redeems(under: rules) { redeem(action) }
    guard action.isNamed(in: rules) else {
      actionsDone = index + 1
      return
    }
    let tierBefore = tier
    actionsDone = index
    let (points, limited) = pointsIssued(by: action)
    actionsDone = index + 1
    issuedByAction[index] = points
    today.issued += points
    let paid = payDebt(with: points)
    let entry = rules.points?.actions.first { $0.name == action.name }
    countedByAction[index] = (entry?.qualifies == .no ? 0 : points) - paid.qualifying
    addLot(points - paid.all, on: action.day)
    if points > 0, lastPurchase == nil { lastPurchase = action.day }
    if isLookedAt(action, earned: points) { checkUpgrade(onDay: action.day) }
    today.actions.append(ReferenceDay.Action(tierBefore: tierBefore, points: points, isLimited: limited))
  }

  /// Rule T2: where a threshold or a task names it, or names points and it earned some.
  private func isLookedAt(_ action: ReferenceAction, earned: Int64) -> Bool {
    for tier in rules.ladder.tiers {
      let asking = [tier.actions] + tier.tasks.map(\.actions)
      if asking.contains(where: { $0.names.contains(action.name) }) { return true }
      let asksForPoints = tier.points.isSet || tier.tasks.contains { $0.points.isSet }
      if asksForPoints && earned > 0 { return true }
    }
    return false
  }

  /// The points of the policy, where the limit of the calendar period is not used up, as far as the cap allows.
  private func pointsIssued(by action: ReferenceAction) -> (points: Int64, limited: Bool) {
    guard let entry = rules.points?.actions.first(where: { $0.name == action.name }),
      let points = inForce(entry.earn, on: action.day)
    else { return (0, false) }
    if let limit = entry.limit {
      let earlier = actions.prefix(actionsDone).filter {
        $0.name == action.name && share(limit.period, $0.day, action.day)
      }
      if earlier.count >= limit.count.value { return (0, true) }
    }
    return (capped(points.count, on: action.day), false)
  }
}

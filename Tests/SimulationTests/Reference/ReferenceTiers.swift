import Programme
import Quantities

// Rules 2, 3, 4 and 6: which tier a window qualifies for, and what becomes of the tier held.

extension ReferenceMember {
  /// Rule 6: the highest tier whose own thresholds, as in force on `decision`, the window at `day` meets.
  func qualified(windowAt day: Day, on decision: Day) -> Int {
    let sums = window(at: day)
    var highest = 0
    for index in rules.ladder.tiers.indices.dropFirst()
    where isMet(rules.ladder.tiers[index], by: sums, on: decision) {
      highest = index
    }
    return highest
  }

  private func isMet(_ tier: Tier, by sums: WindowSums, on day: Day) -> Bool {
    var met: [Bool] = []
    if let wanted = inForce(tier.spend, on: day) { met.append(sums.spend >= wanted.minor) }
    if let wanted = inForce(tier.visits, on: day) { met.append(sums.visits >= wanted.value) }
    if let wanted = inForce(tier.purchases, on: day) { met.append(sums.purchases >= wanted.value) }
    if let wanted = inForce(tier.points, on: day) { met.append(sums.points >= wanted.count) }
    for (name, wanted) in tier.actions.values.map({ ($0.name, inForce($0.value, on: day)) }) {
      if let wanted { met.append(sums.actions[name, default: 0] >= wanted.value) }
    }
    // A tier with no threshold in force that day is out of reach, whatever its `need`.
    if met.isEmpty { return false }
    switch tier.need {
    case .any: return met.contains(true)
    case .all: return !met.contains(false)
    }
  }

  /// Month end: at the start of the 1st the window at the month's last day decides, only upwards.
  mutating func monthEndUpgrade(on day: Day) {
    // For a member who comes on a 1st, from the next 1st on.
    // Where the tier is what every morning's window says, nothing waits for the month's end.
    guard rules.ladder.keep != .whileQualified else { return }
    guard rules.ladder.upgrade == .monthEnd, day.components.day == 1, day > lifeStart else { return }
    upgrade(to: qualified(windowAt: day - 1, on: day), on: day)
  }

  /// Rule 2's check after a purchase; a return never upgrades, a purchase of 0 may.
  mutating func checkUpgrade(after receipt: ReferenceReceipt) {
    if receipt.amount >= 0 { checkUpgrade(onDay: receipt.day) }
  }

  mutating func checkUpgrade(onDay day: Day) {
    guard rules.ladder.upgrade == .immediate else { return }
    upgrade(to: qualified(windowAt: day, on: day), on: day)
  }

  /// Takes effect only where it is higher; re-qualifying for the held tier never moves its term.
  mutating func upgrade(to qualified: Int, on day: Day) {
    guard qualified > tier else { return }
    move(to: qualified)
    startTerm(on: day, atReview: false)
  }

  /// Rule 4: the tier is what the window ending today, before today's receipts, qualifies for.
  mutating func dailyRule(on day: Day) {
    // Everyone comes on the entry tier, or with an imported one, so the rule first speaks on the day after.
    guard rules.ladder.keep == .whileQualified, day > lifeStart else { return }
    move(to: max(qualified(windowAt: day, on: day), leastTier(on: day)))
  }

  /// Rule 3: the window of yesterday, the thresholds of today.
  mutating func reviewTier(on day: Day) {
    guard reviewDay == day else { return }
    let qualified = qualified(windowAt: day - 1, on: day)
    if isUnseen(reviewOn: day) {
      // What was bought before the data may be missing, so nobody falls.
      if qualified <= tier { today.unseen += 1 }
      move(to: max(qualified, tier))
      startTerm(on: day, atReview: true)
    } else if qualified >= tier {
      // Qualified higher: an upgrade; held: renewed. Both start a term today.
      move(to: qualified)
      startTerm(on: day, atReview: true)
    } else if let grace = rules.ladder.grace, !graceTaken {
      graceTaken = true
      reviewDay = referenceDay(day, plus: grace)
    } else {
      switch rules.ladder.downgrade {
      case .oneStep: move(to: max(tier - 1, qualified))
      case .recalculate: move(to: qualified)
      case .base: move(to: 0)
      }
      startTerm(on: day, atReview: true)
    }
  }

  /// One change, counted once, whatever the distance.
  private mutating func move(to other: Int) {
    if other > tier { today.upgrades += 1 }
    if other < tier { today.downgrades += 1 }
    tier = other
  }
}

import PlanLanguage
import Programme
import Quantities

// Rules T2, T3, T4, T6 and T7: which tier a window qualifies for, and what becomes of the tier held.

extension ReferenceMember {
  /// Rule T6, of the tiers that can be won on any day: the highest tier whose own thresholds, as in force on
  /// `decision`, the window at `day` meets.
  func qualified(windowAt day: Day, on decision: Day) -> Int {
    let sums = window(at: day)
    var highest = 0
    for index in rules.ladder.tiers.indices.dropFirst()
    where rules.ladder.tiers[index].most == nil && isMet(rules.ladder.tiers[index], by: sums, on: decision) {
      highest = index
    }
    return highest
  }

  func isMet(_ tier: some Thresholded, by sums: WindowSums, on day: Day) -> Bool {
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

  /// Rule T2's check after a purchase; a return never upgrades, a purchase of 0 may.
  mutating func checkUpgrade(after receipt: ReferenceReceipt) {
    if receipt.amount >= 0 { checkUpgrade(onDay: receipt.day) }
  }

  mutating func checkUpgrade(onDay day: Day) {
    let byWindow = rules.ladder.upgrade == .immediate ? qualified(windowAt: day, on: day) : 0
    if let won = taskWon(on: day), won.tier > tier, won.tier > byWindow {
      move(to: won.tier, on: day)
      graceTaken = false
      if rules.ladder.keep == .whileQualified { wonByTasks.append(won) } else { reviewDay = won.end }
    } else {
      upgrade(to: byWindow, on: day)
    }
  }

  /// Takes effect only where it is higher; re-qualifying for the held tier never moves its term.
  mutating func upgrade(to qualified: Int, on day: Day) {
    guard qualified > tier else { return }
    move(to: qualified, on: day)
    startTerm(on: day, atReview: false)
  }

  /// Rule T4: the tier is what the window ending today, before today's receipts, qualifies for.
  mutating func dailyRule(on day: Day) {
    // Everyone comes on the entry tier, or with an imported one, so the rule first speaks on the day after.
    guard rules.ladder.keep == .whileQualified, day > lifeStart, !isInvited else { return }
    move(to: max(qualified(windowAt: day, on: day), leastTier(on: day), leastTierOfTasks(on: day)), on: day)
  }

  /// Rule T3: the window of yesterday, the thresholds of today. With `transition = at once` also on a day on which
  /// thresholds change, for everyone and without grace.
  mutating func reviewTier(on day: Day) {
    let isTransition =
      rules.ladder.transition == .atOnce && rules.ladder.keep != .whileQualified && day > lifeStart
      && thresholdsChange(on: day)
    let isDue = reviewDay == day || isTransition
    guard isDue || isPlacesDay(day), !isInvited else { return }
    if asking == day {
      let sums = window(at: day - 1)
      candidacy = ReferenceCandidacy(
        spend: sums.spend, visits: sums.visits, joined: joined, meets: metAtReview(on: day), held: tier, isDue: isDue,
        isUnseen: isDue && isUnseen(reviewOn: day))
      return
    }
    let qualified = metAtReview(on: day).last { hasPlace(on: $0, at: day) } ?? 0
    // Where places are handed out, whose term goes on can only rise.
    if !isDue && qualified <= tier { return }
    if isUnseen(reviewOn: day) {
      // What was bought before the data may be missing, so nobody falls.
      if qualified <= tier && tier > 0 { today.unseen += 1 }
      move(to: max(qualified, tier), on: day)
      startTerm(on: day, atReview: true)
    } else if qualified >= tier {
      // Qualified higher: an upgrade; held: renewed. Both start a term today.
      move(to: qualified, on: day)
      startTerm(on: day, atReview: true)
    } else if let grace = rules.ladder.grace, !graceTaken, !isTransition {
      graceTaken = true
      reviewDay = referenceDay(day, plus: grace)
    } else {
      var lower: Int
      switch rules.ladder.downgrade {
      case .oneStep: lower = max(tier - 1, qualified)
      case .recalculate: lower = qualified
      case .base: lower = 0
      }
      // Nobody falls onto a place that was not won.
      while lower > qualified && rules.ladder.tiers[lower].most != nil { lower -= 1 }
      move(to: lower, on: day)
      startTerm(on: day, atReview: true)
    }
  }

  /// With `transition = keep` the held tier is judged by the thresholds of the day it was reached.
  private func metAtReview(on day: Day) -> [Int] {
    let sums = window(at: day - 1)
    return rules.ladder.tiers.indices.dropFirst().filter { index in
      let isKept = rules.ladder.transition == .keep && index == tier
      return isMet(rules.ladder.tiers[index], by: sums, on: isKept ? reachedOn : day)
    }
  }

  private func thresholdsChange(on day: Day) -> Bool {
    rules.ladder.tiers.contains { tier in
      inForce(tier.spend, on: day) != inForce(tier.spend, on: day - 1)
        || inForce(tier.visits, on: day) != inForce(tier.visits, on: day - 1)
        || inForce(tier.purchases, on: day) != inForce(tier.purchases, on: day - 1)
        || inForce(tier.points, on: day) != inForce(tier.points, on: day - 1)
        || tier.actions.values.contains { inForce($0.value, on: day) != inForce($0.value, on: day - 1) }
    }
  }

  /// Whether the held tier is one by invitation, which neither purchases nor reviews move.
  private var isInvited: Bool { rules.ladder.tiers[tier].by == .invitation }

  /// One change, counted once, whatever the distance.
  private mutating func move(to other: Int, on day: Day) {
    if other > tier { today.upgrades += 1 }
    if other < tier { today.downgrades += 1 }
    reach(other, on: day)
  }

  mutating func reach(_ other: Int, on day: Day) {
    if other != tier { reachedOn = day }
    tier = other
  }
}

import Programme
import Quantities

// What the members file brings: rules T13 and P12.

extension ReferenceMember {
  /// A released lot at the start of the data, as if earned the day before.
  mutating func bringOpeningPoints(on day: Day) {
    guard day == lifeStart, openingPoints > 0, let policy = rules.points else { return }
    let eve = dataStart - 1
    if person.openingExpiry == nil { lastPurchase = eve }
    lots.append(
      ReferenceLot(
        earned: eve, release: eve, expiry: person.openingExpiry ?? expiry(of: eve, policy.expire),
        remaining: openingPoints))
    today.opening = openingPoints
  }

  /// The imported tier is a fact: it is held from its day, in whatever term runs then, and counts as no change.
  mutating func importTier(on day: Day) {
    guard let imported, day == max(imported.day, dataStart) else { return }
    if rules.ladder.tiers[imported.tier].by == .invitation {
      // It has no term: no review takes it away.
      reach(imported.tier, on: day)
      graceTaken = false
      reviewDay = nil
      return
    }
    if rules.ladder.keep == .whileQualified {
      // Without terms it is a minimum, as long as the window begins before the data.
      if firstDay(ofWindowAt: day) < dataStart { tier = max(tier, imported.tier) }
      return
    }
    reach(imported.tier, on: day)
    graceTaken = false
    reviewDay = termEnd(since: imported.day)
  }

  /// What the imported tier makes of the daily rule.
  func leastTier(on day: Day) -> Int {
    guard let imported, day >= imported.day, firstDay(ofWindowAt: day) < dataStart else { return 0 }
    return imported.tier
  }

  /// Whether the review on `day` cannot know what it looks at.
  func isUnseen(reviewOn day: Day) -> Bool {
    guard let imported, day >= imported.day else { return false }
    return firstDay(ofWindowAt: day - 1) < dataStart
  }

  /// The end of the term that runs when the data begin, or of the one that begins within them, of a tier held since
  /// `day`. Before the data every review renewed.
  private func termEnd(since day: Day) -> Day? {
    if case .duration(let length) = rules.ladder.keep {
      var count = 1
      while day.plus(count, times: length) <= dataStart { count += 1 }
      return day.plus(count, times: length)
    }
    var end = termEnd(from: day, atReview: false)
    while let passed = end, passed <= dataStart { end = termEnd(from: passed, atReview: true) }
    return end
  }
}

extension Day {
  /// Months are counted from this day, not from one another.
  fileprivate func plus(_ count: Int, times length: CalendarDuration) -> Day {
    switch length {
    case .days(let days): self + count * days
    case .months(let months): referenceDay(self, plusMonths: count * months)
    }
  }
}

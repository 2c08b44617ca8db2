/// Reviews: what becomes of a tier at the end of its term, or where thresholds change at once for everyone.
extension MemberWalk {
  /// `isTransition` where it takes place because thresholds change: there is no grace, and the entry tier is looked at
  /// too.
  mutating func reviewTier(on tick: Int, isTransition: Bool = false) {
    guard tier < rules.firstInvitation else { return }
    dropWindow(before: windowStart(ReviewRule.windowEnd(for: tick)))
    let isDue = isTransition || Int(review) == tick
    if let places = rules.places, Int(settling) == tick {
      standing.candidate = candidacy(places, on: tick, isDue: isDue)
      // What comes after is of no interest.
      standing.term.cancelReview()
      return
    }
    var qualified = qualifiedAtReview(on: tick)
    // On a day common to all those whose term goes on can only rise.
    if !isDue && qualified <= tier { return }
    let held = tier
    // Of a member who was imported, a window that begins before the data may not hold all that was bought.
    let isUnseen = Int32(ReviewRule.windowEnd(for: tick)) < wholeFrom && qualified <= tier
    if isUnseen { qualified = tier }
    let ends = ReviewEnds(
      term: termEnd(from: tick, after: .review), grace: isTransition ? nil : rules.terms.grace(from: tick))
    let fallen = fallenTier(qualified: qualified)
    switch standing.term.review(ends, qualified: qualified, falling: fallen) {
    case .grace: tell(.reviewed(.grace), on: tick, before: tier)
    case .changed:
      reached = Int32(tick)
      tell(.changed(from: held, to: tier, isTransition ? .transition : .review), on: tick, before: held)
    case .renewed where tier > 0:
      let isKept =
        rules.keepsThresholds && !isUnseen && !qualifier.meets(tier, by: standing.window.sums, on: tick)
      let outcome: ReviewOutcome = isUnseen ? .unseen : isKept ? .kept(Int(reached)) : .renewed
      tell(.reviewed(outcome), on: tick, before: tier)
    case .renewed: break
    }
  }

  /// Where the held tier falls to by a review whose window qualifies for the lower tier `qualified`.
  private func fallenTier(qualified: Int) -> Int {
    var fallen = FallRule.tier(from: tier, qualified: qualified, rules.downgrade)
    // Nobody falls onto a place that was not won.
    if let places = rules.places { while fallen > qualified && places.limits[fallen] != nil { fallen -= 1 } }
    return fallen
  }

  /// The highest tier that the window qualifies for. With `transition = keep` the held tier asks for what it asked for
  /// when it was reached.
  private mutating func qualifiedAtReview(on tick: Int) -> Int {
    if let places = rules.places { return qualifiedWithPlaces(places, on: tick) }
    guard rules.keepsThresholds, tier > 0 else {
      return qualifier.highest(above: 0, by: standing.window.sums, on: tick)
    }
    let above = qualifier.highest(above: tier, by: standing.window.sums, on: tick)
    if above > tier { return above }
    if qualifier.meets(tier, by: standing.window.sums, on: Int(reached)) { return tier }
    return QualificationRule.highest(upTo: tier - 1, above: 0) { below in
      qualifier.meets(below, by: standing.window.sums, on: tick)
    }
  }
}

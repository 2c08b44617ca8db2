import Programme

extension Downgrade {
  /// The tier after a failed review of `held`.
  @inline(__always)
  func tier(from held: Int, qualified: Int) -> Int {
    switch self {
    case .oneStep: max(held - 1, qualified)
    case .recalculate: qualified
    case .base: 0
    }
  }
}

/// Reviews: what becomes of a tier at the end of its term, or where thresholds change at once for everyone.
extension MemberWalk {
  /// `isTransition` where it takes place because thresholds change: there is no grace, and the entry tier is looked at
  /// too.
  mutating func reviewTier(on tick: Int, isTransition: Bool = false) {
    guard tier < rules.firstInvitation else { return }
    dropWindow(before: windowStart(tick - 1))
    let isDue = isTransition || Int(review) == tick
    if let places = rules.places, Int(settling) == tick {
      standing.candidate = candidacy(places, on: tick, isDue: isDue)
      // What comes after is of no interest.
      review = Timeline.never
      return
    }
    let qualified = qualifiedAtReview(on: tick)
    // On a day common to all those whose term goes on can only rise.
    if !isDue && qualified <= tier { return }
    let held = tier
    // Of a member who was imported, a window that begins before the data may not hold all that was bought.
    let isUnseen = Int32(tick - 1) < wholeFrom && qualified <= tier
    if qualified < tier && !isUnseen && !isTransition && !graceUsed && !rules.terms.grace.isEmpty {
      graceUsed = true
      review = rules.terms.grace[tick]
      observer.reviewed(tick: tick, tier: tier, outcome: .grace, walk: state)
      return
    }
    if qualified >= tier {
      tier = qualified
    } else if !isUnseen {
      tier = rules.downgrade.tier(from: tier, qualified: qualified)
      // Nobody falls onto a place that was not won.
      if let places = rules.places { while tier > qualified && places.limits[tier] != nil { tier -= 1 } }
    }
    graceUsed = false
    review = tier > 0 ? termEnd(from: tick, atReview: true) : Timeline.never
    if tier != held {
      reached = Int32(tick)
      observer.changed(from: held, to: tier, tick: tick, cause: isTransition ? .transition : .review, walk: state)
    } else if tier > 0 {
      let isKept =
        rules.keepsThresholds && !isUnseen && !qualifier.meets(tier, by: standing.window.sums, on: tick)
      observer.reviewed(
        tick: tick, tier: tier, outcome: isUnseen ? .unseen : isKept ? .kept(Int(reached)) : .renewed, walk: state)
    }
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
    var below = tier - 1
    while below > 0 && !qualifier.meets(below, by: standing.window.sums, on: tick) { below -= 1 }
    return below
  }
}

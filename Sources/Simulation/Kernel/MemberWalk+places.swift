import MemberBook

/// Tiers with limited places: handed out on days common to all, never in between.
extension MemberWalk {
  var placeStanding: PlaceStanding {
    PlaceStanding(
      spend: standing.window.sums.spend, visits: standing.window.sums.visits, joined: joined, member: member)
  }

  /// The highest tier above `floor` that the window qualifies for and that everyone has a place on.
  mutating func reachableWithoutPlaces(above floor: Int, _ places: PlaceTables, on tick: Int) -> Int {
    QualificationRule.highest(upTo: rules.firstInvitation - 1, above: floor) { tier in
      places.limits[tier] == nil && qualifier.meets(tier, by: standing.window.sums, on: tick)
    }
  }

  /// The highest tier that the window qualifies for at a review, of those with limited places only one that a place is
  /// won on, or between the common days the one held.
  mutating func qualifiedWithPlaces(_ places: PlaceTables, on tick: Int) -> Int {
    let cuts = places.place(of: tick).map { places.cuts[$0] }
    var missed: (tier: Int, cut: PlaceCut)?
    for other in stride(from: rules.firstInvitation - 1, to: 0, by: -1) where meetsAtReview(other, on: tick) {
      // What is kept unseen, see the review, takes its place beforehand.
      let isFree = places.limits[other] == nil || (other == tier && Int32(ReviewRule.windowEnd(for: tick)) < wholeFrom)
      if isFree || (cuts?[other].admits(placeStanding, book.members) ?? (other == tier)) {
        if let missed { tell(.missed(missed.tier, last: missed.cut.last), on: tick, before: tier) }
        return other
      }
      if missed == nil, let cuts { missed = (other, cuts[other]) }
    }
    if let missed { tell(.missed(missed.tier, last: missed.cut.last), on: tick, before: tier) }
    return 0
  }

  /// What the member is in for on the common day `tick`; `isDue` where the term of the held tier ends.
  mutating func candidacy(_ places: PlaceTables, on tick: Int, isDue: Bool) -> PlaceCandidate? {
    let isUnseen = isDue && Int32(ReviewRule.windowEnd(for: tick)) < wholeFrom
    let keeps = isUnseen && places.limits[tier] != nil ? tier : 0
    let floor = isUnseen || !isDue ? tier : 0
    var tiers: [UInt8] = []
    for other in stride(from: rules.firstInvitation - 1, to: floor, by: -1) where meetsAtReview(other, on: tick) {
      if places.limits[other] == nil { break }
      tiers.append(UInt8(other))
    }
    return tiers.isEmpty && keeps == 0 ? nil : PlaceCandidate(standing: placeStanding, tiers: tiers, keeps: keeps)
  }

  /// With `transition = keep` the held tier asks for what it asked for when it was reached.
  mutating func meetsAtReview(_ other: Int, on tick: Int) -> Bool {
    qualifier.meets(other, by: standing.window.sums, on: rules.keepsThresholds && other == tier ? Int(reached) : tick)
  }
}

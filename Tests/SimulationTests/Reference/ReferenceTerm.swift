import Programme
import Quantities

extension ReferenceMember {
  /// A new term of the tier held, from `day`; grace may be taken again.
  mutating func startTerm(on day: Day, atReview: Bool) {
    graceTaken = false
    // The entry tier has no term and no review.
    reviewDay = tier == 0 ? nil : termEnd(from: day, atReview: atReview)
  }

  /// The first day that a term begun on `day` no longer covers: the day of its review.
  func termEnd(from day: Day, atReview: Bool) -> Day? {
    switch rules.ladder.keep {
    case .duration(let length): return referenceDay(day, plus: length)
    case .yearEnd(let extraYear):
      // Begun at a review it runs to the next 1 January, with or without +1y.
      let years = extraYear && !atReview ? 2 : 1
      return firstOfJanuary(day.components.year + years)
    case .anniversary(let extraYear):
      // Likewise: strictly after the day, and the one after that only for an upgrade under +1y.
      let next = firstAnniversary(of: joinedForTier, after: day)
      return extraYear && !atReview ? firstAnniversary(of: joinedForTier, after: next) : next
    case .whileQualified: return nil
    }
  }
}

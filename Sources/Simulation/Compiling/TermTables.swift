import Programme
import Quantities

/// For each day the end, exclusive, of a term that begins on it.
struct TermTables: Sendable {
  let keep: TierTerm
  /// By tick: for a term that an upgrade begins, and for one that a review begins. Empty where terms follow the
  /// member's anniversary or there are none.
  let afterUpgrade: [Int32]
  let afterReview: [Int32]
  /// By tick of a failed review: the tick of the next one; empty without grace.
  let grace: [Int32]

  init(_ ladder: Ladder, _ timeline: Timeline) {
    keep = ladder.keep
    switch ladder.keep {
    case .duration(let duration):
      afterUpgrade = timeline.table { $0 + duration }
      afterReview = afterUpgrade
    case .yearEnd(let extraYear):
      afterUpgrade = timeline.table { $0.newYear(after: extraYear ? 2 : 1) }
      afterReview = timeline.table { $0.newYear(after: 1) }
    case .anniversary, .whileQualified:
      afterUpgrade = []
      afterReview = []
    }
    grace = ladder.grace.map { grace in timeline.table { $0 + grace } } ?? []
  }
}

/// The anniversaries of a member's joining, the 29th of February counting as the 28th in common years.
struct Anniversaries {
  let joined: Day

  /// The latest on or before `day`, which must not lie before the joining.
  func latest(by day: Day) -> Day {
    let year = day.components.year
    let thisYear = joined.anniversary(in: year)
    return max(thisYear <= day ? thisYear : joined.anniversary(in: year - 1), joined)
  }

  /// The first after `day`, or the one after that.
  func next(after day: Day, skipping skipped: Int = 0) -> Day {
    let year = day.components.year
    let thisYear = joined.anniversary(in: year)
    return joined.anniversary(in: (thisYear > day ? year : year + 1) + skipped)
  }
}

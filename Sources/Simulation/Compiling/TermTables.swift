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

extension TierTerm {
  /// The end, exclusive, of the term that runs on `day`, of a tier held since `since` that every review so far renewed;
  /// nil where there are no terms.
  func end(on day: Day, since: Day, _ anniversaries: Anniversaries) -> Day? {
    switch self {
    case .duration(.days(let length)): return since + ((day - since) / length + 1) * length
    case .duration(.months(let length)):
      let (from, to) = (since.components, day.components)
      // Months between the days, at most one too many.
      var count = max(0, ((to.year - from.year) * 12 + to.month - from.month) / length)
      while since.adding(months: count * length) <= day { count += 1 }
      return since.adding(months: count * length)
    case .yearEnd(let extraYear):
      let first = since.newYear(after: extraYear ? 2 : 1)
      return first > day ? first : day.newYear(after: 1)
    case .anniversary(let extraYear):
      let first = anniversaries.next(after: since, skipping: extraYear ? 1 : 0)
      return first > day ? first : anniversaries.next(after: day)
    case .whileQualified: return nil
    }
  }
}

/// The anniversaries of a member's joining, the 29th of February counting as the 28th in common years.
struct Anniversaries {
  let joined: Day

  /// The latest on or before `day`. They recur before the joining too, for purchases that precede a stated joining.
  func latest(by day: Day) -> Day {
    let year = day.components.year
    let thisYear = joined.anniversary(in: year)
    return thisYear <= day ? thisYear : joined.anniversary(in: year - 1)
  }

  /// The first after `day`, or the one after that.
  func next(after day: Day, skipping skipped: Int = 0) -> Day {
    let year = day.components.year
    let thisYear = joined.anniversary(in: year)
    return joined.anniversary(in: (thisYear > day ? year : year + 1) + skipped)
  }
}

import Programme
import Quantities

/// What a term begins with.
enum TermBeginning {
  /// Reaching a higher tier, by a purchase or in whatever other way.
  case upgrade
  /// A review, whether it renews the tier or leads to another.
  case review
}

/// Rules T2 to T4: how long a tier is held. All ends are exclusive: the day of the review.
extension TierTerm {
  /// The end of a term that begins on `day`; nil without terms.
  func end(from day: Day, after beginning: TermBeginning, _ anniversaries: Anniversaries) -> Day? {
    guard case .anniversary(let extraYear) = self else { return commonEnd(from: day, after: beginning) }
    return anniversaries.next(after: day, skipping: extraYear && beginning == .upgrade ? 1 : 0)
  }

  /// The same where it is the same for every member; nil where it follows the member's anniversary, or without terms.
  func commonEnd(from day: Day, after beginning: TermBeginning) -> Day? {
    switch self {
    case .duration(let duration): day + duration
    case .yearEnd(let extraYear): day.newYear(after: extraYear && beginning == .upgrade ? 2 : 1)
    case .anniversary, .whileQualified: nil
    }
  }

  /// The end of the term that runs on `day`, of a tier held since `since` that every review so far renewed; nil without
  /// terms.
  func end(on day: Day, since: Day, _ anniversaries: Anniversaries) -> Day? {
    switch self {
    case .duration(.days(let length)): return since + ((day - since) / length + 1) * length
    case .duration(.months(let length)):
      let (from, to) = (since.components, day.components)
      // Months between the days, at most one too many.
      var count = max(0, ((to.year - from.year) * 12 + to.month - from.month) / length)
      while since.adding(months: count * length) <= day { count += 1 }
      return since.adding(months: count * length)
    case .yearEnd, .anniversary, .whileQualified:
      guard let first = end(from: since, after: .upgrade, anniversaries) else { return nil }
      return first > day ? first : end(from: day, after: .review, anniversaries)
    }
  }
}

extension CompiledRules {
  /// The end of a term that begins on `tick`, of a member who joined on the day `joined`; `never` without terms.
  func termEnd(from tick: Int, after beginning: TermBeginning, joined: Day) -> Int32 {
    if let end = terms.commonEnd(from: tick, after: beginning) { return end }
    let end = terms.keep.end(from: timeline.day(tick), after: beginning, Anniversaries(joined: joined))
    return end.map { Int32(clamping: timeline.tick($0)) } ?? Timeline.never
  }
}

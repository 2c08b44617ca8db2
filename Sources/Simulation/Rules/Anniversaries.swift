import Quantities

/// Rules T4 and T5: the anniversaries of a member's joining, the 29th of February counting as the 28th in common years.
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

extension DayRange {
  /// The equal range just before: as many calendar months where the range is whole months from its first day, or up to
  /// its last, as a month, a quarter, a year and `last 6mo` are; else as many days.
  public var earlier: DayRange {
    let (end, before) = (last + 1, first - 1)
    let fromFirst = first.months(to: end)
    if fromFirst > 0, first.adding(months: fromFirst) == end {
      return DayRange(first.adding(months: -fromFirst), before) ?? DayRange(before)
    }
    let toLast = before.months(to: last)
    if toLast > 0, last.adding(months: -toLast) == before {
      return DayRange(before.adding(months: -toLast) + 1, before) ?? DayRange(before)
    }
    return DayRange(first - count, before) ?? DayRange(before)
  }

  /// The same days of the month before, of a range within one month: of a whole month the whole one.
  public var monthBefore: DayRange {
    let start = first.adding(months: -1)
    let isToEnd = (last + 1).isFirstOfMonth
    return DayRange(start, isToEnd ? last.firstOfMonth - 1 : last.adding(months: -1)) ?? DayRange(start)
  }

  /// The parts of the range that lie in each calendar month, in order.
  public var months: [DayRange] {
    var parts: [DayRange] = []
    var start = first
    while start <= last {
      let end = min(last, start.firstOfNextMonth - 1)
      if let part = DayRange(start, end) { parts.append(part) }
      start = end + 1
    }
    return parts
  }
}

extension Day {
  /// From this day's calendar month to that of `other`.
  fileprivate func months(to other: Day) -> Int {
    let (from, to) = (components, other.components)
    return (to.year - from.year) * 12 + to.month - from.month
  }
}

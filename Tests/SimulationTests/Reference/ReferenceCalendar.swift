import Programme
import Quantities

// The calendar of rules G3 and T4, written again from their words; only the conversion between a `Day` and its
// year, month and day, and its weekday, are those of Quantities.

/// Month arithmetic clamps to the month's end, from the day it starts at.
func referenceDay(_ day: Day, plusMonths months: Int) -> Day {
  let from = day.components
  let count = from.year * 12 + (from.month - 1) + months
  return lastValidDay(year: count / 12, month: count % 12 + 1, upTo: from.day)
}

func referenceDay(_ day: Day, plus duration: CalendarDuration) -> Day {
  switch duration {
  case .days(let count): day + count
  case .months(let count): referenceDay(day, plusMonths: count)
  }
}

func referenceDay(_ day: Day, minus duration: CalendarDuration) -> Day {
  switch duration {
  case .days(let count): day - count
  case .months(let count): referenceDay(day, plusMonths: -count)
  }
}

/// 29 February is 28 February in common years.
func referenceAnniversary(of joined: Day, in year: Int) -> Day {
  lastValidDay(year: year, month: joined.components.month, upTo: joined.components.day)
}

/// The joining day itself counts.
func latestAnniversary(of joined: Day, onOrBefore day: Day) -> Day {
  let own = referenceAnniversary(of: joined, in: day.components.year)
  return own <= day ? own : referenceAnniversary(of: joined, in: day.components.year - 1)
}

func firstAnniversary(of joined: Day, after day: Day) -> Day {
  let own = referenceAnniversary(of: joined, in: day.components.year)
  return own > day ? own : referenceAnniversary(of: joined, in: day.components.year + 1)
}

func firstOfJanuary(_ year: Int) -> Day { lastValidDay(year: year, month: 1, upTo: 1) }

/// Whether two days lie in one calendar period; weeks begin on Monday.
func share(_ period: CalendarPeriod, _ one: Day, _ other: Day) -> Bool {
  let (a, b) = (one.components, other.components)
  switch period {
  case .day: return one == other
  case .week: return one - one.weekday.rawValue == other - other.weekday.rawValue
  case .month: return a.year == b.year && a.month == b.month
  case .quarter: return a.year == b.year && (a.month - 1) / 3 == (b.month - 1) / 3
  case .year: return a.year == b.year
  }
}

private func lastValidDay(year: Int, month: Int, upTo wanted: Int) -> Day {
  for number in stride(from: wanted, through: 1, by: -1) {
    if let day = Day(year: year, month: month, day: number) { return day }
  }
  preconditionFailure("\(year)-\(month) has no day up to \(wanted)")
}

public import Messages

/// A calendar day of the proleptic Gregorian calendar, as the count of days since 1970-01-01.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; below zero before.
  public var number: Int32

  /// `number` is in days since 1970-01-01.
  @inlinable public init(number: Int32) { self.number = number }

  /// The day at `year`-`month`-`day`, or nil when the calendar has no such day (2023-02-29) or the year is outside 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year)
    else { return nil }
    self.init(number: Int32(Day.count(toYear: year, month: month, day: day)))
  }

  /// The earlier day first.
  @inlinable public static func < (one: Day, other: Day) -> Bool { one.number < other.number }

  /// So many days later.
  @inlinable public static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }
  /// So many days earlier.
  @inlinable public static func - (day: Day, days: Int) -> Day { Day(number: day.number - Int32(days)) }
  /// How many days the first is after the second.
  @inlinable public static func - (one: Day, other: Day) -> Int { Int(one.number - other.number) }

  /// Later than every day that data or a policy can name, with room for adding any duration.
  public static let distantFuture = Day(number: 1 << 29)
  /// Earlier than every day that data or a policy can name.
  public static let distantPast = Day(number: -(1 << 29))
}

extension Day {
  /// Year, month 1...12 and day of month 1...31.
  public struct Components: Hashable, Sendable {
    /// Of the Gregorian calendar, also before it was introduced.
    public var year: Int
    /// 1...12.
    public var month: Int
    /// 1...31.
    public var day: Int
  }

  // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013): days_from_civil, civil_from_days.
  static func count(toYear year: Int, month: Int, day: Int) -> Int {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146097 + dayOfEra - 719468
  }

  /// The day by the Gregorian calendar.
  public var components: Components {
    let z = Int(number) + 719468
    let era = (z >= 0 ? z : z - 146096) / 146097
    let dayOfEra = z - era * 146097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return Components(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// Whether a year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// 28...31 days.
  public static func length(ofMonth month: Int, in year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The day of the week.
  public var weekday: Weekday {
    let sinceMonday = (Int(number) + 3) % 7
    return Weekday.allCases[sinceMonday < 0 ? sinceMonday + 7 : sinceMonday]
  }

  /// The same day of the month `months` later (earlier when negative), or that month's last day when it is shorter.
  public func adding(months: Int) -> Day {
    let from = components
    let count = from.year * 12 + from.month - 1 + months
    let year = count >= 0 ? count / 12 : (count - 11) / 12
    let month = count - year * 12 + 1
    let day = min(from.day, Day.length(ofMonth: month, in: year))
    return Day(number: Int32(Day.count(toYear: year, month: month, day: day)))
  }

  /// Day 1 of its month.
  public var firstOfMonth: Day { self - (components.day - 1) }
  /// Day 1 of the month after.
  public var firstOfNextMonth: Day { firstOfMonth.adding(months: 1) }
  /// Whether it is day 1 of a month.
  public var isFirstOfMonth: Bool { components.day == 1 }

  /// 1 January of this day's year plus `years`.
  public func newYear(after years: Int = 0) -> Day {
    Day(number: Int32(Day.count(toYear: components.year + years, month: 1, day: 1)))
  }

  /// This day's anniversary in `year`; 29 February counts as 28 February in a common year.
  public func anniversary(in year: Int) -> Day {
    let own = components
    let day = min(own.day, Day.length(ofMonth: own.month, in: year))
    return Day(number: Int32(Day.count(toYear: year, month: own.month, day: day)))
  }
}

extension Day: CustomStringConvertible {
  /// ISO 8601, `2026-11-01`.
  public var description: String {
    let parts = components
    return "\(padded(parts.year, to: 4))-\(padded(parts.month, to: 2))-\(padded(parts.day, to: 2))"
  }
}

/// Monday to Sunday, from 0.
public enum Weekday: Int, CaseIterable, Sendable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// As it is written in a condition: `mon` … `sun`.
  public var short: String { ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][rawValue] }

  /// In English as a condition has it.
  public var word: Message {
    switch self {
    case .monday: Message("mon", zh: "周一")
    case .tuesday: Message("tue", zh: "周二")
    case .wednesday: Message("wed", zh: "周三")
    case .thursday: Message("thu", zh: "周四")
    case .friday: Message("fri", zh: "周五")
    case .saturday: Message("sat", zh: "周六")
    case .sunday: Message("sun", zh: "周日")
    }
  }

  /// Reads an English or Chinese name or its short form; nil for any other word.
  public init?(word: String) {
    let known: [String: Weekday] = [
      "mon": .monday, "monday": .monday, "周一": .monday, "tue": .tuesday, "tuesday": .tuesday, "周二": .tuesday,
      "wed": .wednesday, "wednesday": .wednesday, "周三": .wednesday, "thu": .thursday, "thursday": .thursday,
      "周四": .thursday, "fri": .friday, "friday": .friday, "周五": .friday, "sat": .saturday, "saturday": .saturday,
      "周六": .saturday, "sun": .sunday, "sunday": .sunday, "周日": .sunday,
    ]
    guard let day = known[word] else { return nil }
    self = day
  }
}

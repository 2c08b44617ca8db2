/// A length of calendar time: `12mo` counts months and clamps to a month's end, `30d` counts days. Never negative.
public enum CalendarDuration: Hashable, Sendable {
  case days(Int)
  case months(Int)

  /// About how many days it is, for comparing two of them: a month counts 30.
  public var roughDays: Int {
    switch self {
    case .days(let count): count
    case .months(let count): count * 30
    }
  }
}

extension Day {
  /// The day after so long; a month's end stays within its month.
  public static func + (day: Day, duration: CalendarDuration) -> Day {
    switch duration {
    case .days(let count): day + count
    case .months(let count): day.adding(months: count)
    }
  }

  /// The day before so long; a month's end stays within its month.
  public static func - (day: Day, duration: CalendarDuration) -> Day {
    switch duration {
    case .days(let count): day - count
    case .months(let count): day.adding(months: -count)
    }
  }
}

extension CalendarDuration: CustomStringConvertible {
  /// As in `30d`, `12mo` or `1y`.
  public var description: String {
    switch self {
    case .days(let count): "\(count)d"
    case .months(let count): "\(count)mo"
    }
  }
}

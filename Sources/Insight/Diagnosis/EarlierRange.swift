public import PlanLanguage
public import Quantities

/// The range that a range is held against: equally long and just before it, or as it was named.
public struct EarlierRange: Sendable, Equatable {
  public enum Rule: Sendable, Equatable {
    /// So many calendar months earlier.
    case months(Int)
    /// The same number of days just before.
    case days(Int)
    case named
  }

  public let range: DayRange
  public let rule: Rule
  /// What `range` itself is held against in the same way.
  public let previous: DayRange

  /// Just before `range`. Whole calendar months, quarters and years are held against as many whole ones before; of one
  /// that is not over, `asked` being all of it, the part that there is against the same part. `last 6mo` is held against
  /// the six months before, and anything else against as many days.
  public init(before range: DayRange, of asked: Horizon) {
    switch asked {
    case .last(.months(let months)) where months > 0:
      self.init(.months(months)) { step in
        DayRange((range.last.adding(months: -months * (step + 1))) + 1, range.last.adding(months: -months * step))
      }
    case .days(let whole) where whole.first == range.first:
      self.init(before: range, whole: whole)
    case .days, .from, .until, .last, .next, .history:
      self.init(before: range, whole: range)
    }
  }

  /// As it was named, which ends before what it is held against begins.
  public init(named range: DayRange) {
    rule = .named
    self.range = range
    previous = EarlierRange(before: range, whole: range).range
  }

  private init(before range: DayRange, whole: DayRange) {
    let next = whole.last + 1
    guard whole.first.isFirstOfMonth, next.isFirstOfMonth else {
      let count = range.count
      self.init(.days(count)) { step in DayRange(range.first - count * step, range.last - count * step) }
      return
    }
    let (from, to) = (whole.first.components, next.components)
    let months = (to.year - from.year) * 12 + to.month - from.month
    self.init(.months(months)) { step in
      let first = range.first.adding(months: -months * step)
      let end = first.adding(months: months) - 1
      return DayRange(first, range.last == whole.last ? end : min(end, range.last.adding(months: -months * step)))
    }
  }

  /// `earlier` gives the range one step earlier, and two.
  private init(_ rule: Rule, _ earlier: (Int) -> DayRange?) {
    self.rule = rule
    range = earlier(1) ?? DayRange(.distantPast)
    previous = earlier(2) ?? range
  }
}

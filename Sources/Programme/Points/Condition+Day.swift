public import Quantities

/// What is left of a condition once the day is known.
public enum DayCondition: Hashable, Sendable {
  case always, never
  /// It still turns on the time, the store, the category or the member; no other part of it names a day any more.
  case depends(Condition)
}

extension Condition {
  /// What of the condition is decided by the day.
  public func on(_ day: Day) -> DayCondition {
    switch self {
    case .daysOfMonth(let numbers):
      let parts = day.components
      return DayCondition(
        numbers.contains { number in
          switch number {
          case .day(let wanted): parts.day == wanted
          case .last: (day + 1).isFirstOfMonth
          }
        })
    case .weekdays(let days, let slot):
      guard days.contains(day.weekday) else { return .never }
      return slot.map { .depends(.slot($0)) } ?? .always
    case .dates(let range): return DayCondition(range.contains(day))
    case .season(let from, let to):
      let parts = day.components
      let today = YearDay(month: parts.month, day: parts.day)
      return DayCondition(from <= to ? today >= from && today <= to : today >= from || today <= to)
    case .slot, .categories, .stores, .birthdayMonth, .joiningAnniversary, .fullPrice: return .depends(self)
    case .and(let one, let other):
      switch (one.on(day), other.on(day)) {
      case (.never, _), (_, .never): return .never
      case (.always, let rest), (let rest, .always): return rest
      case (.depends(let left), .depends(let right)): return .depends(.and(left, right))
      }
    case .or(let one, let other):
      switch (one.on(day), other.on(day)) {
      case (.always, _), (_, .always): return .always
      case (.never, let rest), (let rest, .never): return rest
      case (.depends(let left), .depends(let right)): return .depends(.or(left, right))
      }
    case .not(let one):
      switch one.on(day) {
      case .always: return .never
      case .never: return .always
      case .depends(let rest): return .depends(.not(rest))
      }
    }
  }
}

extension DayCondition {
  init(_ holds: Bool) { self = holds ? .always : .never }
}

extension Condition {
  /// Every category that it names.
  public var categoryNames: [String] { names { if case .categories(let names) = $0 { names } else { nil } } }
  /// Every store that it names.
  public var storeNames: [String] { names { if case .stores(let names) = $0 { names } else { nil } } }

  /// Whether it turns on the member's birthday.
  public var looksAtBirthdays: Bool { contains(.birthdayMonth) }
  /// Whether it turns on the discounts of lines.
  public var looksAtDiscounts: Bool { contains(.fullPrice) }
  /// Whether it turns on the day of joining.
  public var looksAtJoining: Bool { contains(.joiningAnniversary) }

  private func contains(_ part: Condition) -> Bool {
    switch self {
    case .and(let one, let other), .or(let one, let other): one.contains(part) || other.contains(part)
    case .not(let one): one.contains(part)
    case .daysOfMonth, .weekdays, .slot, .dates, .season, .categories, .stores, .birthdayMonth, .joiningAnniversary,
      .fullPrice:
      self == part
    }
  }

  private func names(_ own: (Condition) -> [String]?) -> [String] {
    switch self {
    case .and(let one, let other), .or(let one, let other): one.names(own) + other.names(own)
    case .not(let one): one.names(own)
    case .daysOfMonth, .weekdays, .slot, .dates, .season, .categories, .stores, .birthdayMonth, .joiningAnniversary,
      .fullPrice:
      own(self) ?? []
    }
  }
}

import Messages
public import PlanLanguage
public import Quantities

/// What a measure is compared with.
public enum SegmentValue: Hashable, Sendable {
  case number(Ratio)
  case money(Money)
  case share(Percent)
  case time(CalendarDuration)
  case day(Day)
  case name(String)
}

/// How a measure is compared with a value.
public enum SegmentComparison: String, CaseIterable, Sendable {
  case notGreater = "<="
  case notLess = ">="
  case notEqual = "!="
  case equal = "="
  case less = "<"
  case greater = ">"

  var mark: Mark? { Mark(rawValue: rawValue) }
}

extension SegmentValue {
  /// A value of `unit`; of a column of the members file, whose unit is nil, whatever stands there.
  init(_ unit: SegmentMeasure.Unit?, from reader: inout PhraseReader) throws(Diagnostic) {
    switch unit {
    case .money: self = .money(try Money(from: &reader))
    case .share: self = .share(try Percent(from: &reader))
    case .days: self = .time(try reader.length())
    case .day: self = .day(try Day(from: &reader))
    case .name, .truth: self = .name(try reader.name(SegmentMeasure.Unit.name.form))
    case .count: self = .number(try reader.number(SegmentMeasure.Unit.count.form) { _ in false }.value)
    case .years: self = .number(try reader.whole(.years, 0...150))
    case .month: self = .number(try reader.whole(.month, 1...12))
    case .score: self = .number(try reader.whole(.score, 1...5))
    case nil:
      switch reader.next?.kind {
      case .day(let day):
        reader.advance()
        self = .day(day)
      case .number, .mark(.minus):
        self = .number(
          try reader.number(Message("a value", zh: "值")) { if case .money = $0 { true } else { false } }.value)
      case .word, .text, .month, .quarter, .monthDay, .time, .reference, .mark, .newline, nil:
        self = .name(try reader.name(Message("a value", zh: "值")))
      }
    }
  }

  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    switch self {
    case .number(let value): value.decimal(places: 18)
    case .money(let money): money.text(in: notation)
    case .share(let share): share.text(in: notation)
    case .time(let duration): duration.description
    case .day(let day): day.description
    case .name(let name): spelled(name: name)
    }
  }
}

extension PhraseReader {
  /// A length of time; also none at all, `0d`.
  fileprivate mutating func length() throws(Diagnostic) -> CalendarDuration {
    if case .number(let number)? = next?.kind, number.unit == .days, number.value == .zero {
      advance()
      return .days(0)
    }
    return try CalendarDuration(from: &self)
  }

  fileprivate mutating func whole(
    _ unit: SegmentMeasure.Unit, _ allowed: ClosedRange<Int64>
  ) throws(Diagnostic) -> Ratio {
    let start = here
    let number = try number(unit.form) { $0 == .years }
    guard number.value.denominator == 1, allowed.contains(number.value.numerator) else {
      throw problem(ReadingProblem.outOfBounds(number.text, must: unit.form), from: start)
    }
    return number.value
  }
}

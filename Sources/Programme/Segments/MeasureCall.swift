public import Messages
public import PlanLanguage
public import Quantities

/// What a condition looks at: a measure, narrowed to a part of the purchases and a period, or a column of the members
/// file.
public struct MeasureCall: Sendable {
  /// What is measured.
  public enum Subject: Hashable, Sendable {
    case measure(SegmentMeasure)
    case attribute(String)
  }

  /// What is measured.
  public let subject: Subject
  /// What is named in brackets: the actions that are counted, every one where none is; the score.
  public var names: [String] = []
  /// Which purchases count; nil for all.
  public var part: PurchasePart?
  /// All data up to the as-of date where it is nil.
  public var period: Period?
  /// Where it stands; nil where it was not read.
  public let span: SourceSpan?

  /// `part` and `period` narrow what counts.
  public init(_ subject: Subject, part: PurchasePart? = nil, period: Period? = nil, at span: SourceSpan? = nil) {
    self.subject = subject
    self.part = part
    self.period = period
    self.span = span
  }

  /// Nil for a column, whose values only the data know.
  public var unit: SegmentMeasure.Unit? {
    if case .measure(let measure) = subject { measure.unit } else { nil }
  }

  /// The word that it is written with.
  public var name: String {
    switch subject {
    case .measure(let measure): measure.name
    case .attribute(let name): name
    }
  }
}

/// Equal where they say the same, wherever they stand.
extension MeasureCall: Hashable {
  /// The same measure, wherever it stands.
  public static func == (one: MeasureCall, other: MeasureCall) -> Bool {
    one.subject == other.subject && one.names == other.names && one.part == other.part && one.period == other.period
  }

  /// By what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(subject)
    hasher.combine(names)
    hasher.combine(part)
    hasher.combine(period)
  }
}

/// The days that a measure looks at.
public enum Period: Hashable, Sendable {
  case last(CalendarDuration)
  case days(DayRange)

  /// `asOf` is the last of the `last` ones.
  public func days(asOf: Day) -> DayRange {
    switch self {
    case .last(let duration): DayRange((asOf - duration) + 1, asOf) ?? DayRange(asOf)
    case .days(let range): range
    }
  }
}

extension MeasureCall {
  /// As one writes it; reading it gives the same value.
  public func text(in notation: Notation) -> String {
    let name =
      switch subject {
      case .measure(let measure): measure.name
      case .attribute(let name): SegmentMeasure.named(name) == nil ? spelled(name: name) : quoted(name)
      }
    let named = names.isEmpty ? "" : "(\(names.map { spelled(name: $0) }.joined(separator: ", ")))"
    let inner = part.map { "(\($0.text(in: notation)))" } ?? named
    let days =
      switch period {
      case .last(let duration)?: " in last \(duration)"
      case .days(let range)?: " in \(range.text(in: notation))"
      case nil: ""
      }
    return name + inner + days
  }
}

public import PlanLanguage
public import Quantities

/// A value that may differ during ranges of days; of several changes that hold on a day, the one written last counts.
public struct Scheduled<Value: Phrased>: Sendable, Hashable {
  /// Another value for some days.
  public struct Change: Sendable, Hashable {
    /// What it is then.
    public var value: Value
    /// The days it holds on.
    public var during: DayRange
  }

  /// The value outside every change; nil where the field is not set.
  public var base: Value?
  /// In the order given: a later one wins where they overlap.
  public private(set) var changes: [Change] = []

  /// `base` on every day; nil for nothing set.
  public init(_ base: Value? = nil) { self.base = base }

  /// Whether any day has a value.
  public var isSet: Bool { base != nil || !changes.isEmpty }

  /// A new base value, or a change while `during` lasts.
  public mutating func set(_ value: Value, during: DayRange?) {
    if let during { changes.append(Change(value: value, during: during)) } else { base = value }
  }

  /// What holds on `day`; nil where nothing is set.
  public func value(on day: Day) -> Value? {
    changes.last { $0.during.contains(day) }?.value ?? base
  }

  /// The days on which the value may begin to differ from the day before.
  public var boundaries: [Day] { changes.flatMap { [$0.during.first, $0.during.last + 1] } }

  /// Every value that is in force at some time.
  public var values: [Value] { (base.map { [$0] } ?? []) + changes.map(\.value) }
}

public import PlanLanguage
public import Quantities

/// A value that may differ during ranges of days; of several changes that hold on a day, the one written last counts.
public struct Scheduled<Value: Phrased>: Sendable, Hashable {
  public struct Change: Sendable, Hashable {
    public var value: Value
    public var during: DayRange
  }

  /// The value outside every change; nil where the field is not set.
  public var base: Value?
  public private(set) var changes: [Change] = []

  public init(_ base: Value? = nil) { self.base = base }

  public var isSet: Bool { base != nil || !changes.isEmpty }

  /// A new base value, or a change while `during` lasts.
  public mutating func set(_ value: Value, during: DayRange?) {
    if let during { changes.append(Change(value: value, during: during)) } else { base = value }
  }

  public func value(on day: Day) -> Value? {
    changes.last { $0.during.contains(day) }?.value ?? base
  }

  /// The days on which the value may begin to differ from the day before.
  public var boundaries: [Day] { changes.flatMap { [$0.during.first, $0.during.last + 1] } }

  /// Every value that is in force at some time.
  public var values: [Value] { (base.map { [$0] } ?? []) + changes.map(\.value) }
}

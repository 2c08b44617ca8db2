public import PlanLanguage
public import Quantities

/// A quantity that an assumption can give a range to: a rate, a multiplier, an amount, a count.
public protocol Spreadable: Phrased, Comparable {
  /// The quantity as a plain number: a share as a fraction, money in major units.
  var number: Ratio { get }
  /// The least and the greatest such number; nil where there is none.
  static var least: Ratio? { get }
  static var most: Ratio? { get }
}

extension Percent: Spreadable {
  /// The share.
  public var number: Ratio { fraction }
  /// 0%.
  public static var least: Ratio? { .zero }
  /// 100%.
  public static var most: Ratio? { .one }
}

extension Multiplier: Spreadable {
  /// The factor.
  public var number: Ratio { factor }
  /// 0x.
  public static var least: Ratio? { .zero }
  /// 1000x.
  public static var most: Ratio? { Ratio(1000) }
}

extension Money: Spreadable {
  /// The amount in major units.
  public var number: Ratio { major }
  /// None.
  public static var least: Ratio? { nil }
  /// None.
  public static var most: Ratio? { nil }
}

extension Count: Spreadable {
  /// The count.
  public var number: Ratio { Ratio(value) }
  /// 0.
  public static var least: Ratio? { .zero }
  /// None.
  public static var most: Ratio? { nil }
}

/// A quantity that is known, or known to lie within a range: what an assumption says. It reads and prints itself
/// (`Spread+Phrase`), has moments (`Spread+Moments`), and is drawn from by a uniform number (`Spread+Draw`).
public enum Spread<Value: Spreadable>: Hashable, Sendable {
  case fixed(Value)
  /// Any value between the ends is as likely as any other.
  case uniform(Value, Value)
  /// Most likely at `mode`, less likely in a straight line towards the ends.
  case triangular(Value, mode: Value, Value)
  /// The bell curve of this mean and standard deviation, cut off at the bounds of the quantity.
  case normal(mean: Value, deviation: Value)
  /// A share with this many parts for and parts against.
  case beta(Ratio, Ratio)

  /// Whether it says one value only.
  public var isFixed: Bool {
    switch self {
    case .fixed: true
    case .uniform(let low, let high), .triangular(let low, _, let high): low == high
    case .normal, .beta: false
    }
  }

  /// The one value that it says; nil where it is a range.
  public var value: Value? {
    switch self {
    case .fixed(let value): value
    case .uniform(let low, let high), .triangular(let low, _, let high): low == high ? low : nil
    case .normal, .beta: nil
    }
  }
}

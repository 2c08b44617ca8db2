internal import Messages

/// An amount of money in minor units (cents, fen) of the session's currency.
public struct Money: Hashable, Comparable, Sendable {
  /// Hundredths of the currency's unit; below zero for what is owed or returned.
  public var minor: Int64

  /// `minor` is in hundredths.
  @inlinable public init(minor: Int64) { self.minor = minor }

  /// No money.
  public static let zero = Money(minor: 0)
  /// By amount.
  @inlinable public static func < (one: Money, other: Money) -> Bool { one.minor < other.minor }

  /// An exact major-unit amount such as 12.34; nil when it has more than two decimals or leaves Int64.
  public init?(major: Ratio) {
    guard let scaled = major.multiplied(by: Ratio(100)), scaled.denominator == 1 else { return nil }
    self.init(minor: scaled.numerator)
  }

  /// The amount in major units, exactly.
  public var major: Ratio { Ratio(minor, over: 100) ?? Ratio(minor / 100) }
}

/// The currencies a plan can be written in. All have two decimals.
public enum Currency: String, CaseIterable, Sendable {
  case yuan = "¥"
  case dollar = "$"
  case euro = "€"
  case pound = "£"

  /// What stands before an amount.
  public var symbol: String { rawValue }
}

extension Money {
  /// `¥8,000` or `¥12.50`; without a symbol when the session has no currency yet.
  public func text(in currency: Currency?) -> String {
    let cents = minor.magnitude % 100
    let whole = grouped(minor.magnitude / 100)
    let fraction = cents == 0 ? "" : "." + padded(Int(cents), to: 2)
    return (minor < 0 ? "-" : "") + (currency?.symbol ?? "") + whole + fraction
  }
}

/// A share as an exact fraction: 12.5 % is 1/8. Not negative, at most 100 % unless a field says otherwise.
public struct Percent: Hashable, Comparable, Sendable {
  /// The share: 0.15 of 15%.
  public var fraction: Ratio

  /// `fraction` is the share, 0.15 for 15%.
  public init(fraction: Ratio) { self.fraction = fraction }

  /// By share.
  public static func < (one: Percent, other: Percent) -> Bool { one.fraction < other.fraction }
}

extension Percent: CustomStringConvertible {
  /// As in `15%`.
  public var description: String { (fraction.multiplied(by: Ratio(100)) ?? fraction).decimal() + "%" }
}

/// A share as an exact fraction: 12.5 % is 1/8. Not negative, at most 100 % unless a field says otherwise.
public struct Percent: Hashable, Comparable, Sendable {
  public var fraction: Ratio

  public init(fraction: Ratio) { self.fraction = fraction }

  public static func < (one: Percent, other: Percent) -> Bool { one.fraction < other.fraction }
}

extension Percent: CustomStringConvertible {
  public var description: String { (fraction.multiplied(by: Ratio(100)) ?? fraction).decimal() + "%" }
}

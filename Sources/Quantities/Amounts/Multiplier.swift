/// A factor on earned points, `1.2x`, as an exact fraction; never negative.
public struct Multiplier: Hashable, Comparable, Sendable {
  public var factor: Ratio

  public init(_ factor: Ratio) { self.factor = factor }

  public static let one = Multiplier(.one)
  public static func < (one: Multiplier, other: Multiplier) -> Bool { one.factor < other.factor }
}

extension Multiplier: CustomStringConvertible {
  public var description: String { factor.decimal() + "x" }
}

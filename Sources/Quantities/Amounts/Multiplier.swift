/// A factor on earned points, `1.2x`, as an exact fraction; never negative.
public struct Multiplier: Hashable, Comparable, Sendable {
  /// What is multiplied by.
  public var factor: Ratio

  /// `factor` is exact.
  public init(_ factor: Ratio) { self.factor = factor }

  /// Leaves everything as it is.
  public static let one = Multiplier(.one)
  /// By factor.
  public static func < (one: Multiplier, other: Multiplier) -> Bool { one.factor < other.factor }
}

extension Multiplier: CustomStringConvertible {
  /// As in `1.5x`.
  public var description: String { factor.decimal() + "x" }
}

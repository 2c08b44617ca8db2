internal import Glibc

/// Σ ln(yᵢ), as the logarithm of running products: one logarithm for many factors. Inlined into other modules' loops over
/// millions of rows.
@frozen
public struct LogSum: Sendable {
  @usableFromInline var product = 1.0
  @usableFromInline var sum = 0.0

  /// The sum of nothing, 0.
  @inlinable public init() {}

  /// Adds ln(`factor`), 1e-50 ≤ `factor` ≤ 1e50.
  @inlinable @inline(__always)
  public mutating func multiply(_ factor: Double) {
    product *= factor
    if product > 1e200 || product < 1e-200 {
      sum += LogSum.logarithm(of: product)
      product = 1
    }
  }

  /// Adds `term` as it is.
  @inlinable @inline(__always)
  public mutating func add(_ term: Double) { sum += term }

  /// The sum so far.
  @inlinable public var value: Double { sum + LogSum.logarithm(of: product) }

  @usableFromInline static func logarithm(of number: Double) -> Double { log(number) }
}

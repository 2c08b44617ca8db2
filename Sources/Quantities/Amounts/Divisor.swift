/// A whole number above 0 that much is divided by: with its reciprocal at hand a division takes two multiplications.
public struct Divisor: Sendable, Hashable {
  /// The whole number that is divided by.
  public let value: Int64
  /// ⌊(2⁶⁴ − 1) ÷ value⌋.
  @usableFromInline let reciprocal: UInt64

  /// `value` > 0; 0 makes one that nothing may be divided by.
  public init(_ value: Int64) {
    self.value = value
    reciprocal = value > 0 ? .max / UInt64(value) : 0
  }

  /// Quotient and rest of `dividend` ≥ 0. The product with the reciprocal falls short of the quotient by less than
  /// dividend ÷ 2⁶⁴ + 1, which is to say by at most 1.
  @inlinable @inline(__always)
  public func divide(_ dividend: Int64) -> (quotient: Int64, rest: Int64) {
    let estimate = Int64(
      truncatingIfNeeded: UInt64(truncatingIfNeeded: dividend).multipliedFullWidth(by: reciprocal).high)
    let rest = dividend &- estimate &* value
    return rest >= value ? (estimate &+ 1, rest &- value) : (estimate, rest)
  }
}

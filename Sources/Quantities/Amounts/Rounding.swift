/// How a fraction of a point becomes a whole one.
public enum Rounding: String, CaseIterable, Sendable {
  case floor, nearest, up

  /// `numerator / denominator` as a whole number, on the exact quotient; `denominator` > 0, `numerator` ≥ 0.
  /// `nearest` takes halves away from zero.
  @inlinable @inline(__always) public func quotient(_ numerator: Int64, _ denominator: Int64) -> Int64 {
    let whole = numerator / denominator
    let rest = numerator % denominator
    switch self {
    case .floor: return whole
    case .nearest: return rest >= denominator - rest ? whole + 1 : whole
    case .up: return rest > 0 ? whole + 1 : whole
    }
  }

  /// The same for products that leave Int64 on the way; nil when the result leaves it too.
  @inlinable public func quotient(_ numerator: Int128, _ denominator: Int128) -> Int64? {
    let whole = numerator / denominator
    let rest = numerator % denominator
    let rounded: Int128
    switch self {
    case .floor: rounded = whole
    case .nearest: rounded = rest >= denominator - rest ? whole + 1 : whole
    case .up: rounded = rest > 0 ? whole + 1 : whole
    }
    return Int64(exactly: rounded)
  }
}

/// `numerator / denominator` to the nearest whole number, halves away from zero; the nearest that fits beyond 64 bits.
/// `denominator` > 0, and twice `numerator` fits 128 bits.
public func rounded(_ numerator: Int128, _ denominator: Int128) -> Int64 {
  let size = numerator < 0 ? -numerator : numerator
  let whole = (size * 2 + denominator) / (denominator * 2)
  return Int64(clamping: numerator < 0 ? -whole : whole)
}

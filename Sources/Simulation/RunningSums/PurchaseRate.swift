import Quantities

/// What makes points of a purchase's amount.
protocol PurchaseRate {
  /// The points of `size` minor units, at least 0.
  func points(_ size: Int64) -> Int64
}

extension Rate: PurchaseRate {}

/// A rate for amounts below 2³¹ minor units, whose division is one multiplication.
struct ShortRate: PurchaseRate {
  private let numerator: Int64
  private let addend: Int64
  /// ⌊2⁶⁴ ÷ denominator⌋ + 1. Its product with a dividend exceeds 2⁶⁴ × the quotient by at most the dividend, which can
  /// reach the next whole quotient only where dividend × denominator reaches 2⁶⁴.
  private let reciprocal: UInt64

  /// Nil where amounts are counted by whole steps, or the fraction is too fine.
  init?(_ rate: Rate) {
    // A denominator of 1 would have a reciprocal of 2⁶⁴.
    let scale: Int64 = rate.denominator.value == 1 ? 2 : 1
    let denominator = rate.denominator.value * scale
    guard rate.unit == 1, denominator > 0, rate.numerator < 1 << 30, rate.addend < 1 << 61 else { return nil }
    numerator = rate.numerator * scale
    addend = rate.addend * scale
    let largest = UInt64(numerator) << 31 + UInt64(addend)
    guard !largest.multipliedReportingOverflow(by: UInt64(denominator)).overflow else { return nil }
    reciprocal = UInt64.max / UInt64(denominator) + 1
  }

  @inline(__always)
  func points(_ size: Int64) -> Int64 {
    let dividend = UInt64(truncatingIfNeeded: size &* numerator &+ addend)
    return Int64(truncatingIfNeeded: dividend.multipliedFullWidth(by: reciprocal).high)
  }
}

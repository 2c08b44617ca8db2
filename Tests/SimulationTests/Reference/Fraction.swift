import Quantities

/// An exact fraction in lowest terms with a positive denominator. It traps where it would overflow.
struct Fraction: Equatable {
  let top: Int128
  let bottom: Int128

  init(_ whole: Int64) { self.init(Int128(whole), over: 1) }

  init(_ ratio: Ratio) { self.init(Int128(ratio.numerator), over: Int128(ratio.denominator)) }

  init(_ top: Int128, over bottom: Int128) {
    var (divisor, rest) = (top.magnitude, bottom.magnitude)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    let sign: Int128 = bottom < 0 ? -1 : 1
    self.top = sign * top / Int128(divisor)
    self.bottom = sign * bottom / Int128(divisor)
  }

  static func + (one: Fraction, other: Fraction) -> Fraction {
    Fraction(one.top * other.bottom + other.top * one.bottom, over: one.bottom * other.bottom)
  }
  static func - (one: Fraction, other: Fraction) -> Fraction { one + Fraction(-1) * other }
  static func * (one: Fraction, other: Fraction) -> Fraction {
    Fraction(one.top * other.top, over: one.bottom * other.bottom)
  }
  static func / (one: Fraction, other: Fraction) -> Fraction {
    Fraction(one.top * other.bottom, over: one.bottom * other.top)
  }
  static func < (one: Fraction, other: Fraction) -> Bool { one.top * other.bottom < other.top * one.bottom }

  /// The whole number that `rounding` makes of a fraction ≥ 0.
  func rounded(_ rounding: Rounding) -> Int64 {
    precondition(top >= 0)
    let below = Int64(top / bottom)
    let excess = self - Fraction(below)
    switch rounding {
    case .floor: return below
    case .up: return excess == Fraction(0) ? below : below + 1
    case .nearest: return excess < Fraction(1, over: 2) ? below : below + 1
    }
  }
}

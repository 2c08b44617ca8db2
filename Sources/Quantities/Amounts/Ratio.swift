internal import Messages

/// An exact fraction in lowest terms with a positive denominator. Every operation answers nil instead of overflowing.
public struct Ratio: Hashable, Sendable {
  /// Carries the sign.
  public let numerator: Int64
  /// Above 0, with no factor in common with the numerator.
  public let denominator: Int64

  /// Nothing.
  public static let zero = Ratio(0)
  /// The whole.
  public static let one = Ratio(1)

  /// A whole number.
  public init(_ whole: Int64) {
    numerator = whole
    denominator = 1
  }

  /// Nil when `denominator` is 0 or the reduced fraction leaves Int64.
  public init?(_ numerator: Int64, over denominator: Int64) {
    self.init(wide: Int128(numerator), over: Int128(denominator))
  }

  init?(wide numerator: Int128, over denominator: Int128) {
    guard denominator != 0 else { return nil }
    let divisor = greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign: Int128 = denominator < 0 ? -1 : 1
    guard let top = Int64(exactly: numerator / Int128(divisor) * sign),
      let bottom = Int64(exactly: denominator / Int128(divisor) * sign)
    else { return nil }
    self.numerator = top
    self.denominator = bottom
  }

  /// The exact sum; nil where it does not fit.
  public func adding(_ other: Ratio) -> Ratio? {
    let left = Int128(numerator) * Int128(other.denominator)
    let right = Int128(other.numerator) * Int128(denominator)
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : Ratio(wide: sum, over: Int128(denominator) * Int128(other.denominator))
  }

  /// The exact difference; nil where it does not fit.
  public func subtracting(_ other: Ratio) -> Ratio? { other.negated.flatMap(adding) }

  /// The exact product; nil where it does not fit.
  public func multiplied(by other: Ratio) -> Ratio? {
    Ratio(
      wide: Int128(numerator) * Int128(other.numerator), over: Int128(denominator) * Int128(other.denominator))
  }

  /// Nil when `other` is 0 too.
  public func divided(by other: Ratio) -> Ratio? {
    Ratio(
      wide: Int128(numerator) * Int128(other.denominator), over: Int128(denominator) * Int128(other.numerator))
  }

  /// The same below zero; nil where it does not fit.
  public var negated: Ratio? { Ratio(wide: -Int128(numerator), over: Int128(denominator)) }
  /// Whether it is below zero.
  public var isNegative: Bool { numerator < 0 }

  /// For display and for statistics only: never to decide a threshold, a point or a rounding.
  public var approximation: Double { Double(numerator) / Double(denominator) }
}

extension Ratio: Comparable {
  /// By value, exactly.
  public static func < (one: Ratio, other: Ratio) -> Bool {
    Int128(one.numerator) * Int128(other.denominator) < Int128(other.numerator) * Int128(one.denominator)
  }
}

func greatestCommonDivisor(_ one: UInt128, _ other: UInt128) -> UInt128 {
  var (a, b) = (one, other)
  while b != 0 { (a, b) = (b, a % b) }
  return max(a, 1)
}

extension Ratio {
  /// The fraction as a decimal: exact where it ends within 18 places, else cut to `places` and marked `…`.
  public func decimal(places: Int = 6) -> String {
    let sign = numerator < 0 ? "-" : ""
    let size = numerator.magnitude
    let base = UInt64(denominator)
    var digits = ""
    var rest = UInt128(size % base)
    while rest != 0 && digits.count < 18 {
      rest *= 10
      digits += String(UInt64(rest / UInt128(base)))
      rest %= UInt128(base)
    }
    if rest != 0 { digits = String(digits.prefix(places)) + "…" }
    return sign + grouped(size / base) + (digits.isEmpty ? "" : "." + digits)
  }
}

import Glibc

/// The beta distribution with parameters `a` and `b`, both above 0.
public struct BetaDistribution: Sendable {
  /// The first shape: it draws the distribution towards 1.
  public let a: Double
  /// The second shape: it draws the distribution towards 0.
  public let b: Double
  /// ln B(a, b)
  private let logBeta: Double

  /// Both above 0.
  public init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
    logBeta = lgamma(a) + lgamma(b) - lgamma(a + b)
  }

  /// The regularised incomplete beta function, by the continued fraction of Abramowitz & Stegun 1964, 26.5.8, evaluated
  /// after Lentz 1976.
  public func share(below x: Double) -> Double {
    if x <= 0 { return 0 }
    if x >= 1 { return 1 }
    let front = exp(a * log(x) + b * log1p(-x) - logBeta)
    return x < (a + 1) / (a + b + 2)
      ? front * BetaDistribution.fraction(a, b, x) / a : 1 - front * BetaDistribution.fraction(b, a, 1 - x) / b
  }

  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...10_000 {
      let m = Double(step)
      for term in [
        m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
        -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
      ] {
        d = 1 / kept(1 + term * d)
        c = kept(1 + term / c)
        result *= c * d
      }
      if abs(c * d - 1) < 1e-15 { break }
    }
    return result
  }

  /// The point that a share `u` lies below: halving the interval until doubles have no point between its ends.
  public func quantile(_ u: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while true {
      let middle = (low + high) / 2
      guard middle > low, middle < high, high - low > 1e-15 else { return middle }
      if share(below: middle) < u { low = middle } else { high = middle }
    }
  }
}

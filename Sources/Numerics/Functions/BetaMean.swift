internal import Glibc

/// Means over a beta(a, b) distribution, by the trapezoidal rule over ln (p/(1 − p)): the density falls exponentially
/// on both sides there and is analytic in a strip, so that evenly spaced points are exact to rounding (Trefethen &
/// Weideman 2014, "The exponentially convergent trapezoidal rule").
public struct BetaMean {
  private let a: Double
  private let b: Double

  /// Both above 0.
  public init(_ a: Double, _ b: Double) {
    self.a = a
    self.b = b
  }

  /// The mean of `value`, which is to be analytic for Re p > 0.
  public func of(_ value: (_ p: Double) -> Double) -> Double {
    let step = min(0.25, 0.6 * (1 / a + 1 / b).squareRoot())
    let top = log(a) - log(b)
    let most = logDensity(top)
    var sum = 0.0
    var weight = 0.0
    for (from, direction) in [(0.0, 1.0), (1, -1)] {
      var n = from
      while true {
        let point = top + direction * n * step
        let log = logDensity(point) - most
        if log < -42 { break }
        let density = exp(log)
        sum += density * value(1 / (1 + exp(-point)))
        weight += density
        n += 1
      }
    }
    return sum / weight
  }

  /// ln of the density by ln (p/(1 − p)), without its constant.
  private func logDensity(_ point: Double) -> Double {
    -a * BetaMean.softPlus(-point) - b * BetaMean.softPlus(point)
  }

  /// ln (1 + e^x)
  private static func softPlus(_ x: Double) -> Double { x > 40 ? x : log1p(exp(x)) }
}

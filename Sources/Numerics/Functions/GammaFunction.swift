internal import Glibc

/// ln Γ(x), x > 0. (`lgamma` would write a global.)
public func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return unsafe lgamma_r(x, &sign)
}

/// ln B(a, b) of the beta function, a > 0 and b > 0.
public func logBeta(_ a: Double, _ b: Double) -> Double { logGamma(a) + logGamma(b) - logGamma(a + b) }

/// ψ(x) = d ln Γ(x)/dx, x > 0: the recurrence up to 10, then the asymptotic series (Abramowitz & Stegun 1964, 6.3.5 and
/// 6.3.18).
public func digamma(_ x: Double) -> Double {
  var x = x
  var sum = 0.0
  while x < 10 {
    sum -= 1 / x
    x += 1
  }
  let y = 1 / (x * x)
  let series =
    y
    * (1.0 / 12 - y * (1.0 / 120 - y * (1.0 / 252 - y * (1.0 / 240 - y * (1.0 / 132 - y * (691.0 / 32760 - y / 12))))))
  return sum + log(x) - 0.5 / x - series
}

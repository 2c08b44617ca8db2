/// Gauss's hypergeometric function ₂F₁ in two forms of which no digits are lost.
public enum Hypergeometric {
  /// ₂F₁(1, a; c; z) for 0 < a ≤ c, c > 1, 0 ≤ z < 1, by Gauss's continued fraction (Abramowitz & Stegun 1964, 15; NIST
  /// DLMF 15.7.5), evaluated after Lentz 1976. All terms have one sign, so that no digits are lost.
  public static func unit(a: Double, c: Double, z: Double) -> Double {
    let c = c - 1
    var lower = 0.0
    var upper = 1.0
    var result = 1.0
    var n = 0.0
    while n < 20_000 {
      // The two coefficients of step n: k(2n) and k(2n + 1).
      if n > 0 {
        let even = n * (c - a + n) / ((c + 2 * n - 1) * (c + 2 * n)) * z
        lower = 1 / (1 - even * lower)
        upper = 1 - even / upper
        result *= upper * lower
      }
      let odd = (a + n) * (c + n) / ((c + 2 * n) * (c + 2 * n + 1)) * z
      lower = 1 / (1 - odd * lower)
      upper = 1 - odd / upper
      let step = upper * lower
      result *= step
      if abs(step - 1) < 1e-15 { break }
      n += 1
    }
    return 1 / result
  }

  /// Σ (a)ₙ₋₁ (b)ₙ ÷ ((c + 1)ₙ₋₁ n!) zⁿ over n ≥ 1: what ₂F₁(a − 1, b; c; z) exceeds 1 by, times c/(a − 1). It has a
  /// limit where a = 1 and where c = 0. c > -1, 0 ≤ z < 1.
  public static func excess(a: Double, b: Double, c: Double, z: Double) -> Double {
    var term = b * z
    var sum = term
    var n = 1.0
    while n < 5_000_000 {
      term *= (a + n - 1) * (b + n) / ((c + n) * (n + 1)) * z
      sum += term
      if abs(term) <= 1e-16 * (1 - z) * abs(sum) && n > -b { break }
      n += 1
    }
    return sum
  }
}

internal import Numerics
internal import Quantities

/// Draws, by the inverse of the distribution: one uniform number makes one value, and a larger one never a smaller.
extension Spread {
  /// A value drawn by a word of keyed chance, as a plain number.
  public func draw(_ word: UInt64) -> Double { quantile(unitInterval(word)) }

  /// The value that a share `u` of the range lies below, 0 < u < 1.
  public func quantile(_ u: Double) -> Double {
    switch self {
    case .fixed(let value): return value.number.approximation
    case .uniform(let low, let high):
      let (a, b) = (low.number.approximation, high.number.approximation)
      return a + (b - a) * u
    case .triangular(let low, let mode, let high):
      let (a, c, b) = (low.number.approximation, mode.number.approximation, high.number.approximation)
      guard b > a else { return a }
      return u * (b - a) < c - a
        ? a + (u * (b - a) * (c - a)).squareRoot() : b - ((1 - u) * (b - a) * (b - c)).squareRoot()
    case .normal(let mean, let deviation): return TruncatedNormal(mean, deviation).quantile(u)
    case .beta(let a, let b): return BetaDistribution(a.approximation, b.approximation).quantile(u)
    }
  }
}

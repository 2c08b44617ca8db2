internal import Glibc
internal import Numerics

/// Gamma-Gamma (Colombo & Jiang 1999; Fader, Hardie & Lee 2005): a member's purchases are gamma(p, ν) of their own ν,
/// and ν is gamma(q, γ) over members. Amounts are in major units.
public struct GammaGammaModel: Sendable, Equatable {
  /// The shape of a member's purchases.
  public let p: Double
  /// The shape of ν over members; a mean basket exists above 1.
  public let q: Double
  /// The scale of ν, in major units.
  public let gamma: Double

  /// All above 0.
  public init(p: Double, q: Double, gamma: Double) {
    self.p = p
    self.q = q
    self.gamma = gamma
  }

  /// In the order of the fit's parameters.
  public static let parameterNames = ["p", "q", "gamma"]

  /// The mean basket to expect of a member with `repeats` purchases of `mean` each; needs q > 1. With 0 repeats it is
  /// that of all members.
  public func expected(repeats: Double, mean: Double) -> Double {
    p * (gamma + repeats * mean) / (p * repeats + q - 1)
  }

  /// ln of the likelihood of a repeat buyer's mean basket.
  public func logLikelihood(repeats x: Double, mean: Double) -> Double {
    logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * log(gamma) + (p * x - 1) * log(mean) + p * x * log(x)
      - (p * x + q) * log(gamma + x * mean)
  }
}

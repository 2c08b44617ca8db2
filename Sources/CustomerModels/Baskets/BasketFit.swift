internal import Glibc
public import Messages
public import Numerics

/// What members' next baskets are expected to be: Gamma-Gamma where it may be used, else the baskets as they were.
public struct BasketFit: Sendable {
  /// Repeat buyers that a fit needs at least.
  public static let fewest = 10
  static let mostCorrelation = 0.2

  /// What baskets are expected by.
  public let model: BasketModel
  /// Why Gamma-Gamma is not used; nil where it is.
  public let refusal: BasketRefusal?
  /// Of Gamma-Gamma, also where it is refused.
  public let parameters: [FittedParameter]
  /// Of Gamma-Gamma at its parameters.
  public let logLikelihood: Double
  /// Members with a repeat purchase and a mean basket above 0.
  public let repeatBuyers: Int
  /// Of frequency and mean basket over the repeat buyers: Gamma-Gamma holds them independent.
  public let correlation: Double
  /// Whether the search ended at a maximum.
  public let converged: Bool

  /// - Throws: a `FittingProblem` with fewer than `fewest` repeat buyers, or `.interrupted`.
  public init(_ baskets: RepeatBaskets, job: Job = .unattended) throws(Diagnostic) {
    guard baskets.count >= BasketFit.fewest else { throw Diagnostic(FittingProblem.tooFewBaskets(baskets.count)) }
    let mean = baskets.means.reduce(0, +) / Double(baskets.count)
    let sample = baskets.count > MultistartMaximum.sampleLimit ? baskets.sample(MultistartMaximum.sampleLimit) : nil
    let maximum = try MultistartMaximum(
      GammaGammaLikelihood(baskets), sample: sample.map(GammaGammaLikelihood.init),
      share: Double(sample?.count ?? baskets.count) / Double(baskets.count),
      from: [(1.0, 2.0), (6, 4), (2, 10), (20, 1.5)].map { p, q in [p, q, mean * (q - 1) / p] }, around: [1, 1, mean],
      job: job)
    let found = maximum.logs.map { exp($0) }
    parameters = found.indices.map { i in
      FittedParameter(
        name: GammaGammaModel.parameterNames[i], value: found[i],
        standardError: maximum.atEdge[i] ? nil : maximum.covariance.map { found[i] * $0.rows[i][i].squareRoot() })
    }
    (logLikelihood, converged, repeatBuyers) = (maximum.value, maximum.converged, baskets.count)
    let correlation = baskets.correlation
    self.correlation = correlation
    if abs(correlation) > BasketFit.mostCorrelation {
      refusal = .correlated(correlation)
    } else if !(found[1] > 1) {
      refusal = .noMean(q: found[1])
    } else {
      refusal = nil
    }
    model =
      refusal == nil
      ? .gammaGamma(GammaGammaModel(p: found[0], q: found[1], gamma: found[2]))
      : .byFrequency(FrequencyBaskets(baskets))
  }
}

internal import Glibc
public import MemberBook
public import Quantities

/// What members' next baskets are expected to be: Gamma-Gamma where it may be used, else the baskets as they were.
public struct BasketFit: Sendable {
  public static let fewest = 10
  public static let mostCorrelation = 0.2

  public let model: BasketModel
  /// Why Gamma-Gamma is not used; nil where it is.
  public let refusal: BasketRefusal?
  /// Of Gamma-Gamma, also where it is refused.
  public let parameters: [FittedParameter]
  public let logLikelihood: Double
  public let repeatBuyers: Int
  /// Of frequency and mean basket over the repeat buyers: Gamma-Gamma holds them independent.
  public let correlation: Double
  public let converged: Bool

  /// - Throws: a `FittingProblem` with fewer than `fewest` repeat buyers, or `.interrupted`.
  public init(_ baskets: RepeatBaskets, workers: Workers = Workers()) throws(Diagnostic) {
    guard baskets.count >= BasketFit.fewest else { throw Diagnostic(FittingProblem.tooFewBaskets(baskets.count)) }
    let mean = baskets.means.reduce(0, +) / Double(baskets.count)
    let sample = baskets.count > Summit.sampleLimit ? baskets.sample(Summit.sampleLimit) : nil
    let summit = try Summit(
      GammaGammaLikelihood(baskets), sample: sample.map(GammaGammaLikelihood.init),
      share: Double(sample?.count ?? baskets.count) / Double(baskets.count),
      from: [(1.0, 2.0), (6, 4), (2, 10), (20, 1.5)].map { p, q in [p, q, mean * (q - 1) / p] }, around: [1, 1, mean],
      workers: workers)
    let found = summit.logs.map { exp($0) }
    parameters = found.indices.map { i in
      FittedParameter(
        name: GammaGammaModel.parameterNames[i], value: found[i],
        standardError: summit.atEdge[i] ? nil : summit.covariance.map { found[i] * $0.rows[i][i].squareRoot() })
    }
    (logLikelihood, converged, repeatBuyers) = (summit.value, summit.arrived, baskets.count)
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

/// Why Gamma-Gamma is not used.
public enum BasketRefusal: Sendable, Equatable {
  /// q ≤ 1: the mean basket over members would be infinite.
  case noMean(q: Double)
  /// Frequent members buy larger, or smaller, baskets: the model would be wrong about both.
  case correlated(Double)

  public var reason: Message {
    switch self {
    case .noMean(let q):
      Message(
        "Gamma-Gamma has no mean basket at q = \(thousandths(q)) ≤ 1: baskets are those of members as frequent",
        zh: "q = \(thousandths(q)) ≤ 1，Gamma-Gamma 没有平均客单：改用购买频次相近的会员的客单")
    case .correlated(let correlation):
      Message(
        "frequency and basket are correlated (\(thousandths(correlation))), which Gamma-Gamma rules out: baskets are those of members as frequent",
        zh: "购买频次与客单相关（\(thousandths(correlation))），不合 Gamma-Gamma 的前提：改用购买频次相近的会员的客单")
    }
  }
}

/// `number` to three decimals.
func thousandths(_ number: Double) -> String {
  let rounded = Int((abs(number) * 1000).rounded())
  let fraction = String(rounded % 1000)
  return (number < 0 && rounded > 0 ? "-" : "") + "\(rounded / 1000)."
    + String(repeating: "0", count: 3 - fraction.count)
    + fraction
}

/// How the next basket of a member is expected from the past ones.
public enum BasketModel: Sendable, Equatable {
  case gammaGamma(GammaGammaModel)
  case byFrequency(FrequencyBaskets)

  /// In major units. `mean` is that of the repeat purchases so far; it does not count without any.
  public func expected(repeats: Double, mean: Double?) -> Double {
    switch self {
    case .gammaGamma(let model):
      if let mean { model.expected(repeats: repeats, mean: mean) } else { model.expected(repeats: 0, mean: 0) }
    case .byFrequency(let baskets): baskets.expected(repeats: repeats)
    }
  }

  /// What is expected of a member.
  public func expected(of member: Int, in members: MemberSummaries) -> Double {
    expected(repeats: Double(max(members.repeats[member], 0)), mean: members.repeatBasket(of: member))
  }
}

internal import Glibc
public import Numerics

/// Pareto/NBD (Schmittlein, Morrison & Colombo 1987): a member buys at their own rate, gamma(r, α) over members, until
/// they leave at a time of their own rate, gamma(s, β) over members.
public struct ParetoModel: PurchaseModel, Equatable {
  /// The shape of the purchase rates.
  public let r: Double
  /// Their scale, in weeks.
  public let alpha: Double
  /// The shape of the rates of leaving.
  public let s: Double
  /// Their scale, in weeks.
  public let beta: Double

  /// Purchase rates are gamma(r, alpha), rates of leaving gamma(s, beta) over members; all above 0.
  public init(r: Double, alpha: Double, s: Double, beta: Double) {
    self.r = r
    self.alpha = alpha
    self.s = s
    self.beta = beta
  }

  /// `.pareto`.
  public static let kind = ModelKind.pareto
  /// r, alpha, s, beta.
  public init(parameters: [Double]) {
    self.init(r: parameters[0], alpha: parameters[1], s: parameters[2], beta: parameters[3])
  }
  /// r, alpha, s, beta.
  public var parameters: [Double] { [r, alpha, s, beta] }
  /// Shape, and weeks.
  public var rates: (r: Double, alpha: Double) { (r, alpha) }

  // The likelihood is Γ(r + x)/Γ(r) α^r β^s times the sum of two parts. Each is the published
  // (M + t)^−q ₂F₁(q, ·; q + 1; D/(M + t)) after Euler's transformation, which leaves a ₂F₁ of positive terms with 1 as
  // its first argument.

  /// ln of the part that depends on the time of the last purchase.
  func logLeft(_ x: Double, last: Double) -> Double {
    let q = r + s + x
    return log(s / q) + logIntegral(x, q, at: last, purchase: 0, leaving: 1)
  }

  /// ln of the part that depends on the time observed.
  func logStays(_ x: Double, observed: Double) -> Double {
    let q = r + s + x
    return log((r + x) / q) + logIntegral(x, q, at: observed, purchase: 1, leaving: 0)
  }

  /// ln of what both parts are multiplied by.
  func logConstant(_ x: Double) -> Double { logGamma(r + x) - logGamma(r) + r * log(alpha) + s * log(beta) }

  /// ln of the sum of both parts.
  private func logParts(_ member: CustomerSummary) -> Double {
    let left = logLeft(member.repeats, last: member.last)
    let stays = logStays(member.repeats, observed: member.observed)
    return max(left, stays) + log1p(exp(-abs(left - stays)))
  }

  /// ln of (M + t)^−q ₂F₁(q, B; q + 1; D/(M + t)), B = s + `leaving` where α ≥ β, else r + x + `purchase`.
  private func logIntegral(
    _ x: Double, _ q: Double, at time: Double, purchase: Double, leaving: Double
  ) -> Double {
    let (buying, staying) = (alpha + time, beta + time)
    let most = max(buying, staying)
    let z = abs(alpha - beta) / most
    let second = alpha >= beta ? s + leaving : r + x + purchase
    return -q * log(most) + (1 - second) * log(min(buying, staying) / most)
      + log(Hypergeometric.unit(a: q + 1 - second, c: q + 1, z: z))
  }

  /// ln L of one member.
  public func logLikelihood(_ member: CustomerSummary) -> Double {
    logConstant(member.repeats) + logParts(member)
  }

  /// P(alive) at the end of the data.
  public func alive(_ member: CustomerSummary) -> Double {
    let alive = -(r + member.repeats) * log(alpha + member.observed) - s * log(beta + member.observed)
    return min(1, exp(alive - logParts(member)))
  }

  /// (r + x)(β + T) ÷ ((α + T)(s − 1)) [1 − ((β + T)/(β + T + t))^(s − 1)], through s = 1.
  public func expectedIfAlive(repeats: Double, observed: Double, weeks: Double) -> Double {
    let logRest = log(beta + observed) - log(beta + observed + weeks)
    let less = s - 1
    let share = abs(less) < 1e-12 ? -logRest : -expm1(less * logRest) / less
    return (r + repeats) * (beta + observed) / (alpha + observed) * share
  }

  /// The member's rate of leaving, drawn from what these purchases say of it.
  public func drawDropout(_ member: CustomerSummary, _ stream: inout KeyedStream) -> Dropout {
    .perWeek(stream.gamma(shape: s, rate: beta + member.observed))
  }
}

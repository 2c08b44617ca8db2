internal import Glibc
internal import Numerics

/// What BG/NBD and MBG/NBD share: purchases come at a member's own rate, gamma(r, α) over members, and a share,
/// beta(a, b) over members, is lost after each. They differ in whether the first purchase already loses some, that is
/// in how many chances to leave there were: `chances` = x or x + 1.
struct BetaGeometric: Sendable, Equatable {
  var r: Double
  var alpha: Double
  var a: Double
  var b: Double
  /// 1 where the first purchase already loses some, else 0.
  let first: Double

  /// ln of (1 − P(alive)) ÷ P(alive).
  func logLost(_ member: CustomerSummary) -> Double {
    let chances = member.repeats + first
    guard chances > 0 else { return -.infinity }
    return log(a) - log(b + chances - 1)
      + (r + member.repeats) * (log(alpha + member.observed) - log(alpha + member.last))
  }

  func alive(_ member: CustomerSummary) -> Double { 1 / (1 + exp(logLost(member))) }

  func logLikelihood(_ member: CustomerSummary) -> Double {
    let x = member.repeats
    let lost = logLost(member)
    return logGamma(r + x) - logGamma(r) + r * log(alpha) - (r + x) * log(alpha + member.observed)
      + logBeta(a, b + x + first) - logBeta(a, b) + (lost > 0 ? lost + log1p(exp(-lost)) : log1p(exp(lost)))
  }

  /// The published c/(a − 1) [1 − (1 − z)^(a − 1) ₂F₁(a − 1, c − r − x; c; z)], c = a + b + chances − 1,
  /// z = t/(α + T + t), regrouped so that it passes through a = 1 and c = 0. Where that form would lose digits (r large:
  /// alternating terms) or overflow (a large), the mean over the dropout is taken itself.
  func expectedIfAlive(_ x: Double, observed: Double, weeks: Double) -> Double {
    guard weeks > 0 else { return 0 }
    let c = a + b + x + first - 1
    guard c - r - x > -8 && a < 100 else {
      let gain = weeks / (alpha + observed)
      return BetaMean(a, b + x + first).of { p in
        p < 1e-300 ? (r + x) * gain : -expm1(-(r + x) * log1p(p * gain)) / p
      }
    }
    let z = weeks / (alpha + observed + weeks)
    let logRest = log(alpha + observed) - log(alpha + observed + weeks)
    let less = a - 1
    let share = abs(less) < 1e-12 ? -logRest : -expm1(less * logRest) / less
    return c * share - exp(less * logRest) * Hypergeometric.excess(a: a, b: c - r - x, c: c, z: z)
  }
}

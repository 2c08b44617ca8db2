internal import Glibc

/// s ∫ (α + u)^−(r + x) (β + u)^−(s + 1) du over u from t to ∞, which Pareto/NBD's likelihood is made of, and the
/// derivatives of its logarithm. By the double exponential rule (Takahasi & Mori 1974) with u = t + c exp(π/2 sinh τ):
/// both the number of nodes and their errors hardly depend on the parameters, and the derivatives share the nodes.
struct ParetoIntegral: Sendable {
  /// ln of the integral.
  let log: Double
  /// Its derivatives.
  let r: Double
  let alpha: Double
  let s: Double
  let beta: Double

  init(_ model: ParetoModel, repeats: Double, from t: Double) {
    let k = model.r + repeats
    let power = model.s + 1
    let (buying, staying) = (model.alpha + t, model.beta + t)
    // The integrand falls by about 1/e in c.
    let c = 1 / (k / buying + power / staying)
    var (sum, logBuying, logStaying, overBuying, overStaying) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for (nodes, isTail) in [(ParetoIntegral.lower, false), (ParetoIntegral.upper, true)] {
      for node in nodes {
        let y = c * node.place
        let (one, other) = (log1p(y / buying), log1p(y / staying))
        let term = node.weight * exp(-k * one - power * other)
        sum += term
        logBuying += term * one
        logStaying += term * other
        overBuying += term / (buying + y)
        overStaying += term / (staying + y)
        if isTail && term < 1e-17 * sum { break }
      }
    }
    log = Glibc.log(model.s * c * sum) - k * Glibc.log(buying) - power * Glibc.log(staying)
    r = -Glibc.log(buying) - logBuying / sum
    alpha = -k * overBuying / sum
    s = 1 / model.s - Glibc.log(staying) - logStaying / sum
    beta = -power * overStaying / sum
  }

  /// exp(π/2 sinh τ) and its derivative times the step between the τ.
  private struct Node {
    let place: Double
    let weight: Double

    init(_ t: Double) {
      place = exp(Double.pi / 2 * sinh(t))
      weight = ParetoIntegral.step * Double.pi / 2 * cosh(t) * place
    }
  }

  private static let step = 0.14
  /// τ from 0 down to where nothing is left of c.
  private static let lower = (0...27).map { Node(-Double($0) * step) }
  private static let upper = (1...46).map { Node(Double($0) * step) }
}

internal import MemberBook
internal import Messages
internal import Numerics

/// A log-likelihood as a function of the logarithms of its parameters.
///
/// Sums are made over chunks whose number does not depend on the threads and added in the chunks' order, so that any
/// number of threads finds the same bits.
protocol Objective: Sendable {
  var dimension: Int { get }
  /// How far apart two gradients are taken for the second derivatives.
  var hessianStep: Double { get }
  func evaluate(_ logs: [Double], _ job: Job) throws(Diagnostic) -> Evaluation
}

/// A log-likelihood and its derivatives by the logarithms of the parameters.
struct Evaluation: Sendable {
  var value: Double
  var gradient: [Double]
}

extension Objective {
  /// The second derivatives, by central differences of the gradient, made symmetric.
  func hessian(at logs: [Double], _ job: Job) throws(Diagnostic) -> [[Double]] {
    var rows: [[Double]] = []
    for i in 0..<dimension {
      var point = logs
      point[i] += hessianStep
      let above = try evaluate(point, job).gradient
      point[i] = logs[i] - hessianStep
      let below = try evaluate(point, job).gradient
      rows.append(zip(above, below).map { ($0 - $1) / (2 * hessianStep) })
    }
    return (0..<dimension).map { i in (0..<dimension).map { j in (rows[i][j] + rows[j][i]) / 2 } }
  }
}

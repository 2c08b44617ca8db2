public import Messages

/// A function to be maximised over positive parameters, such as a log-likelihood, as a function of their logarithms.
///
/// Sums are best made over chunks whose number does not depend on the threads, and added in the chunks' order, so that
/// any number of threads finds the same bits.
public protocol Objective: Sendable {
  /// How many parameters it has.
  var dimension: Int { get }
  /// How far apart, in logarithms, two gradients are taken for the second derivatives.
  var hessianStep: Double { get }
  /// The value and gradient at `logs`, the parameters' logarithms.
  /// - Throws: `.interrupted` when `job` is stopped.
  func evaluate(_ logs: [Double], _ job: Job) throws(Diagnostic) -> ObjectiveValue
}

/// What an objective is at one point.
public struct ObjectiveValue: Sendable {
  /// What is to be made as large as possible.
  public var value: Double
  /// Its derivatives by the logarithms of the parameters.
  public var gradient: [Double]

  /// `gradient` has an entry a parameter.
  public init(value: Double, gradient: [Double]) {
    self.value = value
    self.gradient = gradient
  }
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

internal import Messages

/// A search for a maximum by BFGS (Nocedal & Wright 2006, algorithm 6.1) with a backtracking line search, within a box:
/// each parameter from e^−9 to e^9 times what is usual for it. Its values are where the search ended.
struct BFGSMaximiser: Sendable {
  /// Half the width of the box, in logarithms.
  static let reach = 9.0
  private static let mostSteps = 150
  private static let mostTrials = 16

  /// The middle of the box, in logarithms.
  let middle: [Double]
  /// The logarithms of the parameters.
  var logs: [Double]
  var evaluation: ObjectiveValue
  /// What was learned of −1 × the inverse of the second derivatives.
  var inverse: SquareMatrix
  /// How often the objective was evaluated.
  private(set) var evaluations = 1
  /// Whether it stopped because there was nothing left to gain, rather than for want of steps.
  private(set) var converged = false
  /// Whether nothing was learned of the curvature yet.
  private var isFresh: Bool

  /// Searches from `start` until less than about `tolerance` is left to gain, with what is known of the curvature already
  /// as `known`, if anything is.
  /// - Throws: `.interrupted`.
  init(
    _ objective: some Objective, from start: [Double], around middle: [Double], inverse known: SquareMatrix? = nil,
    tolerance: Double, job: Job
  ) throws(Diagnostic) {
    self.middle = middle
    logs = zip(start, middle).map(BFGSMaximiser.clamped)
    evaluation = try objective.evaluate(logs, job)
    let slope = max(dot(evaluation.gradient, evaluation.gradient).squareRoot(), 1e-12)
    let steepestAscent = SquareMatrix.identity(objective.dimension, times: 0.3 / slope)
    inverse = known ?? steepestAscent
    isFresh = known == nil
    var idle = 0
    for _ in 0..<BFGSMaximiser.mostSteps {
      var direction = self.direction
      if direction.gain <= 0 {
        forget(steepestAscent)
        direction = self.direction
      }
      // The Newton decrement: about twice what is left to gain.
      if !isFresh && direction.gain < tolerance || direction.gain < 1e-14 {
        converged = true
        return
      }
      guard let next = try lineSearch(objective, along: direction, job), next.logs != logs else {
        // Rounding hides what is left, or what was learned of the curvature misleads.
        if isFresh || direction.gain < 1e-9 * abs(evaluation.value) {
          converged = direction.gain < 1e-3
          return
        }
        forget(steepestAscent)
        continue
      }
      // Where the objective is flat there is no maximum to arrive at, only nothing more to gain.
      let rise = next.evaluation.value - evaluation.value
      idle = rise < max(10 * tolerance, 1e-12 * abs(evaluation.value)) ? idle + 1 : 0
      learn(from: next.logs, next.evaluation)
      (logs, evaluation) = next
      if idle == 3 {
        converged = true
        return
      }
    }
  }

  static func clamped(_ log: Double, around middle: Double) -> Double { min(max(log, middle - reach), middle + reach) }

  /// Whether parameter `i` ended at the edge of the box.
  func isAtEdge(_ i: Int) -> Bool {
    logs[i] >= middle[i] + BFGSMaximiser.reach || logs[i] <= middle[i] - BFGSMaximiser.reach
  }

  /// Where to go, and how steeply the objective rises that way.
  private struct Direction {
    let vector: [Double]
    let gain: Double
  }

  /// The quasi-Newton direction, without what leads out of the box.
  private var direction: Direction {
    let gradient = bounded(evaluation.gradient)
    let vector = bounded(inverse.times(gradient))
    return Direction(vector: vector, gain: dot(vector, gradient))
  }

  /// `vector` without what leads out of the box.
  private func bounded(_ vector: [Double]) -> [Double] {
    vector.indices.map { i in
      let slope = evaluation.gradient[i]
      return logs[i] >= middle[i] + BFGSMaximiser.reach && slope > 0
        || logs[i] <= middle[i] - BFGSMaximiser.reach && slope < 0
        ? 0 : vector[i]
    }
  }

  /// The first point along `direction` that gains enough (Armijo's rule), of ever shorter steps; nil where none does.
  private mutating func lineSearch(
    _ objective: some Objective, along direction: Direction, _ job: Job
  ) throws(Diagnostic) -> (logs: [Double], evaluation: ObjectiveValue)? {
    let gain = direction.gain
    let longest = direction.vector.map(abs).max() ?? 0
    var length = longest > 2 ? 2 / longest : 1.0
    for _ in 0..<BFGSMaximiser.mostTrials {
      let point = logs.indices.map {
        BFGSMaximiser.clamped(logs[$0] + length * direction.vector[$0], around: middle[$0])
      }
      let found = try objective.evaluate(point, job)
      evaluations += 1
      if found.value.isFinite, found.value >= evaluation.value + 1e-4 * length * gain { return (point, found) }
      // The top of the parabola through what is known, within reason.
      let drop = evaluation.value + length * gain - found.value
      let top = drop > 0 && found.value.isFinite ? length * length * gain / (2 * drop) : length / 4
      length = min(max(top, length / 10), length / 2)
    }
    return nil
  }

  /// Begins anew, with `initial` for the curvature.
  private mutating func forget(_ initial: SquareMatrix) {
    inverse = initial
    isFresh = true
  }

  /// The BFGS update of `inverse` (Nocedal & Wright 2006, equation 6.17).
  private mutating func learn(from point: [Double], _ found: ObjectiveValue) {
    defer { isFresh = false }
    let step = zip(point, logs).map { $0 - $1 }
    let change = zip(evaluation.gradient, found.gradient).map { $0 - $1 }
    let curvature = dot(step, change)
    guard curvature > 1e-12 * dot(step, step).squareRoot() * dot(change, change).squareRoot() else { return }
    if isFresh { inverse = .identity(step.count, times: curvature / dot(change, change)) }
    let turned = inverse.times(change)
    let factor = (1 + dot(change, turned) / curvature) / curvature
    for i in step.indices {
      for j in step.indices {
        inverse.rows[i][j] += factor * step[i] * step[j] - (turned[i] * step[j] + step[i] * turned[j]) / curvature
      }
    }
  }
}

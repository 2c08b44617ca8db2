internal import MemberBook
internal import Messages
internal import Numerics

/// The way up to a maximum of a log-likelihood by BFGS (Nocedal & Wright 2006, algorithm 6.1), within a box:
/// each parameter from e^−9 to e^9 times what is usual for it.
struct Climb: Sendable {
  static let edge = 9.0

  /// The middle of the box.
  let middle: [Double]
  var logs: [Double]
  var evaluation: Evaluation
  /// What BFGS has learned of −1 × the inverse of the second derivatives.
  var inverse: SquareMatrix
  var evaluations = 0
  /// Whether it stopped because there was nothing left to gain.
  var arrived = false

  /// Climbs from `start` with what is known of the curvature already, until less than about `tolerance` is left to gain.
  /// - Throws: `.interrupted`.
  init(
    _ objective: some Objective, from start: [Double], around middle: [Double], inverse known: SquareMatrix? = nil,
    tolerance: Double,
    job: Job
  ) throws(Diagnostic) {
    self.middle = middle
    logs = zip(start, middle).map(Climb.clamped)
    evaluation = try objective.evaluate(logs, job)
    evaluations = 1
    let slope = max(dot(evaluation.gradient, evaluation.gradient).squareRoot(), 1e-12)
    inverse = known ?? .identity(objective.dimension, times: 0.3 / slope)
    var isFresh = known == nil
    var idle = 0
    for _ in 0..<150 {
      let gradient = uphill
      var direction = bounded(inverse.times(gradient))
      var gain = dot(direction, gradient)
      if gain <= 0 {
        inverse = .identity(objective.dimension, times: 0.3 / slope)
        direction = bounded(inverse.times(gradient))
        gain = dot(direction, gradient)
        isFresh = true
      }
      // The Newton decrement: about twice what is left to gain.
      if !isFresh && gain < tolerance || gain < 1e-14 {
        arrived = true
        return
      }
      let longest = direction.map(abs).max() ?? 0
      var length = longest > 2 ? 2 / longest : 1.0
      var next: (logs: [Double], evaluation: Evaluation)?
      for _ in 0..<16 {
        let point = logs.indices.map { Climb.clamped(logs[$0] + length * direction[$0], around: middle[$0]) }
        let found = try objective.evaluate(point, job)
        evaluations += 1
        if found.value.isFinite, found.value >= evaluation.value + 1e-4 * length * gain {
          next = (point, found)
          break
        }
        // The top of the parabola through what is known, within reason.
        let drop = evaluation.value + length * gain - found.value
        let top = drop > 0 && found.value.isFinite ? length * length * gain / (2 * drop) : length / 4
        length = min(max(top, length / 10), length / 2)
      }
      guard let next, next.logs != logs else {
        // Rounding hides what is left, or what was learned of the curvature misleads.
        if isFresh || gain < 1e-9 * abs(evaluation.value) {
          arrived = gain < 1e-3
          return
        }
        inverse = .identity(objective.dimension, times: 0.3 / slope)
        isFresh = true
        continue
      }
      // On a plain there is no top to arrive at, only nothing more to gain.
      let rise = next.evaluation.value - evaluation.value
      idle = rise < max(10 * tolerance, 1e-12 * abs(evaluation.value)) ? idle + 1 : 0
      learn(from: next.logs, next.evaluation, isFresh: isFresh)
      isFresh = false
      (logs, evaluation) = next
      if idle == 3 {
        arrived = true
        return
      }
    }
  }

  static func clamped(_ log: Double, around middle: Double) -> Double { min(max(log, middle - edge), middle + edge) }

  func isAtEdge(_ i: Int) -> Bool { logs[i] >= middle[i] + Climb.edge || logs[i] <= middle[i] - Climb.edge }

  /// The gradient, without what leads out of the box.
  private var uphill: [Double] { bounded(evaluation.gradient) }

  private func bounded(_ vector: [Double]) -> [Double] {
    vector.indices.map { i in
      let slope = evaluation.gradient[i]
      return logs[i] >= middle[i] + Climb.edge && slope > 0 || logs[i] <= middle[i] - Climb.edge && slope < 0
        ? 0 : vector[i]
    }
  }

  private mutating func learn(from point: [Double], _ found: Evaluation, isFresh: Bool) {
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

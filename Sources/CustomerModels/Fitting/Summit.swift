internal import Glibc
internal import MemberBook
internal import Messages
internal import Numerics

/// The maximum of a log-likelihood, found from several starts: all of them climb on a sample of the data where the data
/// are many, and the best goes on from there on all of them.
struct Summit: Sendable {
  /// How many distinct summaries the starts climb on.
  static let sampleLimit = 8192

  let logs: [Double]
  let value: Double
  /// The covariance of the logarithms of the parameters, 0 for those at an edge; nil where the likelihood is flat in
  /// some direction.
  let covariance: SquareMatrix?
  let starts: [StartOutcome]
  /// How often the likelihood of all the data was computed.
  let evaluations: Int
  let arrived: Bool
  let atEdge: [Bool]

  /// The starts climb on `sample` where there is one, which is a `share` of `whole`.
  /// - Throws: `.interrupted`.
  init<Goal: Objective>(
    _ whole: Goal, sample: Goal?, share: Double, from points: [[Double]], around usual: [Double], job: Job
  ) throws(Diagnostic) {
    let ground = sample ?? whole
    let middle = usual.map { log($0) }
    var climbs: [Climb] = []
    for point in points {
      climbs.append(
        try Climb(
          ground, from: point.map { log($0) }, around: middle, tolerance: sample == nil ? 1e-7 : 1e-4, job: job)
      )
    }
    let best = climbs.indices.max { climbs[$0].evaluation.value < climbs[$1].evaluation.value } ?? 0
    var climb = climbs[best]
    starts = zip(points, climbs).map { point, climb in
      StartOutcome(
        parameters: point, logLikelihood: climb.evaluation.value,
        agrees: climbs[best].evaluation.value - climb.evaluation.value < 0.01)
    }
    var count = sample == nil ? climbs.reduce(0) { $0 + $1.evaluations } : 0
    if sample != nil {
      let known = SquareMatrix(rows: climb.inverse.rows.map { $0.map { $0 * share } })
      climb = try Climb(whole, from: climb.logs, around: middle, inverse: known, tolerance: 1e-6, job: job)
      count += climb.evaluations
    }
    // Newton's steps, with the second derivatives that the standard errors need anyway.
    let curvature = try whole.hessian(at: climb.logs, job)
    count += 2 * whole.dimension
    let edge = climb.logs.indices.map { climb.isAtEdge($0) }
    let free = climb.logs.indices.filter { !edge[$0] }
    let inverse = SquareMatrix(rows: free.map { i in free.map { -curvature[i][$0] } }).inverse
    if let inverse {
      for _ in 0..<4 {
        let step = inverse.times(free.map { climb.evaluation.gradient[$0] })
        let gain = dot(step, free.map { climb.evaluation.gradient[$0] })
        guard gain > 1e-16, gain < 1, step.allSatisfy({ abs($0) < 0.5 }) else { break }
        var point = climb.logs
        for (i, length) in zip(free, step) { point[i] = Climb.clamped(point[i] + length, around: middle[i]) }
        let found = try whole.evaluate(point, job)
        count += 1
        guard found.value >= climb.evaluation.value - 1e-12 * abs(found.value) else { break }
        (climb.logs, climb.evaluation) = (point, found)
      }
    }
    logs = climb.logs
    value = climb.evaluation.value
    arrived = climb.arrived
    evaluations = count
    atEdge = edge
    covariance = inverse.map { inverse in
      var whole = SquareMatrix.identity(edge.count, times: 0)
      for (i, row) in zip(free, inverse.rows) { for (j, value) in zip(free, row) { whole.rows[i][j] = value } }
      return whole
    }
  }
}

/// Where one of the starts led.
public struct StartOutcome: Sendable, Equatable {
  /// Where it started.
  public let parameters: [Double]
  /// Where it arrived: the log-likelihood of what the starts climbed on, which is a sample where the data are many.
  public let logLikelihood: Double
  /// Whether it arrived within 0.01 of the best.
  public let agrees: Bool
}

internal import Glibc
public import Messages

/// The maximum of an objective, found from several starting points: all of them are searched from on a sample of the data
/// where the data are many, and the best goes on from there on all of them. Newton's steps finish it, with the second
/// derivatives that the covariance needs anyway.
public struct MultistartMaximum: Sendable {
  /// Of how many rows a sample is best taken: more of them hardly tell the starts apart any better.
  public static let sampleLimit = 8192

  /// The logarithms of the parameters.
  public let logs: [Double]
  /// The objective there, of all the data.
  public let value: Double
  /// The covariance of the logarithms of the parameters, 0 for those at an edge; nil where the objective is flat in
  /// some direction.
  public let covariance: SquareMatrix?
  /// Where each of the starting points led, in their order.
  public let starts: [StartOutcome]
  /// How often the objective of all the data was computed.
  public let evaluations: Int
  /// Whether the search ended at a maximum, rather than for want of steps.
  public let converged: Bool
  /// Whether each parameter ran to the edge of what is searched: e^±9 times what is usual.
  public let atEdge: [Bool]

  /// Searches from `points` on `sample` where there is one, which is a `share` of `whole`. Points, and what is `usual`, are
  /// parameters themselves, above 0.
  /// - Throws: `.interrupted`.
  public init<Goal: Objective>(
    _ whole: Goal, sample: Goal?, share: Double, from points: [[Double]], around usual: [Double], job: Job
  ) throws(Diagnostic) {
    let middle = usual.map { log($0) }
    var searches: [BFGSMaximiser] = []
    for point in points {
      searches.append(
        try BFGSMaximiser(
          sample ?? whole, from: point.map { log($0) }, around: middle, tolerance: sample == nil ? 1e-7 : 1e-4,
          job: job))
    }
    let first = searches.indices.max { searches[$0].evaluation.value < searches[$1].evaluation.value } ?? 0
    var best = searches[first]
    starts = zip(points, searches).map { point, search in
      StartOutcome(
        parameters: point, value: search.evaluation.value,
        agrees: searches[first].evaluation.value - search.evaluation.value < 0.01)
    }
    var count = sample == nil ? searches.reduce(0) { $0 + $1.evaluations } : 0
    if sample != nil {
      let known = SquareMatrix(rows: best.inverse.rows.map { $0.map { $0 * share } })
      best = try BFGSMaximiser(whole, from: best.logs, around: middle, inverse: known, tolerance: 1e-6, job: job)
      count += best.evaluations
    }
    let curvature = try whole.hessian(at: best.logs, job)
    count += 2 * whole.dimension
    let edge = best.logs.indices.map { best.isAtEdge($0) }
    let free = best.logs.indices.filter { !edge[$0] }
    let inverse = SquareMatrix(rows: free.map { i in free.map { -curvature[i][$0] } }).inverse
    if let inverse { count += try best.takeNewtonSteps(whole, inverse, of: free, job) }
    logs = best.logs
    value = best.evaluation.value
    converged = best.converged
    evaluations = count
    atEdge = edge
    covariance = inverse.map { inverse in
      var whole = SquareMatrix.identity(edge.count, times: 0)
      for (i, row) in zip(free, inverse.rows) { for (j, value) in zip(free, row) { whole.rows[i][j] = value } }
      return whole
    }
  }
}

extension BFGSMaximiser {
  /// Up to four of Newton's steps of the parameters `free`, `inverse` being −1 × the inverse of their second derivatives,
  /// as long as they are small and do no harm. Answers how often the objective was computed.
  fileprivate mutating func takeNewtonSteps(
    _ objective: some Objective, _ inverse: SquareMatrix, of free: [Int], _ job: Job
  ) throws(Diagnostic) -> Int {
    var count = 0
    for _ in 0..<4 {
      let gradient = free.map { evaluation.gradient[$0] }
      let step = inverse.times(gradient)
      let gain = dot(step, gradient)
      guard gain > 1e-16, gain < 1, step.allSatisfy({ abs($0) < 0.5 }) else { break }
      var point = logs
      for (i, length) in zip(free, step) { point[i] = BFGSMaximiser.clamped(point[i] + length, around: middle[i]) }
      let found = try objective.evaluate(point, job)
      count += 1
      guard found.value >= evaluation.value - 1e-12 * abs(found.value) else { break }
      (logs, evaluation) = (point, found)
    }
    return count
  }
}

/// Where one of the starting points led.
public struct StartOutcome: Sendable, Equatable {
  /// The starting point: the parameters themselves.
  public let parameters: [Double]
  /// The objective where the search from it ended, of the sample where the data are many.
  public let value: Double
  /// Whether it ended within 0.01 of the best.
  public let agrees: Bool
}

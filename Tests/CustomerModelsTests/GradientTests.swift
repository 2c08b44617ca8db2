import Glibc
import MemberBook
import Numerics
import Quantities
import Testing
@testable import CustomerModels

/// The likelihoods that are climbed on.
@Suite struct GradientTests {
  private static func check(_ objective: some Objective, at points: [[Double]], within: Double = 1e-6) throws {
    let job = Job(threads: 1)
    for point in points {
      let found = try objective.evaluate(point, job)
      for i in point.indices {
        var moved = point
        moved[i] += 1e-5
        let above = try objective.evaluate(moved, job).value
        moved[i] = point[i] - 1e-5
        let below = try objective.evaluate(moved, job).value
        let slope = (above - below) / 2e-5
        #expect(abs(found.gradient[i] - slope) < within * max(1, abs(found.value)), "\(point) \(i)")
      }
    }
  }

  private static let points = [[-1.0, 1, 0.3, 0.8], [0.5, 3, -2, 1], [-2, 0.2, 1, 2], [0, 2, -9, 5]]

  @Test func `derivatives are those of the value`() throws {
    let times = try GroupedTimes(CDNOW.table())
    for first in [0.0, 1] {
      try GradientTests.check(BetaGeometricLikelihood(times: times, first: first), at: GradientTests.points)
    }
    try GradientTests.check(ParetoLikelihood(times), at: GradientTests.points)
    try GradientTests.check(NBDLikelihood(times: times), at: GradientTests.points.map { Array($0.prefix(2)) })
    let baskets = try GammaGammaLikelihood(RepeatBaskets(CDNOW.summaries()))
    try GradientTests.check(baskets, at: [[1.8, 1.3, 2.7], [0, 0.5, 4], [3, 2, 1]])
  }

  /// What the sums over chunks make of a table is the sum over its members, whatever the parameters.
  @Test func `a table's likelihood is the sum of its members'`() throws {
    let table = Drawn.betaGeometric(6000, 0.5, 3, 0.8, 2.4, first: true, days: 700)
    let times = GroupedTimes(table)
    let job = Job(threads: 2)
    for point in GradientTests.points {
      let parameters = point.map { exp($0) }
      let found: [(Double, any PurchaseModel)] = [
        (
          try BetaGeometricLikelihood(times: times, first: 0).evaluate(point, job).value,
          BGModel(parameters: parameters)
        ),
        (
          try BetaGeometricLikelihood(times: times, first: 1).evaluate(point, job).value,
          MBGModel(parameters: parameters)
        ),
        (
          try NBDLikelihood(times: times).evaluate(Array(point.prefix(2)), job).value,
          NBDModel(parameters: parameters)
        ),
        (try ParetoLikelihood(times).evaluate(point, job).value, ParetoModel(parameters: parameters)),
      ]
      for (value, model) in found {
        let sum = (0..<table.count).reduce(0) { $0 + Double(table.counts[$1]) * model.logLikelihood(table[$1]) }
        #expect(abs(value - sum) < 1e-9 * abs(sum), "\(type(of: model))")
      }
    }
  }

  @Test func `the digamma function`() {
    for (x, value) in [
      (1, -0.577215664901533), (0.1, -10.423754940411077), (2.5, 0.703156640645243), (1000, 6.907255195648812),
    ] {
      #expect(abs(digamma(x) - value) < 1e-13 * max(1, abs(value)))
    }
  }
}

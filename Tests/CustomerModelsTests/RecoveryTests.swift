import CustomerModels
import MemberBook
import Messages
import Numerics
import Quantities
import Testing

/// Fits of members drawn by each model's own story. Times are long, so that whole days are a small matter.
@Suite struct RecoveryTests {
  static let days = 7300

  @Test(arguments: [
    (ModelKind.bg, [0.6, 50.0, 0.8, 2.5]), (.mbg, [0.6, 50, 0.8, 2.5]), (.pareto, [0.6, 50, 0.7, 120]),
    (.nbd, [0.6, 50]),
  ])
  func `parameters come back within three standard errors`(_ kind: ModelKind, _ truth: [Double]) throws {
    let fit = try ModelFit(kind, to: RecoveryTests.drawn(kind, truth, members: 3000))
    #expect(fit.kind == kind)
    #expect(fit.converged)
    for (parameter, value) in zip(fit.parameters, truth) {
      let error = try #require(parameter.standardError)
      #expect(abs(parameter.value - value) < 3 * error, "\(parameter)")
      #expect(error < value)
    }
  }

  static func drawn(_ kind: ModelKind, _ truth: [Double], members: Int) -> SummaryTable {
    switch kind {
    case .bg, .mbg:
      Drawn.betaGeometric(members, truth[0], truth[1], truth[2], truth[3], first: kind == .mbg, days: days)
    case .pareto: Drawn.pareto(members, truth[0], truth[1], truth[2], truth[3], days: days)
    case .nbd: Drawn.nbd(members, truth[0], truth[1], days: days)
    }
  }

  /// With more distinct summaries than the starts climb on.
  @Test func `any number of threads finds the same bits`() throws {
    let table = Drawn.betaGeometric(14_000, 2, 60, 0.8, 6, first: true, days: RecoveryTests.days)
    #expect(table.count > 8192)
    let fits = try [1, 2, 7].map { try ModelFit(.mbg, to: table, job: Job(threads: $0)) }
    for fit in fits {
      #expect(fit.parameters == fits[0].parameters)
      #expect(fit.logLikelihood == fits[0].logLikelihood)
      #expect(fit.starts == fits[0].starts)
    }
    let baskets = RepeatBaskets(Drawn.baskets(9000, 6, 4, 15))
    let found = try [1, 2, 7].map { try BasketFit(baskets, job: Job(threads: $0)) }
    for fit in found { #expect(fit.parameters == found[0].parameters && fit.logLikelihood == found[0].logLikelihood) }
  }

  @Test func `a raised sign stops the fit`() throws {
    let table = try CDNOW.table()
    #expect { try ModelFit(.mbg, to: table, job: Job(threads: 2, isStopped: { true })) } throws: {
      ($0 as? Diagnostic)?.code == .interrupted
    }
  }

  @Test func `nobody bought twice: refused`() {
    let table = SummaryTable((0..<50).map { _ in (repeats: 0, lastDays: 0, observedDays: 100) })
    #expect { try ModelFit(.mbg, to: table) } throws: { ($0 as? Diagnostic)?.code == .noData }
  }

  /// A handful of members, all alike, has no top: it ends, and everything stays finite.
  @Test(arguments: ModelKind.allCases) func `a handful of members is fitted without harm`(_ kind: ModelKind) throws {
    let alike = (repeats: Int32(3), lastDays: Int32(90), observedDays: Int32(100))
    let often = (repeats: Int32(600), lastDays: Int32(600), observedDays: Int32(600))
    let never = (repeats: Int32(0), lastDays: Int32(0), observedDays: Int32(600))
    for rows in [
      [(repeats: 1, lastDays: 1, observedDays: 2)], [alike, alike, alike, alike], [often, never, often, never],
    ] {
      let table = SummaryTable(rows)
      let fit = try ModelFit(kind, to: table)
      #expect(fit.logLikelihood.isFinite)
      #expect(fit.parameters.allSatisfy { $0.value.isFinite && $0.value > 0 })
      #expect(fit.model.expectedOfNew(weeks: 52).isFinite)
      let drawn = fit.drawnModel(draw: 1, seed: 1).parameters
      #expect(drawn.allSatisfy { $0.isFinite })
    }
  }
}

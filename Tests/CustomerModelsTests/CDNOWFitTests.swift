import CustomerModels
import MemberBook
import Testing

/// The published fits of the CDNOW sample.
@Suite struct CDNOWFitTests {
  struct Published: Sendable {
    let kind: ModelKind
    let parameters: [Double]
    /// How far the published figures are from the top: half a printed digit where they were rounded, more where their
    /// search stopped short of it.
    let within: [Double]
    let logLikelihood: Double
  }

  static let published = [
    Published(
      kind: .bg, parameters: [0.2425945, 4.4136019, 0.7929199, 2.4258881], within: [2e-7, 1e-6, 3e-6, 2e-5],
      logLikelihood: -9582.429),
    Published(
      kind: .pareto, parameters: [0.55315, 10.57633, 0.60625, 11.67150], within: [2e-4, 2e-3, 2e-5, 3e-3],
      logLikelihood: -9594.976),
    Published(
      kind: .mbg, parameters: [0.525, 6.183, 0.891, 1.614], within: [5e-4, 5e-4, 5e-4, 5e-4],
      logLikelihood: -9582.136),
    Published(kind: .nbd, parameters: [0.3848, 12.072], within: [5e-5, 5e-4], logLikelihood: -9763.658),
  ]

  @Test func `members and repeat buyers`() throws {
    let table = try CDNOW.table()
    #expect(table.members == 2357)
    #expect(table.repeatBuyers == 946)
    #expect(table.count == 1016)
  }

  @Test(arguments: published) func `the published parameters, or better`(_ published: Published) throws {
    let table = try CDNOW.table()
    let fit = try ModelFit(published.kind, to: table)
    #expect(fit.kind == published.kind)
    #expect(fit.fallback == nil)
    #expect(fit.converged)
    #expect(fit.agreeing == fit.starts.count)
    #expect(abs(fit.logLikelihood - published.logLikelihood) < 0.0005)
    for (i, within) in published.within.enumerated() {
      #expect(abs(fit.parameters[i].value - published.parameters[i]) < within, "\(fit.parameters)")
      #expect((fit.parameters[i].standardError ?? 0) > 0)
    }
    let there = published.kind.model(published.parameters)
    let sum = (0..<table.count).reduce(0) { $0 + Double(table.counts[$1]) * there.logLikelihood(table[$1]) }
    #expect(abs(sum - published.logLikelihood) < 0.0006)
    #expect(fit.logLikelihood >= sum)
  }

  /// The figure published for BG/NBD is that of parameters a little off the top.
  @Test func `a new member's first year`() throws {
    let table = try CDNOW.table()
    #expect(try abs(ModelFit(.bg, to: table).model.expectedOfNew(weeks: 52) - 1.444004) < 1e-5)
    #expect(try abs(ModelFit(.pareto, to: table).model.expectedOfNew(weeks: 52) - 1.473434) < 5e-7)
  }

  @Test func `baskets of the repeat buyers`() throws {
    let baskets = try RepeatBaskets(CDNOW.summaries())
    #expect(baskets.count == 946)
    let fit = try BasketFit(baskets)
    #expect(fit.refusal == nil)
    #expect(abs(fit.logLikelihood - -4055.918) < 0.0005)
    for (parameter, published) in zip(fit.parameters, [6.25, 3.74, 15.44]) {
      #expect(abs(parameter.value - published) < 0.006, "\(fit.parameters)")
    }
    // The published point values are those of the exact parameters.
    for (repeats, mean, basket) in [(2.0, 22.35, 24.66), (1, 11.77, 18.91)] {
      #expect(abs(fit.model.expected(repeats: repeats, mean: mean) - basket) < 0.006)
    }
    #expect(abs(fit.model.expected(repeats: 0, mean: nil) - 35.17) < 0.02)
  }
}

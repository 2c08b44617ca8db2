import CustomerModels
import MemberBook
import Testing

/// The published fits of the CDNOW sample.
@Suite struct CDNOWFitTests {
  @Test func `members and repeat buyers`() throws {
    let table = try CDNOW.table()
    #expect(table.members == 2357)
    #expect(table.repeatBuyers == 946)
    #expect(table.count == 1016)
  }

  /// With how many units of the last printed digit each parameter may be off.
  @Test(arguments: [
    (ModelKind.bg, [0.2425945, 4.4136019, 0.7929199, 2.4258881], [1e-7, 1e-7, 1e-7, 1e-7], -9582.429),
    (.pareto, [0.55315, 10.57633, 0.60625, 11.67150], [1e-5, 1e-5, 1e-5, 1e-5], -9594.976),
    (.mbg, [0.525, 6.183, 0.891, 1.614], [1e-3, 1e-3, 1e-3, 1e-3], -9582.136),
    (.nbd, [0.3848, 12.072], [1e-4, 1e-3], -9763.658),
  ])
  func `the published parameters`(
    _ kind: ModelKind, _ parameters: [Double], _ units: [Double], _ logLikelihood: Double
  ) throws {
    let fit = try ModelFit(kind, to: CDNOW.table())
    #expect(fit.kind == kind)
    #expect(fit.fallback == nil)
    #expect(fit.converged)
    #expect(fit.agreeing == fit.starts.count)
    #expect(abs(fit.logLikelihood - logLikelihood) < 0.001)
    for (i, unit) in units.enumerated() {
      #expect(abs(fit.parameters[i].value - parameters[i]) < unit, "\(fit.parameters)")
      #expect((fit.parameters[i].standardError ?? 0) > 0)
    }
    print(fit)
  }
}

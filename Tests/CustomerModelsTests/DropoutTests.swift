import CustomerModels
import MemberBook
import Testing

/// Data that show no dropout.
@Suite struct DropoutTests {
  @Test(arguments: [ModelKind.bg, .mbg, .pareto])
  func `without dropout NBD takes the model's place, and the fit says so`(_ kind: ModelKind) throws {
    let table = Drawn.nbd(1500, 1.5, 30)
    let fit = try ModelFit(kind, to: table)
    #expect(fit.requested == kind)
    #expect(fit.kind == .nbd)
    #expect(fit.parameters.map(\.name) == ["r", "alpha"])
    let fallback = try #require(fit.fallback)
    #expect(fallback.gain <= Fallback.leastGain)
    #expect(try abs(fit.logLikelihood - ModelFit(.nbd, to: table).logLikelihood) < 1e-9)
  }
}

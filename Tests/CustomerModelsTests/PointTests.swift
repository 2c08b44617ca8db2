import CustomerModels
import Testing

/// The published point values of the models.
@Suite struct PointTests {
  static let bg = BGModel(r: 0.243, alpha: 4.414, a: 0.793, b: 2.426)
  static let pareto = ParetoModel(r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669)
  static let mbg = MBGModel(r: 0.525, alpha: 6.183, a: 0.891, b: 1.614)
  static let buyer = CustomerSummary(repeats: 2, last: 30.43, observed: 38.86)
  static let oneTime = CustomerSummary(repeats: 0, last: 0, observed: 38.86)

  @Test(arguments: [
    (bg as any PurchaseModel, 1.226028, 0.726579, 0.195098, 1), (pareto, 1.455123, 0.869168, 0.107081, 0.295287),
    (mbg, 1.262961, 0.706202, 0.154013, 0.389735),
  ])
  func `expected purchases and the chance to be alive`(
    _ model: any PurchaseModel, _ expected: Double, _ alive: Double, _ ofOneTime: Double, _ aliveOneTime: Double
  ) {
    #expect(abs(model.expected(PointTests.buyer, weeks: 39) - expected) < 5e-7)
    #expect(abs(model.alive(PointTests.buyer) - alive) < 5e-7)
    #expect(abs(model.expected(PointTests.oneTime, weeks: 39) - ofOneTime) < 5e-7)
    #expect(abs(model.alive(PointTests.oneTime) - aliveOneTime) < 5e-7)
  }
}

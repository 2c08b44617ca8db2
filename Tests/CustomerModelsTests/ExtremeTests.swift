import CustomerModels
import Testing

/// Parameters and members at the ends of their ranges, against the published formulas in 60 digits and more (mpmath).
@Suite struct ExtremeTests {
  struct Case: Sendable {
    let r, alpha, a, b: Double
    let isMBG: Bool
    let repeats, observed, weeks, expected: Double

    init(
      _ r: Double, _ alpha: Double, _ a: Double, _ b: Double, _ first: Int, _ repeats: Double, _ observed: Double,
      _ weeks: Double, _ expected: Double
    ) {
      (self.r, self.alpha, self.a, self.b, isMBG) = (r, alpha, a, b, first == 1)
      (self.repeats, self.observed, self.weeks, self.expected) = (repeats, observed, weeks, expected)
    }

    var model: any PurchaseModel {
      isMBG ? MBGModel(r: r, alpha: alpha, a: a, b: b) : BGModel(r: r, alpha: alpha, a: a, b: b)
    }
  }

  /// A thousand repeats, a + b below 1 and exactly 1, a = 1, long horizons, nearly equal rates, nearly equal dropouts.
  static let cases: [Case] = [
    Case(0.525, 6.183, 0.891, 1.614, 1, 1000, 104, 52, 395.169781396),
    Case(0.243, 4.414, 0.793, 2.426, 0, 1000, 104, 52, 408.337886786),
    Case(0.3, 5, 0.2, 0.5, 0, 0, 30, 52, 0.373767392417),
    Case(0.3, 5, 0.2, 0.5, 0, 0, 0, 520, 12.0588666312),
    Case(0.3, 5, 0.4, 0.6, 0, 0, 30, 52, 0.344997066358),
    Case(0.5, 6, 1, 2, 1, 3, 50, 52, 2.5581401348),
    Case(0.5, 6, 1, 2, 1, 0, 0, 52, 2.13553798772),
    Case(60, 300, 0.8, 2.4, 0, 12, 80, 52, 7.95066951392),
    Case(60, 300, 0.8, 2.4, 1, 400, 80, 52, 59.3495924471),
    Case(0.5, 6, 150, 900, 1, 4, 50, 52, 3.00916497435),
    Case(0.5, 6, 0.8, 2.4, 0, 0, 0, 5200, 16.9471602001),
    Case(2, 20, 5, 8, 0, 30, 100, 52, 7.13057874882),
    Case(0.05, 0.5, 0.01, 0.02, 0, 3, 100, 26, 0.787819628059),
    Case(9, 90, 0.5, 0.3, 0, 0, 0, 500, 5.78716869167),
    Case(0.5, 6, 90, 2, 1, 4, 50, 52, 1.01256439421),
    Case(300, 2000, 1, 4, 0, 10, 100, 52, 6.17891557498),
  ]

  @Test(arguments: cases) func `expected purchases of one who is alive`(_ one: Case) {
    let found = one.model.expectedIfAlive(repeats: one.repeats, observed: one.observed, weeks: one.weeks)
    #expect(abs(found / one.expected - 1) < 1e-8, "\(found)")
  }

  @Test(arguments: cases) func `more weeks never bring fewer purchases`(_ one: Case) {
    var before = 0.0
    for weeks in [0, 0.1, 1, 4, 13, 26, 52, 104, 260] {
      let found = one.model.expectedIfAlive(repeats: one.repeats, observed: one.observed, weeks: weeks)
      #expect(found.isFinite && found >= before)
      before = found
    }
  }

  @Test func `a thousand repeats leave everything finite`() {
    let often = CustomerSummary(repeats: 1000, last: 100, observed: 104)
    let gone = CustomerSummary(repeats: 1000, last: 3, observed: 520)
    for model: any PurchaseModel in [PointTests.bg, PointTests.mbg, PointTests.pareto, NBDModel(r: 0.4, alpha: 12)] {
      for member in [often, gone] {
        #expect(model.logLikelihood(member).isFinite)
        #expect((0...1).contains(model.alive(member)))
        #expect(model.expected(member, weeks: 52).isFinite)
      }
    }
  }

  struct Likelihood: Sendable {
    let parameters: [Double]
    let member: CustomerSummary
    let logLikelihood: Double
    let alive: Double

    init(_ parameters: [Double], _ member: [Double], _ logLikelihood: Double, _ alive: Double) {
      self.parameters = parameters
      self.member = CustomerSummary(repeats: member[0], last: member[1], observed: member[2])
      (self.logLikelihood, self.alive) = (logLikelihood, alive)
    }
  }

  static let likelihoods: [Likelihood] = [
    Likelihood([0.553, 10.578, 0.606, 11.669], [2, 213.0 / 7, 272.0 / 7], -9.554122824149, 0.869186154651),
    Likelihood([0.553, 10.578, 0.606, 11.669], [1000, 100, 104], 1192.758126823, 5.91540527652e-13),
    Likelihood([0.553, 10.578, 0.606, 11.669], [1000, 50, 104], 1795.232078078, 1.32090621622e-274),
    Likelihood([0.553, 10.578, 0.606, 11.669], [0, 0, 272.0 / 7], -0.5210368564102, 0.295303374266),
    Likelihood([2, 900, 0.5, 3], [4, 20, 60], -23.76096990264, 0.565180712658),
    Likelihood([2, 3, 0.5, 900], [4, 20, 60], -17.18255136319, 0.484901289478),
    Likelihood([0.1, 0.2, 0.01, 5000], [30, 90, 100], -69.49382751751, 0.999862643907),
    Likelihood([3, 20, 40, 2000], [12, 90, 104], -40.2176424879, 0.533106135589),
    Likelihood([0.5, 7, 0.6, 7], [3, 10, 30], -10.55335616512, 0.227115301726),
  ]

  @Test(arguments: likelihoods) func `Pareto by its published form`(_ one: Likelihood) {
    let model = ParetoModel(parameters: one.parameters)
    let within = 1e-9 * max(1, abs(one.logLikelihood))
    #expect(abs(model.logLikelihood(one.member) - one.logLikelihood) < within)
    #expect(abs(model.alive(one.member) / one.alive - 1) < 1e-8)
  }
}

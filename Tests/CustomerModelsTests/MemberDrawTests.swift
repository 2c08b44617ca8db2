import CustomerModels
import Testing

/// Draws of what members may be like.
@Suite struct MemberDrawTests {
  static let count = 20_000

  /// What a drawn member may be expected to buy averages to what the model expects.
  @Test(arguments: [PointTests.bg as any PurchaseModel, PointTests.mbg, PointTests.pareto, NBDModel(r: 0.4, alpha: 12)])
  func `draws average to the closed form`(_ model: any PurchaseModel) {
    for member in [PointTests.buyer, PointTests.oneTime] {
      var alive = 0
      var (sum, squares) = (0.0, 0.0)
      for draw in 0..<MemberDrawTests.count {
        let drawn = model.draw(member, key: 77, draw: UInt32(draw), seed: 1)
        if drawn.isAlive { alive += 1 }
        let expected = MemberDrawTests.expected(drawn, weeks: 39)
        sum += expected
        squares += expected * expected
      }
      let n = Double(MemberDrawTests.count)
      let chance = model.alive(member)
      #expect(abs(Double(alive) / n - chance) <= 4 * (chance * (1 - chance) / n).squareRoot())
      let error = ((squares / n - sum / n * sum / n) / n).squareRoot()
      #expect(abs(sum / n - model.expected(member, weeks: 39)) < 4 * error, "\(type(of: model))")
    }
  }

  private static func expected(_ member: MemberDraw, weeks: Double) -> Double {
    guard let rate = member.rate, let dropout = member.dropout else { return 0 }
    switch dropout {
    case .afterPurchase(let p): return (1 - exponential(-rate * p * weeks)) / p
    case .perWeek(let mu): return rate / mu * (1 - exponential(-mu * weeks))
    case .never: return rate * weeks
    }
  }

  @Test func `baskets average to the closed form`() {
    let model = GammaGammaModel(p: 6.25, q: 3.74, gamma: 15.44)
    for (repeats, mean) in [(2.0, 22.35), (0, 0)] {
      let sum = (0..<MemberDrawTests.count).reduce(0.0) {
        $0 + model.drawMeanBasket(repeats: repeats, mean: mean, key: 5, draw: UInt32($1), seed: 2)
      }
      let found = sum / Double(MemberDrawTests.count)
      #expect(abs(found / model.expected(repeats: repeats, mean: mean) - 1) < 0.02)
    }
  }

  @Test func `a draw is the same in any order, and another seed, member or draw gives another`() {
    let draw = { (key: UInt64, draw: UInt32, seed: UInt32) in
      PointTests.mbg.draw(CustomerSummary(repeats: 9, last: 50, observed: 51), key: key, draw: draw, seed: seed)
    }
    #expect(draw(1, 2, 3) == draw(1, 2, 3))
    #expect(draw(1, 2, 3) != draw(2, 2, 3))
    #expect(draw(1, 2, 3) != draw(1, 3, 3))
    #expect(draw(1, 2, 3) != draw(1, 2, 4))
  }

  @Test func `drawn parameters spread as their standard errors say`() throws {
    let fit = try ModelFit(.mbg, to: CDNOW.table())
    let drawn = (0..<4000).map { fit.drawnModel(draw: UInt32($0), seed: 1).parameters.map(logarithm) }
    for (i, parameter) in fit.parameters.enumerated() {
      let values = drawn.map { $0[i] }
      let mean = values.reduce(0, +) / 4000
      let deviation = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4000).squareRoot()
      let error = try #require(parameter.standardError)
      let stated = error / parameter.value
      #expect(abs(mean - logarithm(parameter.value)) < 4 * stated / 63)
      #expect(abs(deviation / stated - 1) < 0.05)
    }
  }
}

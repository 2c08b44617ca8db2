import Programme
import Testing
@testable import Planning

/// Events whose ranges are drawn from.
@Suite struct DrawTests {
  private static let margin = Spread.uniform(SmallStore.percent(30), SmallStore.percent(40))

  @Test func `means agree with the closed form within three standard errors`() throws {
    let plan = try SmallStore.plan(PlanTests.ranges, margin: DrawTests.margin, draws: 20_000)
    let terms = plan.terms
    let basket = plan.guests.guests.map(\.basket).reduce(0, +) / 5
    let attended = 5 * terms.accept.mean * terms.attend.mean
    let sales = attended * terms.buy.mean * terms.basket.mean * basket
    let anyway = attended * (terms.usual?.mean ?? 0) * basket
    let cost = 15_000 + 750 * attended + 0.05 * sales
    let gross = terms.margin.mean * (sales - anyway) * (1 - terms.borrow.mean)
    let expected: [(KeyPath<EventFigures, Double>, Double)] = [
      (\.accepted, 5 * terms.accept.mean), (\.attended, attended), (\.buyers, attended * terms.buy.mean),
      (\.revenue, sales * 0.95), (\.cost, cost), (\.gross, gross), (\.incrementalMargin, gross - cost),
    ]
    for (figure, value) in expected {
      let drawn = plan.draws.map { $0[keyPath: figure] }
      let mean = plan.sample(figure).mean
      let variance = drawn.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(drawn.count - 1)
      #expect(abs(mean - value) < 3 * (variance / Double(drawn.count)).squareRoot(), "\(figure)")
    }
  }

  @Test func `P10 ≤ P50 ≤ P90, and they part a sample as they should`() throws {
    let plan = try SmallStore.plan(PlanTests.ranges, margin: DrawTests.margin)
    for figure: KeyPath<EventFigures, Double> in [\.revenue, \.cost, \.incrementalMargin, \.attended] {
      let sample = plan.sample(figure)
      #expect(sample.p10 <= sample.p50 && sample.p50 <= sample.p90)
      #expect(plan.draws.count { $0[keyPath: figure] < sample.p10 } == 100)
      #expect(plan.draws.count { $0[keyPath: figure] > sample.p90 } == 100)
    }
    #expect(Sample([3, 1, 2]).quantile(0.25) == 1.5)
  }

  @Test func `the seed decides, and draw n is the same whatever the number of draws`() throws {
    let one = try SmallStore.plan(PlanTests.ranges, draws: 200, seed: 7)
    #expect(try SmallStore.plan(PlanTests.ranges, draws: 200, seed: 7).draws == one.draws)
    #expect(try SmallStore.plan(PlanTests.ranges, draws: 50, seed: 7).draws == Array(one.draws.prefix(50)))
    #expect(try SmallStore.plan(PlanTests.ranges, draws: 200, seed: 8).draws != one.draws)
  }

  @Test func `a range more leaves the luck of the others alone`() throws {
    let one = try SmallStore.plan(PlanTests.ranges)
    let two = try SmallStore.plan("cost 乐队 = 10..90\n" + PlanTests.ranges)
    #expect(one.draws.map(\.revenue) == two.draws.map(\.revenue))
    #expect(one.draws.map { $0.charges[0] } == two.draws.map { $0.charges[1] })
  }
}

import Programme
import Quantities
import Testing

/// What a range says when it is read, printed, averaged and drawn from.
@Suite struct SpreadTests {
  private static let rates: [Spread<Percent>] = [
    .fixed(percent(35)), .uniform(percent(35), percent(50)), .triangular(percent(30), mode: percent(35), percent(60)),
    .normal(mean: percent(40), deviation: percent(5)), .normal(mean: percent(2), deviation: percent(10)),
    .beta(Ratio(4), Ratio(6)), .beta(Ratio(1, over: 2) ?? .one, Ratio(3)),
  ]

  private static func percent(_ value: Int64) -> Percent { Percent(fraction: Ratio(value, over: 100) ?? .zero) }

  @Test(arguments: rates) func `mean and variance agree with a fine grid of draws`(spread: Spread<Percent>) {
    let cells = 20_000
    let values = (0..<cells).map { spread.quantile((Double($0) + 0.5) / Double(cells)) }
    let mean = values.reduce(0, +) / Double(cells)
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(cells)
    #expect(abs(mean - spread.mean) < 1e-5)
    #expect(abs(variance - spread.variance) < 1e-5)
    #expect(values.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `quantiles agree with published tables`() {
    let bell = Spread<Money>.normal(mean: .zero, deviation: Money(minor: 100))
    #expect(abs(bell.quantile(0.975) - 1.959963984540054) < 1e-13)
    #expect(abs(bell.quantile(1e-10) + 6.361340902404056) < 1e-11)
    // beta(2, 2) below x is 3x² − 2x³, and beta(1, b) below x is 1 − (1 − x)^b.
    let even = Spread<Percent>.beta(Ratio(2), Ratio(2)).quantile(0.3)
    #expect(abs(3 * even * even - 2 * even * even * even - 0.3) < 1e-13)
    #expect(abs(Spread<Percent>.beta(.one, Ratio(2)).quantile(0.75) - 0.5) < 1e-13)
  }

  @Test func `a range of one value is that value`() {
    #expect(Spread.uniform(Money(minor: 5), Money(minor: 5)).value == Money(minor: 5))
    #expect(Spread.uniform(Money(minor: 5), Money(minor: 6)).value == nil)
  }
}

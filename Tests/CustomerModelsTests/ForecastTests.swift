import CustomerModels
import MemberBook
import Numerics
import Quantities
import Testing

/// Forecasts of all members at once, and discounting.
@Suite struct ForecastTests {
  @Test(arguments: [PointTests.bg as any PurchaseModel, PointTests.mbg, PointTests.pareto, NBDModel(r: 0.4, alpha: 12)])
  func `all members' forecasts are those of each`(_ model: any PurchaseModel) throws {
    let members = try CDNOW.summaries()
    let year = ForecastHorizon(weeks: 52, annualRate: 0.15)
    let forecasts = try MemberForecasts(model, of: members, year, job: Job(threads: 2))
    for member in stride(from: 0, to: members.count, by: 37) {
      let summary = try #require(members[member])
      #expect(abs(forecasts.alive[member] - model.alive(summary)) < 1e-12)
      #expect(abs(forecasts.expected[member] - model.expected(summary, weeks: 52)) < 1e-12)
      #expect(abs(forecasts.discounted[member] - model.discounted(summary, year)) < 1e-12)
    }
    #expect(try MemberForecasts(model, of: members, year, job: Job(threads: 7)) == forecasts)
  }

  @Test func `a member's value is purchases times basket`() throws {
    let members = try CDNOW.summaries()
    let baskets = try BasketFit(RepeatBaskets(members)).model
    let forecasts = try MemberForecasts(PointTests.mbg, of: members, ForecastHorizon(weeks: 52, annualRate: 0.1))
    let values = forecasts.values(baskets, of: members)
    for member in [0, 100, 2000] {
      let summary = try #require(members[member])
      let basket = baskets.expected(repeats: summary.repeats, mean: members.repeatBasket(of: member))
      #expect(values[member] == forecasts.discounted[member] * basket)
      #expect(values[member] > 0)
    }
  }

  @Test func `a discounted sum by hand`() {
    let model = NBDModel(r: 2, alpha: 10)
    // 0.2 a week for two weeks and a half, at 10 % a year.
    let found = model.discounted(.new, ForecastHorizon(weeks: 2.5, annualRate: 0.1))
    let week = { (days: Double) in exponential(-logarithm(1.1) * days / 365) }
    #expect(abs(found - (0.2 * week(7) + 0.2 * week(14) + 0.1 * week(17.5))) < 1e-14)
    #expect(abs(model.discounted(.new, ForecastHorizon(weeks: 2.5, annualRate: 0)) - 0.5) < 1e-14)
  }
}

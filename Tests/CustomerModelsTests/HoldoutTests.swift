import CustomerModels
import MemberBook
import Messages
import Quantities
import Testing

/// The 39 weeks of CDNOW after the calibration.
@Suite struct HoldoutTests {
  static let end = Day(year: 1998, month: 6, day: 30) ?? .distantPast

  @Test func `mean purchases by calibration frequency, as published`() throws {
    let book = try CDNOW.book()
    let members = try CDNOW.summaries()
    let holdout = try HoldoutData(book, after: members, through: HoldoutTests.end)
    let fit = try ModelFit(.bg, to: members.table)
    let report = try HoldoutReport(fit.model, members, holdout)
    let published: [(members: Int, actual: Double, model: Double)] = [
      (1411, 0.237, 0.225), (439, 0.697, 0.523), (214, 1.393, 1.044), (100, 1.560, 1.520), (62, 2.532, 2.164),
      (38, 2.947, 2.654), (29, 3.862, 3.504), (64, 6.359, 6.157),
    ]
    #expect(report.bins.count == published.count)
    for (bin, published) in zip(report.bins, published) {
      #expect(bin.members == published.members)
      #expect(abs((bin.actual ?? .nan) - published.actual) < 0.0006, "\(bin)")
      #expect(abs((bin.model ?? .nan) - published.model) < 0.0006, "\(bin)")
    }
  }

  @Test func `periods add up to the whole`() throws {
    let book = try CDNOW.book()
    let members = try CDNOW.summaries()
    let model = PointTests.mbg
    for step in HoldoutStep.allCases {
      let holdout = try HoldoutData(book, after: members, through: HoldoutTests.end, by: step)
      let report = try HoldoutReport(model, members, holdout)
      #expect(report.periods.count == (step == .week ? 39 : 9))
      #expect(report.periods.first?.days.first == CDNOW.calibration + 1)
      #expect(report.periods.last?.days.last == HoldoutTests.end)
      #expect(report.periods.reduce(0) { $0 + $1.actual } == report.actual)
      #expect(abs(report.periods.reduce(0) { $0 + $1.model } - report.model.total) < 1e-6)
      #expect(abs(report.periods.reduce(0) { $0 + $1.sameRate } - report.sameRate.total) < 1e-6)
      #expect(Double(report.periods.reduce(0) { $0 + $1.samePeriod }) == report.samePeriod.total)
      #expect(report.bins.reduce(0) { $0 + $1.members } == report.members)
    }
  }

  @Test func `the model beats both naive forecasts where it is judged`() throws {
    let members = try CDNOW.summaries()
    let holdout = try HoldoutData(CDNOW.book(), after: members, through: HoldoutTests.end)
    let report = try HoldoutReport(ModelFit(.mbg, to: members.table).model, members, holdout)
    #expect(report.model.rmse < report.sameRate.rmse)
    #expect(report.model.rmse < report.samePeriod.rmse)
    let far = { (score: ForecastScore) in abs((score.tracking ?? .nan) - 1) }
    #expect(far(report.model) < far(report.sameRate))
    #expect(far(report.model) < far(report.samePeriod))
  }

  /// 甲 buys on days 0, 1, 9 and 12, 乙 on 9 and 19, 丙 first on 15, after the calibration on day 10.
  @Test func `what counts before and after, by hand`() throws {
    var builder = BookBuilder()
    let first = SummaryTests.first
    for (member, days) in [("甲", [0, 1, 9, 12]), ("乙", [9, 19]), ("丙", [15])] {
      for day in days { try builder.append(member: member, day: first + day, amount: 100) }
    }
    let book = try builder.finish()
    let members = try MemberSummaries(book, through: first + 10)
    // Ten days on: a week and three days; ten days back: from day 1.
    let holdout = try HoldoutData(book, after: members, through: first + 20)
    #expect(holdout.ends == [first + 17, first + 20])
    #expect(holdout.actual == [1, 1])
    #expect(holdout.periodsBefore == [1, 2])
    let order = ["甲", "乙", "丙"].compactMap { book.members.member(withID: $0) }
    #expect(order.map { holdout.purchases[$0] } == [1, 1, 0])
    #expect(order.map { holdout.before[$0] } == [2, 1, 0])
    let report = try HoldoutReport(NBDModel(r: 1, alpha: 10), members, holdout)
    #expect(report.members == 2)
    #expect(report.actual == 2)
    // 甲 goes on at 2 repeats in 10 days, 乙 at none.
    #expect(abs(report.sameRate.total - 2) < 1e-12)
    #expect(report.samePeriod.total == 3)
    #expect(abs(report.samePeriod.rmse - 0.5.squareRoot()) < 1e-12)
    #expect(report.samePeriod.mae == 0.5)
  }

  @Test func `no days left is refused`() throws {
    let members = try CDNOW.summaries()
    #expect(throws: Diagnostic.self) {
      try HoldoutData(CDNOW.book(), after: members, through: CDNOW.calibration)
    }
  }
}

import CustomerModels
import MemberBook
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

  @Test func `no days left is refused`() throws {
    let members = try CDNOW.summaries()
    #expect(throws: Diagnostic.self) {
      try HoldoutData(CDNOW.book(), after: members, through: CDNOW.calibration)
    }
  }
}

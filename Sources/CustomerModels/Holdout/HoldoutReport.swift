import MemberBook
public import Messages
public import Numerics

/// How a model's forecast of the days after the calibration came out, beside two naive ones.
public struct HoldoutReport: Sendable, Equatable {
  /// How the model fared.
  public let model: ForecastScore
  /// Everyone goes on at the rate so far: repeats ÷ time observed.
  public let sameRate: ForecastScore
  /// Everyone buys as often as in as many days before the calibration day, the first purchase included.
  public let samePeriod: ForecastScore
  /// Those who had bought by the calibration day.
  public let members: Int
  /// Purchase days in all, of members who had bought by the calibration day.
  public let actual: Int
  /// Week by week or month by month.
  public let periods: [TrackedPeriod]
  /// By purchases in the calibration period.
  public let bins: [FrequencyBin]

  /// The last bin holds members with `lastBin` repeats and more.
  /// - Throws: `.interrupted`.
  public init(
    _ model: some PurchaseModel, _ members: MemberSummaries, _ holdout: HoldoutData, lastBin: Int = 7,
    job: Job = .unattended
  ) throws(Diagnostic) {
    let forecast = try MemberForecasts(
      model, of: members, ForecastHorizon(weeks: holdout.weeks, annualRate: 0), job: job)
    var modelErrors = ForecastErrors()
    var rateErrors = ForecastErrors()
    var periodErrors = ForecastErrors()
    var bins = (0...max(lastBin, 0)).map { FrequencyBin(repeats: $0, isOpen: $0 == max(lastBin, 0)) }
    for member in 0..<members.count {
      guard let summary = members[member] else { continue }
      let actual = Double(holdout.purchases[member])
      let rate = summary.observed > 0 ? summary.repeats / summary.observed * holdout.weeks : 0
      let before = Double(holdout.before[member])
      modelErrors.add(forecast.expected[member], actual)
      rateErrors.add(rate, actual)
      periodErrors.add(before, actual)
      bins[min(Int(members.repeats[member]), bins.count - 1)].add(
        actual: actual, model: forecast.expected[member], sameRate: rate, samePeriod: before)
    }
    self.model = modelErrors.score
    sameRate = rateErrors.score
    samePeriod = periodErrors.score
    self.members = modelErrors.count
    actual = holdout.actual.reduce(0, +)
    self.bins = bins
    periods = try TrackedPeriod.all(of: holdout, model, members, sameRate: rateErrors.predicted, job: job)
  }
}

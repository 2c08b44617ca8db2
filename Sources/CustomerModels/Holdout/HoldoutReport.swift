public import MemberBook
public import Quantities

/// How a model's forecast of the days after the calibration came out, beside two naive ones.
public struct HoldoutReport: Sendable, Equatable {
  public let model: ForecastScore
  /// Everyone goes on at the rate so far: repeats ÷ time observed.
  public let sameRate: ForecastScore
  /// Everyone buys as often as in as many days before the calibration day, the first purchase included.
  public let samePeriod: ForecastScore
  public let members: Int
  /// Purchase days in all, of members who had bought by the calibration day.
  public let actual: Int
  public let periods: [TrackedPeriod]
  public let bins: [FrequencyBin]

  /// The last bin holds members with `lastBin` repeats and more.
  /// - Throws: `.interrupted`.
  public init(
    _ model: some PurchaseModel, _ members: MemberSummaries, _ holdout: HoldoutData, lastBin: Int = 7,
    workers: Workers = Workers()
  ) throws(Diagnostic) {
    let forecast = try MemberForecasts(
      model, of: members, Discounting(weeks: holdout.weeks, annualRate: 0), workers: workers)
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
    periods = try TrackedPeriod.all(model, members, holdout, rateErrors.predicted, workers)
  }
}

/// How far a forecast was from what happened.
public struct ForecastScore: Sendable, Equatable {
  /// Purchase days forecast in all.
  public let total: Double
  /// Forecast ÷ actual, 1 at best; nil where nothing happened.
  public let tracking: Double?
  /// Root mean squared error a member.
  public let rmse: Double
  /// Mean absolute error a member. Forecasting 0 for everyone often has the lowest: it does not rank forecasts.
  public let mae: Double
}

/// Members with the same number of repeats by the calibration day, and the means of their purchase days after it.
public struct FrequencyBin: Sendable, Equatable {
  public let repeats: Int
  /// Whether those with more repeats are in it, too.
  public let isOpen: Bool
  public private(set) var members = 0
  private var sums = (actual: 0.0, model: 0.0, sameRate: 0.0, samePeriod: 0.0)

  init(repeats: Int, isOpen: Bool) {
    self.repeats = repeats
    self.isOpen = isOpen
  }

  /// Nil where nobody is in it.
  public var actual: Double? { mean(sums.actual) }
  public var model: Double? { mean(sums.model) }
  public var sameRate: Double? { mean(sums.sameRate) }
  public var samePeriod: Double? { mean(sums.samePeriod) }

  private func mean(_ sum: Double) -> Double? { members > 0 ? sum / Double(members) : nil }

  mutating func add(actual: Double, model: Double, sameRate: Double, samePeriod: Double) {
    members += 1
    sums.actual += actual
    sums.model += model
    sums.sameRate += sameRate
    sums.samePeriod += samePeriod
  }

  public static func == (one: FrequencyBin, other: FrequencyBin) -> Bool {
    one.repeats == other.repeats && one.members == other.members && one.sums == other.sums
  }
}

/// The running sums of a forecast's errors.
private struct ForecastErrors {
  var count = 0
  var predicted = 0.0
  private var actual = 0.0
  private var squares = 0.0
  private var sizes = 0.0

  mutating func add(_ forecast: Double, _ happened: Double) {
    count += 1
    predicted += forecast
    actual += happened
    squares += (forecast - happened) * (forecast - happened)
    sizes += abs(forecast - happened)
  }

  var score: ForecastScore {
    let n = Double(max(count, 1))
    return ForecastScore(
      total: predicted, tracking: actual > 0 ? predicted / actual : nil, rmse: (squares / n).squareRoot(),
      mae: sizes / n)
  }
}

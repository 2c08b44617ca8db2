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

/// The running sums of a forecast's errors.
struct ForecastErrors {
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

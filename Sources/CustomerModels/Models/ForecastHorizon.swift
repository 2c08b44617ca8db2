internal import Glibc

/// A horizon over which future purchases are counted, worth less the later they come: those of each week by
/// (1 + rate)^−(days to the week's end ÷ 365).
public struct ForecastHorizon: Sendable, Equatable {
  /// How far ahead it reaches, 0 or more.
  public let weeks: Double
  /// A share a year, 0 or more; 0 discounts nothing.
  public let annualRate: Double

  /// What is below zero is taken as 0.
  public init(weeks: Double, annualRate: Double) {
    self.weeks = max(0, weeks)
    self.annualRate = max(0, annualRate)
  }

  /// The discounted sum of purchases of which `expected` come within each number of weeks.
  func sum(_ expected: (_ weeks: Double) -> Double) -> Double {
    guard annualRate > 0 else { return expected(weeks) }
    let perWeek = -log1p(annualRate) * 7 / 365
    var sum = 0.0
    var before = 0.0
    var week = 0.0
    while week < weeks {
      week = min(week + 1, weeks)
      let until = expected(week)
      sum += (until - before) * exp(perWeek * week)
      before = until
    }
    return sum
  }
}

extension PurchaseModel {
  /// Expected purchase days within the horizon, discounted, of a member who is certainly alive.
  public func discountedIfAlive(repeats: Double, observed: Double, _ discounting: ForecastHorizon) -> Double {
    discounting.sum { expectedIfAlive(repeats: repeats, observed: observed, weeks: $0) }
  }

  /// Expected purchase days within the horizon, discounted. Times the expected basket it is the member's future value.
  public func discounted(_ member: CustomerSummary, _ discounting: ForecastHorizon) -> Double {
    alive(member) * discountedIfAlive(repeats: member.repeats, observed: member.observed, discounting)
  }
}

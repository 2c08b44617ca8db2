public import Quantities

/// What is true of the demo boutique: every value that its data are drawn from, so that an estimate made from the data
/// can be held against it. Chances are in thousandths, factors in percent, prices in yuan.
public struct DemoTruth: Sendable {
  /// 2024-01-01 and 2025-12-31, the first and the last day of the data.
  public let firstDay = Day(number: 19_723)
  /// The last day of the data.
  public let lastDay = Day(number: 20_453)

  /// Visits per week of a member are Gamma(r, α): Poisson, in a time that runs with `DemoCalendar`'s weights, which are 1
  /// on average. With r = 1/2 most come 1 to 4 times a year and a few every week.
  public let r = 0.5
  /// The scale of the visits, in weeks.
  public let alpha = 3.0
  /// The chance to leave for good after any visit, the first too, is Beta(a, b) across members. Visits and leaving
  /// together are the MBG/NBD model.
  public let a = 1
  /// The other shape of the chance to leave.
  public let b = 14

  /// A member's purse multiplies the prices of what they buy: 1 on average, (q − 1) ÷ Gamma(q, 1), never above `purseLimit`,
  /// and independent of how often they come. (Gamma-Gamma's spread between members, with a shape of baskets its own.)
  public let q = 6
  let purseLimit = 4.0

  /// Members who joined before the data begin, in the `foundingDays` before; their first visit in the data lies in its
  /// first weeks.
  public let founders = 500
  let foundingDays = 1_826
  let foundersFirstWeeks = 26
  /// The others join on the day of their first visit, but for these, who join up to 30 days before it.
  public let joiningEarly = 250

  /// Visits to the member's home store. The rest spread over all stores by their shares.
  public let loyalToStore = 850
  /// Receipts at the home store that are the member's own advisor's; the rest are served by any, all alike.
  public let loyalToAdvisor = 700
  /// Receipts without a card: for each member two chances of this size, whenever and wherever people buy.
  public let walkIn = 400

  /// Receipts outside sales weeks that have `counterDiscount` percent taken off.
  public let counterDiscounted = 80
  /// What is taken off those receipts, in percent.
  public let counterDiscount = 10
  /// A return takes back one line, so many days later at most; it is not in the data where they end before.
  public let returnDays = 14
  /// Members whose birthday is not known, and those of whom the year is not.
  public let birthdayUnknown = 80
  /// Of those whose birthday is known, those of whom the year is not.
  public let birthYearUnknown = 120

  /// How busy a month is, from January, and a weekday, from Monday.
  public let months = [110, 85, 95, 95, 100, 100, 80, 80, 100, 110, 125, 120]
  /// How busy a weekday is, from Monday.
  public let weekdays = [80, 75, 80, 85, 110, 150, 140]

  /// The boutique's stores.
  public let stores = DemoStore.all
  /// What it sells.
  public let categories = DemoCategory.all
  /// The holidays people buy for.
  public let holidays = DemoHoliday.all

  /// There is one truth.
  public init() {}
}

/// The seasons that goods and prices follow: spring from March, summer from June, autumn from September, winter from
/// November, for coats are sold before it is cold.
public enum DemoSeason: Int, CaseIterable, Sendable {
  case spring, summer, autumn, winter

  /// `month` is 1...12.
  init(month: Int) {
    switch month {
    case 3...5: self = .spring
    case 6...8: self = .summer
    case 9, 10: self = .autumn
    default: self = .winter
    }
  }
}

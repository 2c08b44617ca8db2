public import MemberBook
import Programme
public import Quantities

/// What each member bought in the 12 months that end on the as-of date: what guests are ranked and judged by.
public struct PastYear: Sendable {
  public let days: DayRange
  /// How many days of the asked weekday lie in `days`; 0 where the data are shorter than a week.
  public let weekdays: Int
  private let members: [Figures]

  /// One member's year.
  public struct Figures: Sendable, Equatable {
    /// Net paid in minor units, returns included.
    public var spend: Int64 = 0
    /// Receipts of 0 or more.
    public var purchases: Int64 = 0
    /// Days on which the net of the day's receipts is above 0.
    public var visits: Int64 = 0
    /// Such days that fall on the asked weekday.
    public var weekdayVisits: Int64 = 0
  }

  /// `weekday` is the day that chances of buying are asked for.
  public init(_ book: Book, asOf: Day, weekday: Weekday) {
    let days = DayRange(yearTo: asOf, of: book)
    self.days = days
    let first = (0..<min(7, days.count)).first { (days.first + $0).weekday == weekday }
    weekdays = first.map { (days.count - $0 + 6) / 7 } ?? 0
    members = (0..<book.members.count).map { Figures(book.purchases, of: $0, in: days, weekday: weekday) }
  }

  public subscript(member: Int) -> Figures { members[member] }

  /// The chance that `member` buys on a day of the asked weekday: the share of such days that they bought on.
  public func chance(of member: Int) -> Double {
    let figures = members[member]
    return weekdays == 0
      ? Double(figures.visits) / Double(days.count) : Double(figures.weekdayVisits) / Double(weekdays)
  }
}

extension DayRange {
  /// The 12 months that end on `asOf`, or as much of them as the data reach back.
  init(yearTo asOf: Day, of book: Book) {
    let start = (asOf - .months(12)) + 1
    self = DayRange(max(start, book.firstDay), asOf) ?? DayRange(start, asOf) ?? DayRange(asOf)
  }
}

extension PastYear.Figures {
  init(_ purchases: Purchases, of member: Int, in days: DayRange?, weekday: Weekday) {
    var day: Day?
    var net: Int64 = 0
    func closeDay(_ figures: inout PastYear.Figures) {
      guard let day, net > 0 else { return }
      figures.visits += 1
      if day.weekday == weekday { figures.weekdayVisits += 1 }
    }
    for receipt in purchases.range(of: member) {
      let date = purchases.day(receipt)
      guard days?.contains(date) ?? true else { continue }
      if date != day {
        closeDay(&self)
        (day, net) = (date, 0)
      }
      let amount = purchases.amount[receipt]
      net += amount
      spend += amount
      if amount >= 0 { self.purchases += 1 }
    }
    closeDay(&self)
  }

  /// Spend per purchase in minor units; nil without a purchase, and never below 0.
  public var basket: Ratio? { purchases == 0 ? nil : Ratio(max(spend, 0), over: purchases) }

  /// What `measure` counts, for ranking.
  func value(of measure: Audience.Measure) -> Ratio {
    switch measure {
    case .spend: Ratio(spend)
    case .visits: Ratio(visits)
    case .purchases: Ratio(purchases)
    case .basket: basket ?? .zero
    }
  }
}

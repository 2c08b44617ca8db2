public import Messages
public import Numerics
public import Quantities

/// Where the data have purchases, receipts of net 0 or more with or without a member, by month and by store. Days that
/// `StrayDates` finds far from the rest are left out, with what was bought on them.
public struct Coverage: Sendable, Equatable {
  /// A month of the data.
  public struct Month: Sendable, Equatable {
    /// The first of the month.
    public let first: Day
    /// Receipts of net 0 or more.
    public internal(set) var purchases = 0
    /// Days within the data, and those of them with a purchase.
    public internal(set) var days = 0
    /// Of `days`, those with a purchase.
    public internal(set) var daysWithPurchases = 0
    /// Whether the data have all of its days.
    public internal(set) var isWhole = true
    /// Whether it is whole and has less than 30 % of the median of the whole months, of which there are at least three.
    public internal(set) var isThin = false
  }

  /// A store of the data.
  public struct Store: Sendable, Equatable {
    /// Its code; nil where stores are not given.
    public let code: Int?
    /// The day of its first purchase.
    public let first: Day
    /// The day of its last one.
    public let last: Day
    /// Receipts of net 0 or more.
    public let purchases: Int
    /// Purchases by month, from the month of the first of them to that of the last.
    public let byMonth: [Int]

    /// Months without a purchase, each run as its first day and the last.
    public var gaps: [DayRange] {
      var gaps: [DayRange] = []
      var month = first.firstOfMonth
      for count in byMonth {
        if count == 0 {
          if let last = gaps.last, last.last + 1 == month, let longer = DayRange(last.first, month.firstOfNextMonth - 1)
          {
            gaps[gaps.count - 1] = longer
          } else if let gap = DayRange(month, month.firstOfNextMonth - 1) {
            gaps.append(gap)
          }
        }
        month = month.firstOfNextMonth
      }
      return gaps
    }

    /// Months between its first and its last without a purchase.
    public var emptyMonths: Int { byMonth.count { $0 == 0 } }

    /// Empty months of a store that is not sparse: the median of its other months is at least 5 purchases, so that a month
    /// without any is not mere chance.
    public var unlikelyEmptyMonths: Int {
      let others = byMonth.filter { $0 > 0 }.sorted()
      return others.isEmpty || others[(others.count - 1) / 2] < 5 ? 0 : emptyMonths
    }
  }

  /// From the first purchase to the last.
  public let range: DayRange
  /// Every month of the range, in order.
  public let months: [Month]
  /// In the order of their codes.
  public let stores: [Store]
  /// The median of purchases in whole months; nil where there are fewer than three.
  public let usual: Int?
  /// Days of `range` without a purchase, and the longest run of them.
  public let daysWithout: Int
  /// The longest run of days without a purchase; nil where every day has one.
  public let longestWithout: DayRange?

  /// Looks through all receipts of `book`.
  /// - Throws: `.interrupted`.
  public init(of book: Book, job: Job = .unattended) throws(Diagnostic) {
    range = try StrayDates(in: book, job).bulk
    var calendar = MonthCalendar(range, book.purchases.epoch)
    let tally = try CoverageTally(of: book, calendar, job)
    (daysWithout, longestWithout) = calendar.fill(from: tally.byDay)
    usual = calendar.markThin()
    months = calendar.months
    stores = tally.stores(calendar, epoch: book.purchases.epoch, isGiven: !book.purchases.store.isEmpty)
  }
}

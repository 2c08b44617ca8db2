import CustomerModels
public import MemberBook
public import Quantities
import Simulation

/// What each member did who bought in a range of days, and what the customer model expects of them.
public struct MemberFigures {
  /// The number of the member.
  public let member: Int
  /// In minor units, returns taken off.
  public let spend: Int64
  /// Days with more bought than brought back.
  public let visits: Int64
  /// Receipts that are no returns.
  public let purchases: Int64
  /// The day of the last purchase; nil where there are returns only.
  public let last: Day?
  /// In minor units.
  public var value: Int64 = 0
  /// The chance to buy again.
  public var alive = 0.0
  /// Days with a purchase within the horizon.
  public var expected = 0.0

  /// Members without a receipt in the range are left out. A visit is a day with more bought than brought back.
  public static func all(of book: Book, in range: DayRange) -> [MemberFigures] {
    let purchases = book.purchases
    return (0..<book.members.count).compactMap { member in
      let receipts = purchases.range(of: member).filter { range.contains(purchases.day($0)) }
      guard !receipts.isEmpty else { return nil }
      let byDay = Dictionary(grouping: receipts) { purchases.dayOffset[$0] }
      return MemberFigures(
        member: member, spend: receipts.reduce(0) { $0 + purchases.amount[$1] },
        visits: Int64(byDay.values.count { $0.reduce(0) { $0 + purchases.amount[$1] } > 0 }),
        purchases: Int64(receipts.count { PurchaseRule.isPurchase(net: purchases.amount[$0]) }),
        last: receipts.last { PurchaseRule.isPurchase(net: purchases.amount[$0]) }.map { purchases.day($0) })
    }
  }
}

extension [MemberFigures] {
  /// With what is expected of each, and without those whom no model knows.
  public func expected(_ outlook: CustomerOutlook, _ margin: MarginShare) -> [MemberFigures] {
    filter { outlook.members.isCustomer($0.member) }.map { figures in
      var copy = figures
      copy.value = Int64(nearest: margin.of(outlook.spend[figures.member]) * 100)
      copy.alive = outlook.alive[figures.member]
      copy.expected = outlook.expected[figures.member]
      return copy
    }
  }
}

extension Int64 {
  /// The nearest whole number that can be counted with; 0 for none.
  public init(nearest number: Double) {
    self = number.isNaN ? 0 : Int64(Swift.min(Swift.max(number, -1e18), 1e18).rounded())
  }
}

import CustomerModels
import MemberBook
import Quantities

/// What each member did who bought in a range of days, and what the customer model expects of them.
struct MemberFigures {
  let member: Int
  let spend: Int64
  let visits: Int64
  let purchases: Int64
  let last: Day
  /// In minor units.
  var value: Int64 = 0
  var alive = 0.0
  var expected = 0.0

  /// Members without a receipt in the range are left out. A visit is a day with more bought than brought back.
  static func all(of book: Book, in range: DayRange) -> [MemberFigures] {
    let purchases = book.purchases
    return (0..<book.members.count).compactMap { member in
      let receipts = purchases.range(of: member).filter { range.contains(purchases.day($0)) }
      guard let last = receipts.last else { return nil }
      let byDay = Dictionary(grouping: receipts) { purchases.dayOffset[$0] }
      return MemberFigures(
        member: member, spend: receipts.reduce(0) { $0 + purchases.amount[$1] },
        visits: Int64(byDay.values.count { $0.reduce(0) { $0 + purchases.amount[$1] } > 0 }),
        purchases: Int64(receipts.count { purchases.amount[$0] >= 0 }), last: purchases.day(last))
    }
  }

  func value(of measure: MemberMeasure) -> Int64 { measure.declaration.value(self) }
}

extension [MemberFigures] {
  /// With what is expected of each, and without those whom no model knows.
  func expected(_ outlook: CustomerOutlook, _ margin: MarginShare) -> [MemberFigures] {
    filter { outlook.members.isCustomer($0.member) }.map { figures in
      var copy = figures
      copy.value = Int64(nearest: margin.of(outlook.spend[figures.member]) * 100)
      copy.alive = outlook.alive[figures.member]
      copy.expected = outlook.expected[figures.member]
      return copy
    }
  }
}

public import MemberBook

/// A book with what every replay of it needs to know.
public struct PurchaseHistory: Sendable {
  public let book: Book
  /// The sum over all lines of the amounts without their signs, in minor units.
  let magnitude: Int64
  /// The largest such sum of one receipt.
  let largest: Int64
  /// By member: whether every receipt is a purchase whose amount stands in the book's narrow column.
  let buysOnly: [Bool]
  /// What is known of members besides their purchases; nil where nothing was read.
  let facts: MemberFacts?

  /// Who brought whom; nil where the data name no referrers.
  public var referrals: Referrals? { facts?.referrals }

  /// Nil where the amounts are so large that their sums could leave 64 bits.
  public init?(_ book: Book) {
    var sum: Int64 = 0
    var largest: Int64 = 0
    let ofLines = !book.lines.amount.isEmpty
    for receipt in 0..<book.purchases.count {
      var size: Int64 = 0
      if ofLines {
        for line in book.purchases.lines(of: receipt) { size += abs(book.lines.amount[line]) }
      } else {
        size = abs(book.purchases.amount[receipt])
      }
      let (next, overflow) = sum.addingReportingOverflow(size)
      guard !overflow, next <= 1 << 61 else { return nil }
      sum = next
      largest = max(largest, size)
    }
    self.book = book
    magnitude = sum
    self.largest = largest
    let (start, amounts) = (book.purchases.start, book.purchases.amount.narrowAmounts)
    buysOnly = (0..<book.members.count).map { member in
      var signs: Int32 = 0
      for receipt in Int(start[member])..<Int(start[member + 1]) { signs |= amounts[receipt] }
      return signs >= 0
    }
    facts = MemberFacts(book)
  }
}

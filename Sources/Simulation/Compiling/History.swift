public import MemberBook

/// A book with what every replay of it needs to know.
public struct History: Sendable {
  public let book: Book
  /// The sum over all lines of the amounts without their signs, in minor units.
  let magnitude: Int64
  /// The largest such sum of one receipt.
  let largest: Int64
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
    facts = MemberFacts(book)
  }
}

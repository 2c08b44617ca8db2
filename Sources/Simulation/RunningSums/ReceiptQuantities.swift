import MemberBook

/// How many pieces receipts hold, in thousandths, by their index in the book.
struct ReceiptQuantities {
  private let lines: [Int32]
  private let purchases: Purchases

  init(_ book: Book) {
    lines = book.lines.quantity
    purchases = book.purchases
  }

  /// Whether the data have quantities.
  @inline(__always) var areKnown: Bool { !lines.isEmpty }

  subscript(receipt: Int) -> Int64 {
    var sum: Int64 = 0
    for line in purchases.lines(of: receipt) { sum += Int64(lines[line]) }
    return sum
  }
}

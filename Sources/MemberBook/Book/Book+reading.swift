/// What a receipt and its lines say, also where the input has no column for it.
extension Book {
  /// The code of the store that receipt `i` was bought in; 0 where it is not given.
  @inlinable public func storeCode(of i: Int) -> Int { purchases.store.isEmpty ? 0 : Int(purchases.store[i]) }

  /// The code of a line's category; 0 where it is not given.
  @inlinable public func categoryCode(ofLine line: Int) -> Int {
    lines.category.isEmpty ? 0 : Int(lines.category[line])
  }

  /// A line's net amount, in minor units; where every receipt is one line, its receipt's `net`.
  @inlinable public func amount(ofLine line: Int, receiptNet net: Int64) -> Int64 {
    lines.amount.isEmpty ? net : lines.amount[line]
  }
}

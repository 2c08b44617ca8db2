/// What a receipt's lines say, as columns in the order of the receipts. A column that the input does not have is empty.
public struct Lines: Sendable, Equatable {
  public let category: [UInt16]
  /// In thousandths; 0 where the cell was blank.
  public let quantity: [Int32]
  /// Net paid, in minor units; empty when every receipt is one line, for then it is the receipt's amount.
  public let amount: MinorColumn
  public let discount: MinorColumn
  public let cost: MinorColumn

  public var byteCount: Int {
    category.capacity * 2 + quantity.capacity * 4 + amount.byteCount + discount.byteCount + cost.byteCount
  }
}

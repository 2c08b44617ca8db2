/// What a receipt's lines say, as columns in the order of the receipts. A column that the input does not have is empty.
public struct Lines: Sendable, Equatable {
  /// Codes of the book's categories.
  public let category: [UInt16]
  /// In thousandths; 0 where the cell was blank.
  public let quantity: [Int32]
  /// Net paid, in minor units; empty when every receipt is one line, for then it is the receipt's amount.
  public let amount: MinorColumn
  /// What was taken off, in minor units.
  public let discount: MinorColumn
  /// What the goods cost the store, in minor units.
  public let cost: MinorColumn

  /// What the columns hold in memory.
  public var byteCount: Int {
    category.capacity * 2 + quantity.capacity * 4 + amount.byteCount + discount.byteCount + cost.byteCount
  }
}

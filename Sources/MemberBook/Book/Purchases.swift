public import Quantities

/// Receipts as columns, sorted by member, then day, time of day and input order; those without a member last. A column
/// that the input does not have is empty.
public struct Purchases: Sendable, Equatable {
  /// How many receipts there are.
  public let count: Int
  /// Members' count + 1 entries: member m's receipts are `start[m]..<start[m + 1]`.
  public let start: [UInt32]
  /// The day that `dayOffset` counts from: the first day in the data.
  public let epoch: Day
  /// The day of each receipt, counted from `epoch`.
  public let dayOffset: [UInt16]
  /// Time of day in seconds since midnight.
  public let second: [Int32]
  /// Net paid, in minor units; below zero for a return.
  public let amount: MinorColumn
  /// Codes of the book's stores.
  public let store: [UInt16]
  /// Codes of the book's channels.
  public let channel: [UInt16]
  /// Codes of the book's advisors.
  public let advisor: [UInt16]
  /// Count + 1 entries; empty when every receipt is exactly one line, so that line i is receipt i.
  public let lineStart: [UInt32]
  /// For a return, the index of the original purchase of the same member; -1 where there is none.
  public let original: [Int32]
  /// Nil where the input has no receipt ids.
  public let receipts: ReceiptNumbers?

  /// Where the receipts without a member stand.
  public var walkIns: Range<Int> { Int(start.last ?? 0)..<count }
  /// Where member `member`'s receipts stand.
  @inlinable public func range(of member: Int) -> Range<Int> { Int(start[member])..<Int(start[member + 1]) }
  /// The day of receipt `i`.
  @inlinable public func day(_ i: Int) -> Day { epoch + Int(dayOffset[i]) }

  /// The lines of receipt `i`.
  @inlinable public func lines(of i: Int) -> Range<Int> {
    lineStart.isEmpty ? i..<(i + 1) : Int(lineStart[i])..<Int(lineStart[i + 1])
  }

  /// What the columns hold in memory.
  public var byteCount: Int {
    start.capacity * 4 + dayOffset.capacity * 2 + second.capacity * 4 + amount.byteCount
      + (store.capacity + channel.capacity + advisor.capacity) * 2 + lineStart.capacity * 4 + original.capacity * 4
      + (receipts?.byteCount ?? 0)
  }
}

/// The receipts' ids as the input wrote them; blank where it gave none.
public struct ReceiptNumbers: Sendable, Equatable {
  let texts: TextColumn

  /// How many receipts there are.
  public var count: Int { texts.count }
  /// What they hold in memory.
  public var byteCount: Int { texts.byteCount }
  /// The id of receipt `i`.
  public subscript(i: Int) -> String { texts[i] }
}

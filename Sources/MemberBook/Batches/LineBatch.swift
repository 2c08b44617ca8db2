public import Quantities

/// Lines in input order, as columns with names of their own: what one block of a file is read into.
///
/// A column of facts that no line has given so far is empty; else it has an entry a line. Codes are by this batch's
/// own tables. `add` functions write one line's facts; `endLine` completes the line.
public struct LineBatch: Sendable {
  /// Days are counted from here: 65,536 of them reach to 2079-06-06.
  @inlinable public static var calendarStart: Day { Day(number: -25567) }

  /// How many lines are complete.
  public var count = 0
  /// Ids as written; blank for a walk-in.
  public var member = TextColumn()
  /// Days since `calendarStart`.
  public var day: [UInt16] = []
  /// Seconds since midnight.
  public var second: [Int32] = []
  /// Net paid, in minor units; below zero for a return.
  public var amount = MinorColumn()
  /// Codes of `stores`.
  public var store: [UInt16] = []
  /// Codes of `channels`.
  public var channel: [UInt16] = []
  /// Codes of `advisors`.
  public var advisor: [UInt16] = []
  /// Codes of `categories`.
  public var category: [UInt16] = []
  /// In thousandths.
  public var quantity: [Int32] = []
  /// In minor units.
  public var discount = MinorColumn()
  /// In minor units.
  public var cost = MinorColumn()
  /// Receipt ids as written.
  public var receipt = TextColumn()
  /// For a return, the id of the receipt it takes back.
  public var original = TextColumn()
  /// Of the row that each line was, where rows are to be told apart.
  public var fingerprint: [Fingerprint] = []

  /// Names of this batch's stores.
  public var stores = NameTable()
  /// Names of this batch's channels.
  public var channels = NameTable()
  /// Names of this batch's advisors.
  public var advisors = NameTable()
  /// Names of this batch's categories.
  public var categories = NameTable()

  /// A batch of no lines.
  public init() {}

  /// Keeps room for so many lines in the columns that every table has.
  public mutating func reserveCapacity(_ count: Int) {
    member.reserveCapacity(count)
    day.reserveCapacity(count)
    amount.reserveCapacity(count)
  }

  /// The line's time of day. A column of midnights only is the same as none and stays empty.
  @inlinable public mutating func add(second value: Int32) {
    if second.isEmpty {
      if value == 0 { return }
      second = Array(repeating: 0, count: count)
    }
    second.append(value)
  }

  /// Completes a line, all of whose facts are appended.
  @inlinable public mutating func endLine() { count &+= 1 }
}

/// A row as such, whatever its columns mean: a 64-bit hash of its cells, quotes taken off. It is only compared between rows
/// of the same member, day and receipt that agree in every mapped column, so that even a billion such pairs have odds
/// of 1 in 10^10 that two different rows are taken for equal; that is why the cells are not kept to confirm it.
public struct Fingerprint: Sendable, Hashable {
  var word: UInt64

  /// That of a row whose columns say all there is.
  static let none = Fingerprint(word: 0)

  private init(word: UInt64) { self.word = word }

  /// That of a row without cells.
  public init() { word = 0x2545_F491_4F6C_DD1D }

  /// Goes on with the next cell.
  public mutating func add(_ cell: ByteSpan) { word = stableHash(cell, seed: word) }
}

/// What happens to equal rows.
public enum Duplicates: String, CaseIterable, Sendable {
  /// Those with a receipt id are merged; those without are kept and reported.
  case mergeWithinReceipts = "merge within receipts"
  /// All are kept and reported.
  case keep
  /// All are merged.
  case merge
}

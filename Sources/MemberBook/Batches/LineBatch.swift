public import Quantities

/// Lines in input order, as columns with names of their own: what one block of a file is read into.
///
/// A column of facts that no line has given so far is empty; else it has an entry a line. Codes are by this batch's
/// own tables. `add` functions write one line's facts; `endLine` completes the line.
public struct LineBatch: Sendable {
  /// Days are counted from here: 65,536 of them reach to 2079-06-06.
  @inlinable public static var calendarStart: Day { Day(number: -25567) }

  public var count = 0
  public var member = TextColumn()
  public var day: [UInt16] = []
  public var second: [Int32] = []
  public var amount = MinorColumn()
  public var store: [UInt16] = []
  public var channel: [UInt16] = []
  public var advisor: [UInt16] = []
  public var category: [UInt16] = []
  public var quantity: [Int32] = []
  public var discount = MinorColumn()
  public var cost = MinorColumn()
  public var receipt = TextColumn()
  public var original = TextColumn()
  public var fingerprint: [Fingerprint] = []

  public var stores = NameTable()
  public var channels = NameTable()
  public var advisors = NameTable()
  public var categories = NameTable()

  public init() {}

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

  public init() { word = 0x2545_F491_4F6C_DD1D }

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

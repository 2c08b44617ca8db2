/// Amounts in minor units, 4 bytes each; the rare ones beyond ±21,474,836.47 stand in a side table.
public struct MinorColumn: Sendable, Equatable {
  @usableFromInline var narrow: [Int32] = []
  /// Rows of the side table, ascending, and their amounts. Such a row holds `Int32.min` in `narrow`.
  @usableFromInline var wideRows: [UInt32] = []
  @usableFromInline var wideAmounts: [Int64] = []

  /// An empty column.
  public init() {}
  /// A column of `amounts`, in minor units.
  public init(_ amounts: some Sequence<Int64>) { for amount in amounts { append(amount) } }

  /// How many amounts it has.
  @inlinable public var count: Int { narrow.count }
  /// Whether it has none: the input has no such column.
  @inlinable public var isEmpty: Bool { narrow.isEmpty }
  /// What it holds in memory.
  public var byteCount: Int { narrow.capacity * 4 + wideRows.capacity * 12 }

  /// The amount at `i`, in minor units.
  @inlinable public subscript(i: Int) -> Int64 {
    let amount = narrow[i]
    return amount == .min ? wide(i) : Int64(amount)
  }

  /// Appends an amount in minor units.
  @inlinable public mutating func append(_ amount: Int64) {
    if let short = Int32(exactly: amount), short != .min {
      narrow.append(short)
    } else {
      wideRows.append(UInt32(narrow.count))
      wideAmounts.append(amount)
      narrow.append(.min)
    }
  }

  /// The amounts by row, `Int32.min` for those of the side table.
  @inlinable public var narrowAmounts: [Int32] { narrow }

  /// Appends amounts that are above `Int32.min`.
  public mutating func append(narrow amounts: some Collection<Int32>) { narrow.append(contentsOf: amounts) }

  /// Keeps room for so many amounts.
  public mutating func reserveCapacity(_ count: Int) { narrow.reserveCapacity(count) }

  mutating func append(contentsOf other: MinorColumn) {
    let base = UInt32(narrow.count)
    for (row, amount) in zip(other.wideRows, other.wideAmounts) {
      wideRows.append(base + row)
      wideAmounts.append(amount)
    }
    narrow.append(contentsOf: other.narrow)
  }

  mutating func append(zeros count: Int) { narrow.append(contentsOf: repeatElement(0, count: count)) }

  /// The amounts of `rows`, in that order.
  func gathered(_ rows: [UInt32]) -> MinorColumn { MinorColumn(rows.lazy.map { self[Int($0)] }) }

  struct Overflow: Error {
    /// Which sum it is.
    let sum: Int
  }

  /// The sums of the runs that start at `starts`, of which the last is the end.
  func sums(from starts: [UInt32]) throws(Overflow) -> MinorColumn {
    var sums = MinorColumn()
    sums.reserveCapacity(starts.count - 1)
    for run in 0..<(starts.count - 1) {
      var sum: Int64 = 0
      for i in Int(starts[run])..<Int(starts[run + 1]) {
        let (total, overflow) = sum.addingReportingOverflow(self[i])
        guard !overflow else { throw Overflow(sum: run) }
        sum = total
      }
      sums.append(sum)
    }
    return sums
  }

  @usableFromInline func wide(_ i: Int) -> Int64 {
    var low = 0
    var high = wideRows.count
    while low < high {
      let middle = (low + high) / 2
      if Int(wideRows[middle]) < i { low = middle + 1 } else { high = middle }
    }
    return wideAmounts[low]
  }
}

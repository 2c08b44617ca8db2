import MemberBook

/// The facts that every row has, of a few hundred simple rows on their way into a batch: a column each.
final class StagedRows {
  static let size = 512

  let key: UnsafeMutablePointer<UInt64> = .allocate(capacity: size)
  let day: UnsafeMutablePointer<UInt16> = .allocate(capacity: size)
  let second: UnsafeMutablePointer<Int32> = .allocate(capacity: size)
  let amount: UnsafeMutablePointer<Int32> = .allocate(capacity: size)
  let store: UnsafeMutablePointer<UInt16> = .allocate(capacity: size)
  let category: UnsafeMutablePointer<UInt16> = .allocate(capacity: size)
  private(set) var count = 0
  /// Whether one of the rows has another time of day than midnight.
  private var isTimed = false
  /// Ids too long for a key, with their rows, whose key is of no account.
  private var longIDs: [(row: Int, cell: ByteRange)] = []

  deinit {
    key.deallocate()
    day.deallocate()
    second.deallocate()
    amount.deallocate()
    store.deallocate()
    category.deallocate()
  }

  func stage(longID cell: ByteRange) { longIDs.append((count, cell)) }

  @inline(__always) func endRow(second value: Int32) {
    second[count] = value
    if value != 0 { isTimed = true }
    count &+= 1
  }

  /// Appends the rows to `batch`; columns of names only where the table has them.
  func flush(into batch: inout LineBatch, _ text: BlockBytes, hasStore: Bool, hasCategory: Bool) {
    var first = 0
    for id in longIDs {
      batch.member.append(exact: UnsafeBufferPointer(start: key + first, count: id.row - first))
      batch.member.append(text.bytes(id.cell).span)
      first = id.row + 1
    }
    batch.member.append(exact: UnsafeBufferPointer(start: key + first, count: count - first))
    batch.day.append(contentsOf: UnsafeBufferPointer(start: day, count: count))
    batch.amount.append(narrow: UnsafeBufferPointer(start: amount, count: count))
    if hasStore { batch.store.append(contentsOf: UnsafeBufferPointer(start: store, count: count)) }
    if hasCategory { batch.category.append(contentsOf: UnsafeBufferPointer(start: category, count: count)) }
    if isTimed || !batch.second.isEmpty {
      if batch.second.isEmpty { batch.second = Array(repeating: 0, count: batch.count) }
      batch.second.append(contentsOf: UnsafeBufferPointer(start: second, count: count))
    }
    batch.count += count
    longIDs.removeAll(keepingCapacity: true)
    (count, isTimed) = (0, false)
  }
}

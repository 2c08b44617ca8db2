import MemberBook

/// The codes of names seen lately, by the cell as it stands, where it is at most 16 bytes long.
final class NameCache {
  private struct Entry {
    var head: UInt64
    var tail: UInt64
    /// Nothing is kept where it is negative.
    var count: Int32
    var code: UInt16
    static let empty = Entry(head: 0, tail: 0, count: -1, code: 0)
  }

  private let entries: UnsafeMutablePointer<Entry>
  private static let size = 256

  init() {
    entries = .allocate(capacity: NameCache.size)
    forget()
  }

  deinit { entries.deallocate() }

  func forget() { entries.update(repeating: .empty, count: NameCache.size) }

  /// The code of the name in `cell`, which is added to `table` when it is new.
  @inline(__always) func code(_ text: BlockBytes, _ cell: ByteRange, in table: inout NameTable) -> UInt16 {
    let count = cell.count
    if count <= 8 {
      let head = count == 0 ? 0 : text.word(cell.start) &<< UInt64(truncatingIfNeeded: (8 &- count) &* 8)
      let entry = entries[Int(truncatingIfNeeded: (head &* 0x9E37_79B9_7F4A_7C15) &>> 56)]
      if entry.head == head, entry.count == Int32(truncatingIfNeeded: count) { return entry.code }
    }
    return newCode(text, cell, in: &table)
  }

  @inline(never) private func newCode(_ text: BlockBytes, _ cell: ByteRange, in table: inout NameTable) -> UInt16 {
    let count = cell.count
    let bytes = text.bytes(cell).span
    guard count <= 16 else { return table.intern(bytes.extracting(trimmed(bytes, RecordField(start: 0, end: count)))) }
    func upper(_ start: Int, _ count: Int) -> UInt64 {
      count == 0 ? 0 : text.word(start) << UInt64(64 - 8 * count)
    }
    let head = upper(cell.start, min(count, 8))
    let tail = upper(cell.start + 8, max(count - 8, 0))
    let slot = Int(truncatingIfNeeded: ((head ^ tail) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    let entry = entries[slot]
    if entry.head == head, entry.tail == tail, entry.count == count { return entry.code }
    let code = table.intern(bytes.extracting(trimmed(bytes, RecordField(start: 0, end: count))))
    entries[slot] = Entry(head: head, tail: tail, count: Int32(count), code: code)
    return code
  }
}

import MemberBook

/// The codes of names seen lately, by the cell as it stands, where it is at most 16 bytes long.
struct NameCache: Sendable {
  private struct Entry {
    var head: UInt64 = 0
    var tail: UInt64 = 0
    /// Nothing is kept where it is negative.
    var count = -1
    var code: UInt16 = 0
  }

  private var entries = [Entry](repeating: Entry(), count: 256)

  /// The code of the name in `cell`, which is added to `table` when it is new.
  @inline(__always)
  mutating func code(_ bytes: ByteSpan, _ cell: Range<Int>, in table: inout NameTable) -> UInt16 {
    let count = cell.count
    guard count <= 16 else { return table.intern(bytes.extracting(trimmed(bytes, cell))) }
    let start = cell.lowerBound
    let head = PlainText.word(bytes, start) & NameCache.low(min(count, 8))
    let tail = count > 8 ? PlainText.word(bytes, start &+ 8) & NameCache.low(count &- 8) : 0
    let slot = Int(truncatingIfNeeded: ((head ^ tail &* 31) &* 0x9E37_79B9_7F4A_7C15) >> 56)
    let entry = entries[slot]
    if entry.head == head, entry.tail == tail, entry.count == count { return entry.code }
    let code = table.intern(bytes.extracting(trimmed(bytes, cell)))
    entries[slot] = Entry(head: head, tail: tail, count: count, code: code)
    return code
  }

  /// A mask of the lowest `count` bytes, 0...8.
  @inline(__always) private static func low(_ count: Int) -> UInt64 {
    count == 0 ? 0 : UInt64.max >> UInt64(64 &- 8 &* count)
  }
}

private func trimmed(_ bytes: ByteSpan, _ cell: Range<Int>) -> Range<Int> {
  trimmed(bytes, Field(start: cell.lowerBound, end: cell.upperBound))
}

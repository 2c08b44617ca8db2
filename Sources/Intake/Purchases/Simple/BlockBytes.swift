import MemberBook

/// The bytes of a block, read eight at a time and unchecked: a word may be read from any place that is `margin` bytes
/// before the end.
struct BlockBytes {
  let start: UnsafeRawPointer
  let count: Int

  static let margin = 24

  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  @inline(__always) subscript(i: Int) -> UInt8 { start.load(fromByteOffset: i, as: UInt8.self) }

  /// The eight bytes from `i` on, the first one lowest.
  @inline(__always) func word(_ i: Int) -> UInt64 {
    UInt64(littleEndian: start.loadUnaligned(fromByteOffset: i, as: UInt64.self))
  }

  @inline(__always) func bytes(_ cell: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: (start + cell.start).assumingMemoryBound(to: UInt8.self), count: cell.count)
  }

  /// The top bit of every byte that is 0 in one of three words.
  @inline(__always) static func zeroBytes(_ one: UInt64, _ other: UInt64, _ third: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let one = ((one & low) &+ low) | one
    let other = ((other & low) &+ low) | other
    let third = ((third & low) &+ low) | third
    return ~(one & other & third) & ~low
  }

  /// Whether a cell has no blank of any kind at its ends; one that starts or ends with a letter beyond ASCII may have.
  @inline(__always) func isTrimmed(_ cell: ByteRange) -> Bool {
    if cell.isEmpty { return true }
    let (first, last) = (self[cell.start], self[cell.end &- 1])
    return first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80
  }

  /// The number that 1...15 digits say; nil for anything else.
  @inline(__always) func digits(_ cell: ByteRange) -> UInt64? {
    let count = cell.count
    if count <= 8 { return count == 0 ? nil : BlockBytes.eightDigits(BlockBytes.right(word(cell.start), count)) }
    guard count <= 15, let head = BlockBytes.eightDigits(BlockBytes.right(word(cell.start), count &- 8)),
      let tail = BlockBytes.eightDigits(word(cell.end &- 8))
    else { return nil }
    return head &* 100_000_000 &+ tail
  }

  /// The amount in hundredths that a cell of up to five digits, a point and two more says; nil for anything else.
  @inline(__always) func hundredths(_ cell: ByteRange) -> UInt64? {
    guard cell.count >= 4, cell.count <= 8 else { return nil }
    let text = BlockBytes.right(word(cell.start), cell.count)
    guard (text &>> 40) & 0xFF == 0x2E else { return nil }
    // The whole part one byte up, over the point.
    return BlockBytes.eightDigits((text & 0xFF_FFFF_FFFF) &<< 8 | 0x30 | text & 0xFFFF_0000_0000_0000)
  }

  /// The first `count` bytes, 1...8, at the upper end of the word, zeros as text before them.
  @inline(__always) private static func right(_ word: UInt64, _ count: Int) -> UInt64 {
    let gap = UInt64(truncatingIfNeeded: 8 &- count) &* 8
    return word &<< gap | (0x3030_3030_3030_3030 & ~(UInt64.max &<< gap))
  }

  /// The number that eight digits stand for (Langdale and Lemire, 2019); nil where one of them is none.
  @inline(__always) private static func eightDigits(_ text: UInt64) -> UInt64? {
    let values = text ^ 0x3030_3030_3030_3030
    guard (values | (values &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
    let pairs = values &* 10 &+ (values &>> 8)
    let fours = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let rest = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (fours &+ rest) &>> 32
  }
}

/// The place of a cell in a block.
struct ByteRange {
  let start: Int
  let end: Int

  @inline(__always) var count: Int { end &- start }
  @inline(__always) var isEmpty: Bool { end == start }
}

import MemberBook

/// Reads cells eight bytes at a time. A word may be read from any place that is `margin` bytes before the end.
enum PlainText {
  static let margin = 24

  static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The eight bytes from `i` on, the first one lowest.
  @inline(__always) static func word(_ bytes: ByteSpan, _ i: Int) -> UInt64 {
    UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: i, as: UInt64.self))
  }

  /// The top bit of every byte that is 0 in one of two words.
  @inline(__always) static func zeroBytes(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return (~(((one & low) &+ low) | one) | ~(((other & low) &+ low) | other)) & ~low
  }

  static func hasCarriageReturn(_ bytes: ByteSpan, _ row: Range<Int>) -> Bool {
    !row.isEmpty && bytes[row.upperBound &- 1] == 0x0D
  }

  /// Whether a cell has no blank of any kind at its ends; one that starts or ends with a letter beyond ASCII may have.
  @inline(__always) static func isTrimmed(_ bytes: ByteSpan, _ cell: Range<Int>) -> Bool {
    if cell.isEmpty { return true }
    let (first, last) = (bytes[cell.lowerBound], bytes[cell.upperBound &- 1])
    return first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80
  }

  /// A member's id.
  enum Key {
    case digits(TextKey)
    case other(Range<Int>)

    var isBlank: Bool {
      switch self {
      case .digits: false
      case .other(let range): range.isEmpty
      }
    }
  }

  @inline(__always) static func key(_ bytes: ByteSpan, _ cell: Range<Int>) -> Key? {
    let count = cell.count
    if count > 0, count <= 8, let value = digits(right(word(bytes, cell.lowerBound), count)) {
      return .digits(TextKey(digits: value, count: count))
    }
    return isTrimmed(bytes, cell) ? .other(cell) : nil
  }

  /// An amount in minor units, nil where `DecimalReading` would not read it either.
  @inline(__always) static func amount(_ bytes: ByteSpan, _ cell: Range<Int>) -> Int64? {
    let count = cell.count
    if count >= 4, count <= 8 {
      let text = right(word(bytes, cell.lowerBound), count)
      if text >> 40 & 0xFF == 0x2E {
        // The whole part one byte up, over the point.
        let joined = (text & 0xFF_FFFF_FFFF) << 8 | 0x30 | text & 0xFFFF_0000_0000_0000
        if let value = digits(joined) { return Int64(value) }
      }
    }
    guard case .value(let value) = DecimalReading(bytes.extracting(cell), decimals: 2) else { return nil }
    return value
  }

  /// The first `count` bytes, 1...8, at the upper end of the word, zeros as text before them.
  @inline(__always) private static func right(_ word: UInt64, _ count: Int) -> UInt64 {
    let gap = UInt64(8 &- count) &* 8
    return word &<< gap | (0x3030_3030_3030_3030 & ~(UInt64.max &<< gap))
  }

  /// The number that eight digits stand for (Langdale and Lemire, 2019); nil where one of them is none.
  @inline(__always) private static func digits(_ text: UInt64) -> UInt64? {
    let values = text ^ 0x3030_3030_3030_3030
    guard (values | (values &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
    let pairs = values &* 10 &+ values >> 8
    let fours = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let rest = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (fours &+ rest) >> 32
  }
}

import MemberBook

/// Words that mark a row as the sum of others.
enum TotalRow {
  private static let words: Set<String> = [
    "合计", "总计", "小计", "总合计", "本页合计", "本页小计", "total", "totals", "subtotal", "grandtotal", "sum",
  ]

  /// The cell's text when it is such a word; blanks, hyphens, a colon and letter case aside.
  static func word(in bytes: ByteSpan, _ range: Range<Int>) -> String? {
    guard range.count >= 3, range.count <= 40, !isDigit(bytes[range.lowerBound]) else { return nil }
    switch bytes[range.lowerBound] | 0x20 {
    case UInt8(ascii: "t"), UInt8(ascii: "s"), UInt8(ascii: "g"), 0xE5 | 0x20, 0xE6 | 0x20, 0xEF | 0x20: break
    default: return nil
    }
    let cell = text(bytes, range)
    return words.contains(HeaderName.normalised(cell).filter { $0 != ":" }) ? cell : nil
  }
}

import MemberBook

/// Words that mark a row as the sum of others.
enum TotalRow {
  private static let words: Set<String> = [
    "合计", "总计", "小计", "总合计", "本页合计", "本页小计", "total", "totals", "subtotal", "grandtotal", "sum",
  ]

  /// The cell's text when it is such a word; blanks, hyphens, a colon and letter case aside.
  static func word(in bytes: ByteSpan, _ range: Range<Int>) -> String? {
    guard range.count >= 3, range.count <= 40, !isDigit(bytes[range.lowerBound]) else { return nil }
    switch (bytes[range.lowerBound], bytes[range.lowerBound + 1]) {
    // 合 and 小, 总 and 本, 總, a full-width letter; to…, su…, gr….
    case (0xE5, 0x90), (0xE5, 0xB0), (0xE6, 0x80), (0xE6, 0x9C), (0xE7, 0xB8), (0xEF, _): break
    case (0x54, _), (0x74, _): guard bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "o") else { return nil }
    case (0x53, _), (0x73, _): guard bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "u") else { return nil }
    case (0x47, _), (0x67, _): guard bytes[range.lowerBound + 1] | 0x20 == UInt8(ascii: "r") else { return nil }
    default: return nil
    }
    let cell = text(bytes, range)
    return words.contains(HeaderName.normalised(cell).filter { $0 != ":" }) ? cell : nil
  }
}

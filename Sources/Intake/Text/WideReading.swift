/// How well a sample reads as UTF-16 of one byte order.
struct WideReading {
  private var units = 0
  /// Printable ASCII, tabs and line ends: delimiters and digits, which every table has, and which in UTF-16 alone have
  /// zero bytes beside them. In the wrong order they are none.
  private var plain = 0
  /// Those, and what else is to be expected: Latin letters, punctuation, Chinese, Japanese and Korean text.
  private var expected = 0
  private var hasLineEnd = false
  private var hasDelimiter = false

  /// The byte order of a sample without a byte order mark; nil when it is no UTF-16.
  static func order(of sample: [UInt8]) -> ByteOrder? {
    let start = sample.prefix(1 << 16)
    guard start.contains(0) else { return nil }
    let little = WideReading(start, .little)
    let big = WideReading(start, .big)
    guard little.isText || big.isText else { return nil }
    return (little.isText ? little.expected : 0) >= (big.isText ? big.expected : 0) ? .little : .big
  }

  private var isText: Bool {
    guard units >= 2, expected * 10 >= units * 9 else { return false }
    return plain * 10 >= units || (plain * 100 >= units && hasLineEnd && hasDelimiter)
  }

  private init(_ bytes: ArraySlice<UInt8>, _ order: ByteOrder) {
    var i = bytes.startIndex
    var isPaired = false
    while i + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      let unit = order == .little ? second << 8 | first : first << 8 | second
      units += 1
      if (0x20..<0x7F).contains(unit) || unit == 0x09 || unit == 0x0A || unit == 0x0D {
        plain += 1
        expected += 1
        if unit == 0x0A || unit == 0x0D { hasLineEnd = true }
        if Delimiter.allCases.contains(where: { UInt16($0.byte) == unit }) { hasDelimiter = true }
      } else if WideReading.isExpected(unit) || UTF16.isLeadSurrogate(unit)
        || (isPaired && UTF16.isTrailSurrogate(unit))
      {
        expected += 1
      }
      isPaired = UTF16.isLeadSurrogate(unit)
      i += 2
    }
  }

  private static func isExpected(_ unit: UInt16) -> Bool {
    switch unit {
    // Latin; general punctuation to geometric shapes; Chinese punctuation, kana, bopomofo; ideographs; Hangul; full-width
    // forms.
    case 0xA0..<0x250, 0x2010..<0x2700, 0x3000..<0x3400, 0x3400..<0xA000, 0xAC00..<0xD7A4, 0xF900..<0xFB00,
      0xFF01..<0xFFEF:
      true
    default: false
    }
  }
}

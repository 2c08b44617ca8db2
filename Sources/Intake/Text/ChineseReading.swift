import MemberBook

/// How well a sample reads as text of a Chinese encoding of one or two bytes a character. GB18030 and Big5 use the same
/// bytes, so that almost every text of the one decodes as the other, but into characters that nobody uses.
struct ChineseReading {
  let encoding: TextEncoding
  /// Cells that are names of columns: hardly to be had by chance.
  private var headers = 0
  private var characters = 0
  private var everyday = 0
  /// Characters of the encoding's first level, which were chosen for how often they are used.
  private var firstLevel = 0
  /// Pairs whose second byte is high too. In Latin text a high byte is followed by an ASCII letter.
  private var highPairs = 0
  /// Characters that Chinese text has no use for.
  private var odd = 0
  private var faults = 0

  /// The encoding that the sample reads better as; GB18030 when both are as good.
  static func better(of sample: [UInt8]) -> ChineseReading {
    let lines = tellingLines(of: sample)
    let simplified = ChineseReading(lines, .gb18030)
    let traditional = ChineseReading(lines, .big5)
    return traditional.rank > simplified.rank ? traditional : simplified
  }

  /// Column names are recognised, or nearly all characters are everyday ones.
  var isCertain: Bool { headers > 0 || (characters > 0 && everyday * 4 >= characters * 3 && faults * 5 <= characters) }

  /// Whether it may be taken for Chinese when a detector of encodings takes it for `guess`.
  func isLikely(beside guess: String) -> Bool {
    guard characters > 0, faults * 5 <= characters, !ChineseReading.rivals.contains(guess) else { return false }
    if everyday * 2 >= characters || (everyday * 3 >= characters && odd + faults == 0) { return true }
    switch encoding {
    case .gb18030: return highPairs * 4 >= characters * 3 || ["GB18030", "GBK", "GB2312", "HZ-GB-2312"].contains(guess)
    case .big5: return guess == "BIG5"
    case .utf8, .utf16le, .utf16be: return false
    }
  }

  /// Encodings whose text can be mistaken for Chinese, and where the detector is to be believed.
  private static let rivals: Set<String> = ["SHIFT_JIS", "EUC-JP", "EUC-KR", "UHC", "EUC-TW"]

  private var rank: (Int, Int) { (headers, everyday * 3 + firstLevel - odd * 2 - faults * 4) }
}

extension ChineseReading {
  private init(_ sample: [UInt8], _ encoding: TextEncoding) {
    self.encoding = encoding
    countPairs(sample)
    let text = String(decoding: TextDecoder(encoding: encoding).decode(sample), as: UTF8.self)
    for scalar in text.unicodeScalars where scalar.value > 0x7F {
      // The lead of an undecodable mark.
      if scalar == "\u{FFFD}" {
        faults += 1
        continue
      }
      characters += 1
      if EverydayCharacters.contains(scalar) { everyday += 1 }
      if ChineseReading.isOdd(scalar) { odd += 1 }
    }
    for cell in text.unicodeScalars.split(whereSeparator: ChineseReading.separators.contains).prefix(200)
    where cell.contains(where: { $0.value > 0x7F }) {
      if ChineseReading.columnNames.contains(HeaderName.normalised(String(cell))) { headers += 1 }
    }
  }

  private mutating func countPairs(_ sample: [UInt8]) {
    var i = 0
    while i + 1 < sample.count {
      guard sample[i] > 0x80 else {
        i += 1
        continue
      }
      let (lead, trail) = (sample[i], sample[i + 1])
      if trail >= 0xA1 { highPairs += 1 }
      let isFirstLevel =
        encoding == .gb18030
        ? (0xB0...0xD7).contains(lead) && trail >= 0xA1 : (0xA4...0xC6).contains(lead) && trail >= 0x40
      if isFirstLevel { firstLevel += 1 }
      i += 2
    }
  }

  private static let separators = Set(",;\t|\r\n\"".unicodeScalars)

  /// Greek, Cyrillic, kana, box drawing, private use.
  private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x80..<0xA0, 0x370..<0x530, 0x2500..<0x25A0, 0x3040..<0x3130, 0xE000..<0xF900: true
    default: false
    }
  }

  private static let columnNames: Set<String> = Set(
    (PurchaseColumn.allCases.flatMap(\.headers) + MemberColumn.allCases.flatMap(\.headers)
      + ActionColumn.allCases.flatMap(\.headers)).filter { $0.utf8.contains { $0 > 0x7F } }.map(HeaderName.normalised))

  /// The lines that have characters beyond ASCII, from the first on, until there are enough.
  private static func tellingLines(of sample: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    for line in sample.split(separator: 0x0A) where !isASCII(Array(line).span) {
      lines.append(contentsOf: line)
      lines.append(0x0A)
      if lines.count > 1 << 16 { break }
    }
    return lines
  }
}

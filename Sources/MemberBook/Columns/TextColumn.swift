/// A text a row in 8 bytes: short ones are held in place. Of long ones the last digits are, at most eight, and what comes
/// before them once each in a table, so that numbers such as POS01-20240105-000123 cost little more than their 8 bytes.
/// Equal words of one column are equal texts; 0 is blank.
///
/// A long text's word: the top bit, 31 bits of its head's number in the table, 4 of the count of its last digits and 28 of
/// what they say.
public struct TextColumn: Sendable, Equatable {
  /// An entry a text, laid out as said above.
  public internal(set) var words: [UInt64] = []
  private var heads = TextTable()

  private static let isLong: UInt64 = 1 << 63

  /// An empty column.
  public init() {}

  /// How many texts it has, blank ones among them.
  public var count: Int { words.count }
  /// What it holds in memory.
  public var byteCount: Int { words.capacity * 8 + heads.texts.byteCount }

  /// Appends a text of any length.
  public mutating func append(_ text: ByteSpan) {
    let key = TextKey(text)
    if key.isExact {
      words.append(key.word)
      return
    }
    var split = text.count
    var (value, scale): (UInt64, UInt64) = (0, 1)
    while split > 0, text.count - split < 8, text[split - 1] &- 0x30 <= 9 {
      split -= 1
      value += UInt64(text[split] &- 0x30) * scale
      scale *= 10
    }
    let head = heads.code(of: text.extracting(0..<split))
    words.append(Self.isLong | UInt64(head) << 32 | UInt64(text.count - split) << 28 | value)
  }

  private static func head(of word: UInt64) -> Int { Int(word >> 32 & 0x7FFF_FFFF) }

  /// The same long text where its head has the number `head`.
  private static func word(_ word: UInt64, head: UInt32) -> UInt64 {
    isLong | UInt64(head) << 32 | word & 0xFFFF_FFFF
  }

  /// Makes `bytes` the text that `word` stands for.
  private func write(_ word: UInt64, to bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    guard word & Self.isLong != 0 else { return TextKey(word: word).appendText(to: &bytes) }
    heads.texts.withText(Self.head(of: word)) { head in for i in head.indices { bytes.append(head[i]) } }
    let end = bytes.count
    var value = word & 0xFFF_FFFF
    for _ in 0..<(word >> 28 & 0xF) {
      bytes.insert(UInt8(truncatingIfNeeded: 0x30 + value % 10), at: end)
      value /= 10
    }
  }

  /// Appends the texts that exact keys hold, given their words.
  public mutating func append(exact keys: some Collection<UInt64>) { words.append(contentsOf: keys) }

  /// Appends so many blank texts.
  public mutating func append(blanks count: Int) { words.append(contentsOf: repeatElement(0, count: count)) }

  /// Keeps room for so many texts.
  public mutating func reserveCapacity(_ count: Int) { words.reserveCapacity(count) }

  mutating func append(contentsOf other: TextColumn) { words.append(contentsOf: words(adding: other)) }

  /// The words that the rows of `other` have here, whose heads are added.
  mutating func words(adding other: TextColumn) -> [UInt64] {
    if other.heads.count == 0 { return other.words }
    let codes = heads.codes(adding: other.heads)
    return other.words.map { $0 & Self.isLong == 0 ? $0 : Self.word($0, head: codes[Self.head(of: $0)]) }
  }

  /// The text at `i`, as it was read.
  public subscript(i: Int) -> String {
    var bytes: [UInt8] = []
    write(words[i], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The word that row `i` of `other` would have here; nil when that text is long and no row here has its head.
  func word(for other: TextColumn, at i: Int) -> UInt64? {
    let word = other.words[i]
    guard word & Self.isLong != 0 else { return word }
    return other.heads.texts.withText(Self.head(of: word)) { heads.find($0) }.map { Self.word(word, head: $0) }
  }

  /// The same texts with other words, of its own.
  func with(_ words: [UInt64]) -> TextColumn {
    var result = self
    result.words = words
    return result
  }

  /// The texts of `rows`, in that order.
  func gathered(_ rows: [UInt32]) -> TextColumn { with(rows.map { words[Int($0)] }) }

  /// Every text's number in `table`, new ones in the order of the rows; blank is `blank`.
  func codes(in table: inout TextTable, blank: UInt32) -> [UInt32] {
    var codes = [UInt32](repeating: blank, count: words.count)
    var text: [UInt8] = []
    table.forEachHome(of: words) { (table: inout TextTable, home: TextTable.Home) in
      let word = home.word
      if word == 0 { return }
      if word & Self.isLong == 0 {
        codes[home.row] =
          home.slot.key == word && home.slot.code != .max ? home.slot.code : table.code(ofExact: TextKey(word: word))
      } else {
        write(word, to: &text)
        codes[home.row] = table.code(of: text.span)
      }
    }
    return codes
  }
}

/// A text a row in 8 bytes: short ones are held in place, long ones once each in a table. Equal words of one column are
/// equal texts; 0 is blank.
public struct TextColumn: Sendable, Equatable {
  public internal(set) var words: [UInt64] = []
  private var long = TextTable()

  private static let isLong: UInt64 = 1 << 63

  public init() {}

  public var count: Int { words.count }
  public var byteCount: Int { words.capacity * 8 + long.texts.byteCount }

  public mutating func append(_ text: ByteSpan) {
    let key = TextKey(text)
    words.append(key.isExact ? key.word : Self.isLong | UInt64(long.code(of: key, text: text)))
  }

  /// Appends the texts that exact keys hold, given their words.
  public mutating func append(exact keys: some Collection<UInt64>) { words.append(contentsOf: keys) }

  public mutating func append(blanks count: Int) { words.append(contentsOf: repeatElement(0, count: count)) }

  public mutating func reserveCapacity(_ count: Int) { words.reserveCapacity(count) }

  mutating func append(contentsOf other: TextColumn) { words.append(contentsOf: words(adding: other)) }

  /// The words that the rows of `other` have here, whose long texts are added.
  mutating func words(adding other: TextColumn) -> [UInt64] {
    if other.long.count == 0 { return other.words }
    let codes = long.codes(adding: other.long)
    return other.words.map { $0 & Self.isLong == 0 ? $0 : Self.isLong | UInt64(codes[Int($0 & ~Self.isLong)]) }
  }

  public subscript(i: Int) -> String {
    let word = words[i]
    if word & Self.isLong != 0 { return long.texts[Int(word & ~Self.isLong)] }
    var bytes: [UInt8] = []
    TextKey(word: word).appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The word that row `i` of `other` would have here; nil when no row here has that text and it is long.
  func word(for other: TextColumn, at i: Int) -> UInt64? {
    let word = other.words[i]
    guard word & Self.isLong != 0 else { return word }
    let found = other.long.texts.withText(Int(word & ~Self.isLong)) { long.find($0) }
    return found.map { Self.isLong | UInt64($0) }
  }

  /// The same texts with other words, of its own.
  func with(_ words: [UInt64]) -> TextColumn {
    var result = self
    result.words = words
    return result
  }

  /// Every text's number in `table`, new ones in the order of the rows; blank is `blank`.
  func codes(in table: inout TextTable, blank: UInt32) -> [UInt32] {
    var codes = [UInt32](repeating: blank, count: words.count)
    var ofLong = [UInt32](repeating: .max, count: long.count)
    table.forEachHome(of: words) { (table: inout TextTable, row: Int, word: UInt64, home: TextTable.Slot) in
      if word == 0 { return }
      if word & Self.isLong == 0 {
        codes[row] = home.key == word && home.code != .max ? home.code : table.code(ofExact: TextKey(word: word))
      } else {
        let i = Int(word & ~Self.isLong)
        if ofLong[i] == .max { ofLong[i] = long.texts.withText(i) { table.code(of: $0) } }
        codes[row] = ofLong[i]
      }
    }
    return codes
  }
}

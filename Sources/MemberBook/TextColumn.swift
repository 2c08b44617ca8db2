/// A text a row in 8 bytes: short ones are held in place, long ones once each in a table. Equal words of one column are
/// equal texts; 0 is blank.
public struct TextColumn: Sendable, Equatable {
  public private(set) var words: [UInt64] = []
  private var long = TextTable()

  private static let isLong: UInt64 = 1 << 63

  public init() {}

  public var count: Int { words.count }
  public var byteCount: Int { words.capacity * 8 + long.texts.byteCount }

  public mutating func append(_ text: ByteSpan) {
    let key = TextKey(text)
    words.append(key.isExact ? key.word : Self.isLong | UInt64(long.code(of: key, text: text)))
  }

  public mutating func append(blanks count: Int) { words.append(contentsOf: repeatElement(0, count: count)) }

  public mutating func reserveCapacity(_ count: Int) { words.reserveCapacity(count) }

  mutating func append(contentsOf other: TextColumn) {
    let codes = long.codes(adding: other.long)
    for word in other.words {
      words.append(word & Self.isLong == 0 ? word : Self.isLong | UInt64(codes[Int(word & ~Self.isLong)]))
    }
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

  /// The texts of `rows`, in that order.
  func gathered(_ rows: [UInt32]) -> TextColumn {
    var result = TextColumn()
    result.words = rows.map { words[Int($0)] }
    result.long = long
    return result
  }

  /// Every text's number in `table`, new ones in the order of the rows; blank is `blank`.
  func appendCodes(in table: inout TextTable, blank: UInt32, to column: inout [UInt32]) {
    var codes = [UInt32](repeating: .max, count: long.count)
    for word in words {
      if word == 0 {
        column.append(blank)
      } else if word & Self.isLong == 0 {
        column.append(table.code(ofExact: TextKey(word: word)))
      } else {
        let i = Int(word & ~Self.isLong)
        if codes[i] == .max { codes[i] = long.texts.withText(i) { table.code(of: $0) } }
        column.append(codes[i])
      }
    }
  }
}

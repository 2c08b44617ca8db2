import MemberBook
import Testing

@Suite("Columns of texts") struct TextColumnTests {
  static let texts = [
    "", "0", "007", "123456789012345", "1234567890123456", "123456789012345678", "0000000000000000",
    "POS01-20240105-000123",
    "POS01-20240105-00123", "POS01-20240105-123", "POS01-20240105-", "POS01-20240105-12345678",
    "POS01-20240105-123456789",
    "POS01-20240105-0123456789", "收银台一号", "收银台一号7", "abcdefg", "abcdefgh", "abcdefgh0", "abcdefgh00", "a1b2c3d4e5f6",
  ]

  @Test("Texts come back as they were, and equal words are equal texts") func comeBack() {
    var column = TextColumn()
    for text in Self.texts + Self.texts { column.append(Array(text.utf8).span) }
    for i in 0..<column.count {
      #expect(column[i] == Self.texts[i % Self.texts.count])
      for j in 0..<column.count { #expect((column.words[i] == column.words[j]) == (column[i] == column[j])) }
    }
  }

  @Test("Numbers with a common head cost their 8 bytes") func heads() {
    var column = TextColumn()
    for i in 0..<100_000 { column.append(Array("POS01-20240105-\(1_000_000 + i)".utf8).span) }
    #expect(column[99_999] == "POS01-20240105-1099999")
    #expect(column.byteCount < 100_000 * 8 * 2)
  }
}

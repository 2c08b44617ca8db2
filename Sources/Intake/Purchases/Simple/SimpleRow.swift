import MemberBook

/// One row of which is known where its fields may end.
struct SimpleRow {
  let text: BlockBytes
  let start: Int
  let ends: UnsafeMutablePointer<UInt32>
  /// Whether there are quotes anywhere in the block.
  let hasQuotes: Bool

  /// Where the next row begins, and how many ends this one uses; nil when it has not so many fields or is not simple.
  @inline(__always)
  func end(_ fieldCount: Int, _ delimiter: UInt8, isASCII: Bool) -> (next: Int, used: Int)? {
    for field in 0..<(fieldCount &- 1) where text[Int(ends[field])] != delimiter { return nil }
    var end = Int(ends[fieldCount &- 1])
    var used = fieldCount
    if text[end] == 0x0D {
      end &+= 1
      used &+= 1
    }
    guard text[end] == 0x0A else { return nil }
    if hasQuotes, !(0..<fieldCount).allSatisfy(hasSimpleQuotes) { return nil }
    if !isASCII, !UTF8Check.isValid(text.bytes(ByteRange(start: start, end: end)).span) { return nil }
    return (end &+ 1, used)
  }

  /// A cell without the quotes around it.
  @inline(__always) func cell(_ number: Int) -> ByteRange {
    let field = field(number)
    if hasQuotes, text[field.start] == UInt8(ascii: "\"") {
      return ByteRange(start: field.start &+ 1, end: field.end &- 1)
    }
    return field
  }

  @inline(__always) private func field(_ number: Int) -> ByteRange {
    ByteRange(start: number == 0 ? start : Int(ends[number &- 1]) &+ 1, end: Int(ends[number]))
  }

  /// Whether a field has no quotes that count, or just one at either end.
  private func hasSimpleQuotes(_ number: Int) -> Bool {
    let quote = UInt8(ascii: "\"")
    let field = field(number)
    guard text[field.start] == quote else { return true }
    guard field.count >= 2, text[field.end - 1] == quote else { return false }
    for i in field.start + 1..<field.end - 1 where text[i] == quote { return false }
    return true
  }
}

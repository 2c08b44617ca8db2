import MemberBook

extension RowText {
  /// Adds a cell of a binary column: the text that it holds, or `x'…'` and its first bytes, which nothing reads further
  /// on.
  mutating func add(binary bytes: ByteSpan) {
    if UTF8Check.isValid(bytes) {
      add(bytes)
      return
    }
    var text = "x'"
    for i in 0..<min(bytes.count, 8) {
      if bytes[i] < 0x10 { text += "0" }
      text += String(bytes[i], radix: 16)
    }
    add(text + (bytes.count > 8 ? "…'" : "'"))
  }
}

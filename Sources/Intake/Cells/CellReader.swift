import MemberBook

/// Reads a cell from front to back.
struct CellReader {
  private let bytes: [UInt8]
  private var next = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { next == bytes.count }

  var isAtDigit: Bool { next < bytes.count && isDigit(bytes[next]) }

  /// How many digits stand here.
  var digitCount: Int {
    var end = next
    while end < bytes.count, isDigit(bytes[end]) { end += 1 }
    return end - next
  }

  mutating func skipBlanks() {
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
  }

  /// Passes `text`, whose letters must be capitals, where it stands here in any case.
  mutating func accept(_ text: String) -> Bool {
    var i = next
    for byte in text.utf8 {
      guard i < bytes.count, upper(bytes[i]) == byte else { return false }
      i += 1
    }
    next = i
    return true
  }

  /// Passes the first of `words` that stands here, and no letter after it where it is one of letters.
  mutating func accept(oneOf words: [String]) -> Int? {
    let start = next
    for (i, word) in words.enumerated() {
      if accept(word) {
        let ends = next == bytes.count || !isLetter(bytes[next]) || !isLetter(bytes[next - 1])
        if ends { return i }
      }
      next = start
    }
    return nil
  }

  /// The digits that stand here, at most nine; nil where there are none or more.
  mutating func number() -> (value: Int, digits: Int)? {
    let count = digitCount
    guard (1...9).contains(count) else { return nil }
    return number(ofDigits: count).map { ($0, count) }
  }

  /// The next `count` digits, at most nine, whatever follows them; nil where there are fewer.
  mutating func number(ofDigits count: Int) -> Int? {
    guard count <= 9, digitCount >= count else { return nil }
    var value = 0
    for i in next..<next + count { value = value * 10 + Int(bytes[i] - 0x30) }
    next += count
    return value
  }

  private func isLetter(_ byte: UInt8) -> Bool { upper(byte) &- 0x41 < 26 }
}

/// The number that stands at `start`, of `limit` digits at most, and where it ends. Nil where there is no digit.
@inline(__always) func digits(_ text: ByteSpan, _ start: Int, atMost limit: Int) -> (value: Int, end: Int)? {
  var value = 0
  var i = start
  while i < text.count, i - start < limit, isDigit(text[i]) {
    value = value * 10 + Int(text[i] &- 0x30)
    i += 1
  }
  return i == start ? nil : (value, i)
}

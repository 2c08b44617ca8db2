/// Texts in one block of UTF-8 bytes, by position.
public struct TextList: Sendable, Equatable {
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  /// How many texts it has.
  public var count: Int { ends.count }
  /// What it holds in memory.
  public var byteCount: Int { bytes.capacity + ends.capacity * 8 }

  func range(_ i: Int) -> Range<Int> { (i == 0 ? 0 : ends[i - 1])..<ends[i] }

  /// The text at `i`.
  public subscript(i: Int) -> String { String(decoding: bytes[range(i)], as: UTF8.self) }

  /// Calls `body` with the bytes of text `i`.
  func withText<Result>(_ i: Int, _ body: (ByteSpan) -> Result) -> Result {
    body(bytes.span.extracting(range(i)))
  }

  func matches(_ i: Int, _ text: ByteSpan) -> Bool {
    let range = range(i)
    guard range.count == text.count else { return false }
    for offset in 0..<text.count where bytes[range.lowerBound + offset] != text[offset] { return false }
    return true
  }

  mutating func append(_ text: ByteSpan) {
    for i in 0..<text.count { bytes.append(text[i]) }
    ends.append(bytes.count)
  }

  mutating func append(textOf key: TextKey) {
    key.appendText(to: &bytes)
    ends.append(bytes.count)
  }

  /// Gives back the room kept for growing.
  mutating func trim() {
    bytes = bytes.trimmed()
    ends = ends.trimmed()
  }
}

extension Array {
  /// The same elements in no more memory than they need.
  func trimmed() -> [Element] {
    guard capacity > count + count / 16 + 64 else { return self }
    var exact: [Element] = []
    exact.reserveCapacity(count)
    exact.append(contentsOf: self)
    return exact
  }
}

/// Reads a cell from front to back.
struct CellReader {
  private let bytes: [UInt8]
  private var next = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { next == bytes.count }

  mutating func skipBlanks() {
    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
  }

  mutating func accept(_ text: String) -> Bool {
    guard bytes[next...].starts(with: text.utf8) else { return false }
    next += text.utf8.count
    return true
  }

  /// The digits that stand here, at most nine; nil where there are none or more.
  mutating func number() -> (value: Int, digits: Int)? {
    var value = 0
    let start = next
    while next < bytes.count, isDigit(bytes[next]) {
      guard next - start < 9 else { return nil }
      value = value * 10 + Int(bytes[next] - 0x30)
      next += 1
    }
    return next == start ? nil : (value, next - start)
  }
}

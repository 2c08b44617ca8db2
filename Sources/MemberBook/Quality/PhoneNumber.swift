/// A telephone number, however it was written: only its digits, without the country's code 86 and zeros in front.
public struct PhoneNumber: Hashable, Sendable {
  /// 7 to 15 digits from the first that is not 0.
  public let digits: String

  /// Nil for a text that is not one whole number: with masked digits (`138****8000`), with letters, too short or too long.
  /// Full-width digits and signs are read like narrow ones, and a `.0` at the end, which spreadsheets add, is taken off.
  public init?(_ text: String) {
    var scalars = text.unicodeScalars.map { (0xFF01...0xFF5E).contains($0.value) ? $0.value - 0xFEE0 : $0.value }
    while let last = scalars.last, Self.separators.contains(last) { scalars.removeLast() }
    if scalars.suffix(2) == [0x2E, 0x30] { scalars.removeLast(2) }
    var digits: [UInt8] = []
    for scalar in scalars {
      if (0x30...0x39).contains(scalar) {
        digits.append(UInt8(scalar))
      } else if !Self.separators.contains(scalar) {
        return nil
      }
    }
    func drop(_ prefix: String, leaving least: Int) {
      let bytes = Array(prefix.utf8)
      if digits.starts(with: bytes), digits.count >= bytes.count + least { digits.removeFirst(bytes.count) }
    }
    drop("0086", leaving: 7)
    // 86 alone may start an own number; ten digits and more after it are a number with its area or a mobile's.
    drop("86", leaving: 10)
    digits = Array(digits.drop { $0 == 0x30 })
    guard (7...15).contains(digits.count) else { return nil }
    self.digits = String(decoding: digits, as: UTF8.self)
  }

  /// Blanks of all kinds, hyphens, brackets, a plus, a point, a slash and a spreadsheet's apostrophe.
  private static let separators: Set<UInt32> = [
    0x09, 0x20, 0x27, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F, 0xA0, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2019, 0x202F,
    0x3000,
  ]

  /// Whether it looks made up to fill a field: eight equal digits at its end, eight in counting order anywhere, or a number
  /// known for it.
  public var looksMadeUp: Bool {
    let bytes = Array(digits.utf8)
    if digits == "13800138000" || digits == "13900139000" { return true }
    if bytes.count >= 7, Set(bytes.suffix(8)).count == 1 { return true }
    func hasRun(_ step: (UInt8, UInt8) -> Bool) -> Bool {
      var length = 1
      for (one, other) in zip(bytes, bytes.dropFirst()) {
        length = step(one, other) ? length + 1 : 1
        if length == 8 { return true }
      }
      return false
    }
    return hasRun { $1 == $0 + 1 } || hasRun { $0 == $1 + 1 }
  }
}

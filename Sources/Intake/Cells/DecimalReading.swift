import MemberBook

/// What a cell that should be a decimal number says, exactly: never by way of binary floating point.
enum DecimalReading: Equatable {
  /// In units of the last decimal.
  case value(Int64)
  case blank
  case unreadable
  case tooManyDecimals
  case beyondBound

  /// The greatest magnitude taken, 1,000,000,000,000.00 with two decimals.
  static let bound: Int64 = 100_000_000_000_000

  static func isWithinBound(_ value: Int64) -> Bool { value.magnitude <= bound.magnitude }

  /// Reads a number with at most `decimals` decimals, at most 3, further zeros aside: an optional sign, before or after;
  /// digits in groups of three or in none, parted by a comma (by a point where the decimal mark is a comma), a blank or an
  /// apostrophe; a currency before or after, ¥, NT$, RMB, 元; (45.00) for −45.00; full-width
  /// forms; the apostrophe that Excel leads text with. No exponents. Words and dashes that stand for nothing, such as N/A
  /// or —, are unreadable, not blank: whoever wrote them may have meant a zero.
  init(_ text: ByteSpan, decimals: Int, mark: DecimalMark = .point) {
    if mark == .point, let simple = DecimalReading.simple(text, decimals: decimals) {
      self = simple
    } else {
      self = DecimalReading.full(Intake.folded(text), decimals: decimals, mark)
    }
  }

  /// Sign, digits, point, digits: what nearly every cell is. Nil for anything else.
  @inline(__always) private static func simple(_ text: ByteSpan, decimals: Int) -> DecimalReading? {
    let count = text.count
    // With three decimals more the value still fits.
    guard count > 0, count <= 15 else { return nil }
    var i = 0
    let isNegative = text[0] == UInt8(ascii: "-")
    if isNegative { i = 1 }
    var value: Int64 = 0
    let first = i
    while i < count, isDigit(text[i]) {
      value = value &* 10 &+ Int64(text[i] &- 0x30)
      i &+= 1
    }
    guard i > first else { return nil }
    var missing = decimals
    if i < count {
      guard text[i] == UInt8(ascii: ".") else { return nil }
      i &+= 1
      while i < count, missing > 0, isDigit(text[i]) {
        value = value &* 10 &+ Int64(text[i] &- 0x30)
        i &+= 1
        missing &-= 1
      }
      guard i == count else { return nil }
    }
    while missing > 0 {
      value = value &* 10
      missing &-= 1
    }
    if value > bound { return nil }
    return .value(isNegative ? -value : value)
  }
}

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

  /// Reads a number with at most `decimals` decimals, further zeros aside: an optional sign, digits in groups of three or
  /// in none, a currency sign before or 元 after, (45.00) for −45.00, full-width forms.
  init(_ text: ByteSpan, decimals: Int) {
    if let plain = DecimalReading.plain(text, decimals: decimals) {
      self = plain
    } else {
      let bytes = Intake.folded(text)
      self = DecimalReading.full(bytes, decimals: decimals)
    }
  }

  /// Sign, digits, point, digits: what nearly every cell is. Nil for anything else.
  @inline(__always) private static func plain(_ text: ByteSpan, decimals: Int) -> DecimalReading? {
    let count = text.count
    guard count > 0, count <= 16 else { return nil }
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

  private static func full(_ bytes: [UInt8], decimals: Int) -> DecimalReading {
    var rest = bytes[...]
    func skipBlanks() {
      while rest.first == 0x20 { rest.removeFirst() }
      while rest.last == 0x20 { rest.removeLast() }
    }
    func accept(_ prefix: String) -> Bool {
      guard rest.starts(with: prefix.utf8) else { return false }
      rest.removeFirst(prefix.utf8.count)
      skipBlanks()
      return true
    }
    skipBlanks()
    if rest.isEmpty { return .blank }
    var isNegative = false
    var isSigned = false
    if rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") {
      rest = rest.dropFirst().dropLast()
      (isNegative, isSigned) = (true, true)
      skipBlanks()
    }
    func acceptSign() {
      guard !isSigned else { return }
      if accept("-") {
        (isNegative, isSigned) = (true, true)
      } else if accept("+") {
        isSigned = true
      }
    }
    acceptSign()
    // U+FFE5 ￥ and U+00A5 ¥ are both in use for the yuan; U+FFE1 and U+FF04 fold or stand for themselves.
    for sign in ["¥", "￥", "$", "€", "£", "￡"] where accept(sign) { break }
    acceptSign()
    if rest.count >= 3, rest.suffix(3).elementsEqual("元".utf8) {
      rest.removeLast(3)
      skipBlanks()
    }
    return number(rest, decimals: decimals, isNegative: isNegative)
  }

  private static func number(_ text: ArraySlice<UInt8>, decimals: Int, isNegative: Bool) -> DecimalReading {
    let parts = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first else { return .unreadable }
    let groups = whole.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
        return .unreadable
      }
    }
    let fraction = parts.count == 2 ? parts[1] : []
    let digits = groups.joined()
    guard digits.allSatisfy(isDigit), fraction.allSatisfy(isDigit) else { return .unreadable }
    guard !(digits.isEmpty && fraction.isEmpty) else { return .unreadable }
    guard fraction.dropFirst(decimals).allSatisfy({ $0 == 0x30 }) else { return .tooManyDecimals }
    var value: Int64 = 0
    let zeros = repeatElement(UInt8(ascii: "0"), count: max(0, decimals - fraction.count))
    for digit in [Array(digits), Array(fraction.prefix(decimals)), Array(zeros)].joined() {
      value = value * 10 + Int64(digit - 0x30)
      if value > bound { return .beyondBound }
    }
    return .value(isNegative ? -value : value)
  }
}

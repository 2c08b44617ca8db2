import MemberBook

extension DecimalReading {
  /// Reads what `simple` does not, from text in half-width forms.
  static func full(_ bytes: [UInt8], decimals: Int, _ mark: DecimalMark) -> DecimalReading {
    var rest = bytes[...]
    trim(&rest)
    // Excel's mark that what follows is text.
    if rest.first == UInt8(ascii: "'") {
      rest.removeFirst()
      trim(&rest)
    }
    if rest.isEmpty { return .blank }
    var sign: Int64?
    acceptBrackets(&rest, &sign)
    acceptSign(&rest, &sign)
    for mark in CurrencyMark.leading where hasPrefix(rest, mark) {
      rest.removeFirst(mark.count)
      trim(&rest)
      break
    }
    acceptBrackets(&rest, &sign)
    acceptSign(&rest, &sign)
    for mark in CurrencyMark.trailing where hasSuffix(rest, mark) {
      rest.removeLast(mark.count)
      trim(&rest)
      break
    }
    // As SAP writes what is below zero.
    if sign == nil, rest.count > 1, rest.last == UInt8(ascii: "-") {
      rest.removeLast()
      sign = -1
    }
    return number(rest, decimals: decimals, mark, isNegative: sign == -1)
  }

  private static func trim(_ rest: inout ArraySlice<UInt8>) {
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
  }

  /// Takes the brackets off (45.00), which is below zero, where there has been no sign.
  private static func acceptBrackets(_ rest: inout ArraySlice<UInt8>, _ sign: inout Int64?) {
    guard sign == nil, rest.count >= 2, rest.first == UInt8(ascii: "("), rest.last == UInt8(ascii: ")") else { return }
    rest = rest.dropFirst().dropLast()
    sign = -1
    trim(&rest)
  }

  /// Takes a sign from the front where there has been none.
  private static func acceptSign(_ rest: inout ArraySlice<UInt8>, _ sign: inout Int64?) {
    guard sign == nil, let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") else { return }
    sign = first == UInt8(ascii: "-") ? -1 : 1
    rest.removeFirst()
    trim(&rest)
  }

  private static func hasPrefix(_ rest: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    rest.count > mark.count && zip(rest, mark).allSatisfy { upper($0) == $1 }
  }

  private static func hasSuffix(_ rest: ArraySlice<UInt8>, _ mark: [UInt8]) -> Bool {
    rest.count > mark.count && zip(rest.suffix(mark.count), mark).allSatisfy { upper($0) == $1 }
  }

  /// Digits in groups of three or in none, the decimal mark, digits.
  private static func number(
    _ text: ArraySlice<UInt8>, decimals: Int, _ mark: DecimalMark, isNegative: Bool
  ) -> DecimalReading {
    let parts = text.split(separator: mark.byte, omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first.map(plainGroupMarks) else { return .unreadable }
    let parting = mark.groups.first { whole.contains($0) }
    let groups = parting.map { whole.split(separator: $0, omittingEmptySubsequences: false) } ?? [whole[...]]
    if groups.count > 1 {
      guard (1...3).contains(groups[0].count), groups[0].first != UInt8(ascii: "0"),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return .unreadable }
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

  /// With a plain blank and apostrophe in place of the others that part thousands: U+00A0, U+2009, U+202F, U+2019.
  private static func plainGroupMarks(_ text: ArraySlice<UInt8>) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x80 }) else { return Array(text) }
    let marks: [(form: [UInt8], plain: UInt8)] = [
      ([0xC2, 0xA0], 0x20), ([0xE2, 0x80, 0x89], 0x20), ([0xE2, 0x80, 0xAF], 0x20), ([0xE2, 0x80, 0x99], 0x27),
    ]
    var result: [UInt8] = []
    var rest = text
    while let byte = rest.first {
      if let mark = marks.first(where: { rest.starts(with: $0.form) }) {
        result.append(mark.plain)
        rest = rest.dropFirst(mark.form.count)
      } else {
        result.append(byte)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}

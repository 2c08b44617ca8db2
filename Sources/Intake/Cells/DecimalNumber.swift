import MemberBook

/// A number as workbooks and programs write it, `1.0000000000000001E-2`, taken from its digits and never by way of binary floating
/// point.
struct DecimalNumber {
  private(set) var isNegative = false
  /// The first 18 digits from the first that is not 0; further ones only count in the exponent.
  private(set) var digits: UInt64 = 0
  /// In tens: the value is digits × 10^exponent.
  private(set) var exponent = 0
  /// Whether it is written with digits alone, and so is exact however many there are.
  private(set) var isInteger = true

  /// Excel keeps so many digits of a number.
  static let precision = 15
  /// Beyond this no number of Excel's has an exponent.
  private static let greatestExponent = 400

  /// Nil for what is no number. Blanks around it do not matter.
  init?(_ text: ByteSpan) {
    var i = 0
    var end = text.count
    while i < end, text[i] <= 0x20 { i += 1 }
    while end > i, text[end - 1] <= 0x20 { end -= 1 }
    if i < end, text[i] == minus || text[i] == plus {
      isNegative = text[i] == minus
      i += 1
    }
    var digitCount = 0
    var hasPoint = false
    while i < end {
      if isDigit(text[i]) {
        digitCount += 1
        if digits < 100_000_000_000_000_000 {
          digits = digits * 10 + UInt64(text[i] - 0x30)
          if hasPoint { exponent -= 1 }
        } else if !hasPoint {
          exponent += 1
        }
      } else if text[i] == point, !hasPoint {
        (hasPoint, isInteger) = (true, false)
      } else {
        break
      }
      i += 1
    }
    guard digitCount > 0 else { return nil }
    if i < end {
      guard text[i] | 0x20 == UInt8(ascii: "e") else { return nil }
      isInteger = false
      i += 1
      let isDown = i < end && text[i] == minus
      if i < end, text[i] == minus || text[i] == plus { i += 1 }
      guard i < end else { return nil }
      var power = 0
      while i < end {
        guard isDigit(text[i]), power <= Self.greatestExponent else { return nil }
        power = power * 10 + Int(text[i] - 0x30)
        i += 1
      }
      exponent += isDown ? -power : power
    }
    if digits > 0, abs(exponent) > Self.greatestExponent { return nil }
  }

  /// Adds the number plainly, rounded to 15 digits half away from zero, without exponent or idle zeros.
  func append(to bytes: inout [UInt8]) {
    if digits == 0 { return bytes.append(0x30) }
    let (rounded, power) = self.rounded
    let text = Array(String(rounded).utf8)
    if isNegative { bytes.append(minus) }
    if power >= 0 {
      bytes += text
      bytes += repeatElement(0x30, count: power)
    } else if text.count > -power {
      bytes += text.dropLast(-power)
      bytes.append(point)
      bytes += text.suffix(-power)
    } else {
      bytes += [0x30, point]
      bytes += repeatElement(0x30, count: -power - text.count)
      bytes += text
    }
  }

  private var rounded: (digits: UInt64, power: Int) {
    var (value, power) = (digits, exponent)
    var unit: UInt64 = 1
    while value / unit >= 1_000_000_000_000_000 {
      unit *= 10
      power += 1
    }
    if unit > 1 { value = (value + unit / 2) / unit }
    while value % 10 == 0 {
      value /= 10
      power += 1
    }
    return (value, power)
  }
}

/// Adds the text of a number cell: an integer as it stands, since it may be a member's id of any length, any other number
/// rounded as Excel shows it, and what is no number as it is.
func appendNumber(_ text: ByteSpan, to bytes: inout [UInt8]) {
  guard let number = DecimalNumber(text) else {
    for i in 0..<text.count { bytes.append(text[i]) }
    return
  }
  guard number.isInteger, number.digits > 0 else { return number.append(to: &bytes) }
  if number.isNegative { bytes.append(minus) }
  var isLeading = true
  for i in 0..<text.count where isDigit(text[i]) && !(isLeading && text[i] == 0x30) {
    isLeading = false
    bytes.append(text[i])
  }
}

private let minus = UInt8(ascii: "-")
private let plus = UInt8(ascii: "+")
private let point = UInt8(ascii: ".")

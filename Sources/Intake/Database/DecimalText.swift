/// A binary floating-point number as a person would write it: the shortest decimal that reads back to it, without an
/// exponent, and of a double no more than the 15 significant digits that any decimal keeps in one (0.1 + 0.2 is 0.3).
/// `NaN`, `Inf` and `-Inf` are what is no number.
struct DecimalText: Equatable {
  let text: String

  init(_ value: Double) {
    self.init(shortest: value.description, significant: 15)
  }

  /// A float's shortest decimal has nine digits at most, so that none is rounded away.
  init(_ value: Float) {
    self.init(shortest: value.description, significant: 9)
  }

  private init(shortest: String, significant: Int) {
    switch shortest {
    case "inf": text = "Inf"
    case "-inf": text = "-Inf"
    case "nan", "-nan", "snan": text = "NaN"
    case "0.0", "-0.0": text = "0"
    default:
      let isPlain = shortest.utf8.count <= significant && !shortest.utf8.contains(UInt8(ascii: "e"))
      if !isPlain {
        text = Decimal(shortest).rounded(to: significant).plain
      } else if shortest.hasSuffix(".0") {
        text = String(shortest.dropLast(2))
      } else {
        text = shortest
      }
    }
  }
}

/// Decimal digits without zeros at either end, and where the point stands: 0.digits × 10^exponent.
private struct Decimal {
  let isNegative: Bool
  var digits: [UInt8] = []
  var exponent = 0

  /// Reads Swift's description of a finite number: `12.5`, `-1e-07`, `1.5e+20`.
  init(_ text: String) {
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    let mantissa = (parts.first ?? "").utf8
    isNegative = mantissa.first == UInt8(ascii: "-")
    var whole = true
    for byte in mantissa {
      if byte == UInt8(ascii: ".") { whole = false }
      guard isDigit(byte) else { continue }
      if digits.isEmpty, byte == zero {
        if !whole { exponent -= 1 }
        continue
      }
      digits.append(byte)
      if whole { exponent += 1 }
    }
    if parts.count == 2 { exponent += Int(parts[1]) ?? 0 }
    dropZeros()
  }

  /// To the nearest number of at most `count` digits; a half goes away from zero.
  func rounded(to count: Int) -> Decimal {
    guard digits.count > count else { return self }
    var result = self
    result.digits.removeSubrange(count...)
    if digits[count] >= zero + 5 {
      var i = count - 1
      while i >= 0, result.digits[i] == zero + 9 {
        result.digits[i] = zero
        i -= 1
      }
      if i >= 0 {
        result.digits[i] += 1
      } else {
        result.digits.insert(zero + 1, at: 0)
        result.exponent += 1
      }
    }
    result.dropZeros()
    return result
  }

  var plain: String {
    let sign = isNegative ? "-" : ""
    let text = String(decoding: digits, as: UTF8.self)
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + text }
    if digits.count <= exponent { return sign + text + String(repeating: "0", count: exponent - digits.count) }
    return sign + text.prefix(exponent) + "." + text.dropFirst(exponent)
  }

  private mutating func dropZeros() {
    while digits.last == zero { digits.removeLast() }
  }
}

private let zero = UInt8(ascii: "0")

/// Well-formed UTF-8 whose only characters beyond ASCII take two bytes: it may be so by accident, for some pairs of other
/// encodings look like that (女 of GB18030 is Ů of UTF-8).
struct ShortSequences {
  private var likely = 0
  private var odd = 0

  /// At least half of the characters stand as text has them.
  var areText: Bool { likely >= odd }

  init(_ sample: [UInt8]) {
    var before: Unicode.Scalar = "\n"
    var here: Unicode.Scalar?
    for after in String(decoding: sample, as: UTF8.self).unicodeScalars {
      if let here { count(here, before, after) }
      before = here ?? before
      here = after
    }
    if let here { count(here, before, "\n") }
  }

  private mutating func count(_ scalar: Unicode.Scalar, _ before: Unicode.Scalar, _ after: Unicode.Scalar) {
    guard scalar.value > 0x7F else { return }
    let isLikely =
      switch Script(scalar) {
      case .symbol: true
      case .latin: [before, after].contains { $0.properties.isAlphabetic && Script($0) == .latin }
      case .other: false
      case let script: [before, after].contains { Script($0) == script }
      }
    if isLikely { likely += 1 } else { odd += 1 }
  }

  /// The letters of a script that its everyday text is made of.
  private enum Script {
    case symbol, latin, greek, cyrillic, hebrew, arabic, other

    init(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A, 0xC0..<0x180: self = .latin
      case 0xA0..<0xC0: self = .symbol
      case 0x386..<0x3CF: self = .greek
      case 0x401...0x40F, 0x410...0x45F, 0x490, 0x491: self = .cyrillic
      case 0x5D0...0x5EA: self = .hebrew
      case 0x621...0x64A: self = .arabic
      default: self = .other
      }
    }
  }
}

import Messages

/// The characters of a source with their places, full-width forms as their ASCII meaning; the lexer's window on the text.
struct Scanner {
  let source: SourceText
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]
  private(set) var index = 0

  init(_ source: SourceText) {
    self.source = source
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    var offset = 0
    for scalar in String(decoding: source.bytes, as: UTF8.self).unicodeScalars {
      scalars.append(scalar)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    self.scalars = scalars
    self.offsets = offsets
  }

  var isAtEnd: Bool { index >= scalars.count }
  /// The byte offset of the cursor.
  var offset: Int { offsets[index] }

  /// The scalar `ahead` places on, as written.
  func raw(_ ahead: Int = 0) -> Unicode.Scalar? {
    index + ahead < scalars.count ? scalars[index + ahead] : nil
  }

  /// The scalar `ahead` places on, full-width forms as ASCII.
  func peek(_ ahead: Int = 0) -> Unicode.Scalar? { raw(ahead).map(Scanner.narrow) }

  func isDigit(_ ahead: Int) -> Bool { peek(ahead).map { ("0"..."9").contains($0) } ?? false }

  /// How many digits stand from `ahead` on.
  func digits(from ahead: Int) -> Int {
    var count = 0
    while isDigit(ahead + count) { count += 1 }
    return count
  }

  /// The number that `count` digits from `ahead` on spell; at most 9 of them.
  func value(of count: Int, from ahead: Int) -> Int {
    (0..<count).reduce(0) { $0 * 10 + Int((peek(ahead + $1)?.value ?? 48) - 48) }
  }

  mutating func advance(_ count: Int = 1) { index = min(index + count, scalars.count) }

  func text(_ ahead: Int, _ count: Int) -> String {
    var text = String.UnicodeScalarView()
    for place in ahead..<(ahead + count) { if let scalar = peek(place) { text.append(scalar) } }
    return String(text)
  }

  func span(from start: Int) -> SourceSpan { SourceSpan(source, start..<offset) }

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    case 0x3002: "."
    case 0x3001: ","
    case 0x201C, 0x201D: "\""
    case 0x2018, 0x2019: "'"
    case 0xFFE5: "¥"
    default: scalar
    }
  }
}

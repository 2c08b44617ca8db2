import MemberBook

/// What a cell that names a member or a receipt says, without what spreadsheet programs put around it.
enum IdentityText {
  /// The cell says it as it stands.
  case plain
  /// What it says once marks and invisible characters are gone and full-width forms are narrow.
  case cleaned([UInt8])
  /// A program has cut its digits: `6.22848E+17`.
  case cut

  init(_ cell: ByteSpan) {
    guard IdentityText.mayHaveMarks(cell) else {
      self = .plain
      return
    }
    var bytes = IdentityText.visible(folded(cell))[...]
    if bytes.first == UInt8(ascii: "="), bytes.count > 3, bytes.dropFirst().first == UInt8(ascii: "\""),
      bytes.last == UInt8(ascii: "\"")
    {
      bytes = bytes.dropFirst(2).dropLast()
    }
    if bytes.first == UInt8(ascii: "'"), bytes.count > 1 { bytes = bytes.dropFirst() }
    while bytes.first == 0x20 { bytes.removeFirst() }
    while bytes.last == 0x20 { bytes.removeLast() }
    if IdentityText.isCut(bytes) {
      self = .cut
      return
    }
    if let point = bytes.firstIndex(of: UInt8(ascii: ".")), point > bytes.startIndex, point + 1 < bytes.endIndex,
      bytes[..<point].allSatisfy(isDigit), bytes[(point + 1)...].allSatisfy({ $0 == 0x30 })
    {
      bytes = bytes[..<point]
    }
    self = .cleaned(Array(bytes))
  }

  var isCut: Bool { if case .cut = self { true } else { false } }

  /// Hands over what it says; `cell` is where it was read.
  func withBytes<Result>(of cell: ByteSpan, _ body: (ByteSpan) -> Result) -> Result {
    if case .cleaned(let bytes) = self { body(bytes.span) } else { body(cell) }
  }

  /// Whether there can be anything to undo: few cells have it.
  static func mayHaveMarks(_ cell: ByteSpan) -> Bool {
    guard cell.count > 0 else { return false }
    if cell[0] == UInt8(ascii: "=") || cell[0] == UInt8(ascii: "'") { return true }
    for i in 0..<cell.count {
      switch cell[i] {
      case UInt8(ascii: "."), UInt8(ascii: "E"), UInt8(ascii: "e"): if isDigit(cell[0]) { return true }
      // Invisible characters and full-width forms start so.
      case 0xC2, 0xE2, 0xEF: return true
      default: break
      }
    }
    return false
  }

  /// A digit, perhaps further ones behind a point, and an exponent of so many digits as ids have.
  private static func isCut(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(omittingEmptySubsequences: false) { upper($0) == UInt8(ascii: "E") }
    guard parts.count == 2, let mantissa = parts.first, var exponent = parts.last else { return false }
    let isSigned = exponent.first == UInt8(ascii: "+")
    if isSigned { exponent = exponent.dropFirst() }
    guard (1...2).contains(exponent.count), exponent.allSatisfy(isDigit), mantissa.first.map(isDigit) ?? false else {
      return false
    }
    let hasPoint = mantissa.dropFirst().first == UInt8(ascii: ".")
    guard mantissa.dropFirst(hasPoint ? 2 : 1).allSatisfy(isDigit), hasPoint || mantissa.count == 1 else {
      return false
    }
    // `1E5` may well be an id of its own.
    return hasPoint || isSigned || exponent.count == 2
  }

  /// Without what is not seen: U+00AD, U+200B…U+200F, U+202A…U+202E, U+2060…U+2064, U+FEFF.
  private static func visible(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
    var scalars = String.UnicodeScalarView()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: continue
      case 0xA0: scalars.append(" ")
      default: scalars.append(scalar)
      }
    }
    return Array(String(scalars).utf8)
  }
}

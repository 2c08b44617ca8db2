import MemberBook

/// How headers are told to be the same.
enum HeaderName {
  /// `name` in lower case, half-width and simplified forms, without blanks, underscores, hyphens, a byte order mark, and
  /// a unit in brackets at its end: `實付金額（元）` is 实付金额.
  static func normalised(_ name: String) -> String {
    if name.utf8.count > TableLimit.headerName { return name }
    let half = String(decoding: folded(Array(name.utf8).span), as: UTF8.self).lowercased()
    var scalars = String.UnicodeScalarView()
    for scalar in half.unicodeScalars where !isIgnored(scalar) { scalars.append(SimplifiedForms.of(scalar)) }
    let text = String(scalars)
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "("), open > text.startIndex else { return text }
    return String(text[..<open])
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar == "-" || scalar == "\u{FEFF}" || scalar.properties.isWhitespace || scalar.value < 0x20
  }
}

/// A name made comparable: blanks of all kinds taken out, full-width signs and letters narrow, A–Z as a–z. `张 伟` and `张伟`
/// are one name.
struct PersonName: Hashable {
  let text: String

  /// Nil for a name that is masked (`张*`) or of a single letter or character, which says too little.
  init?(_ name: String) {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !scalar.properties.isWhitespace {
      var value = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
      if (0x41...0x5A).contains(value) { value += 32 }
      if value == 0x2A { return nil }
      scalars.append(Unicode.Scalar(value) ?? scalar)
    }
    guard scalars.count > 1 else { return nil }
    text = String(scalars)
  }
}

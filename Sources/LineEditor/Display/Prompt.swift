/// A one-line prompt, which may carry colour (`ESC [ … m`).
struct Prompt: Equatable {
  let text: String
  /// The text without its escapes, and without other control characters.
  let plain: String

  init(_ text: String) {
    var plain = String.UnicodeScalarView()
    var kept = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let first = rest.first {
      if first == "\u{1b}", let end = rest.firstIndex(where: { "@"..."~" ~= $0 && $0 != "[" }) {
        kept += rest[...end]
        rest = rest[rest.index(after: end)...]
      } else {
        rest = rest.dropFirst()
        guard first.value >= 0x20, first.value != 0x7f else { continue }
        kept.append(first)
        plain.append(first)
      }
    }
    self.text = String(kept)
    self.plain = String(plain)
  }

  /// The prompt as one piece, so that its colours are always written together; letter by letter without colours
  /// where it is as wide as the terminal.
  func cells(columns: Int, width: (String) -> Int) -> [ScreenCell] {
    if plain.isEmpty { return [] }
    let whole = ScreenCell(text: text, width: width(plain))
    return whole.width < columns ? [whole] : plain.map { ScreenCell(text: String($0), width: width(String($0))) }
  }
}

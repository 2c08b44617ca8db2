/// Keys as a terminal sends them.
enum Key {
  static let up = "\u{1b}[A"
  static let down = "\u{1b}[B"
  static let right = "\u{1b}[C"
  static let left = "\u{1b}[D"
  static let home = "\u{1b}[H"
  static let end = "\u{1b}[F"
  static let delete = "\u{1b}[3~"
  static let backspace = "\u{7f}"
  static let enter = "\r"
  static let tab = "\t"

  /// Ctrl with a letter.
  static func ctrl(_ letter: Character) -> String {
    String(Unicode.Scalar(UInt8(letter.asciiValue ?? 0) & 0x1f))
  }

  static func paste(_ text: String) -> String { "\u{1b}[200~" + text + "\u{1b}[201~" }
}

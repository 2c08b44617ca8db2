import CLibedit
import Glibc

/// A prompt as libedit wants it: colour escapes set apart by a marking character, so that they take no columns.
struct Prompt {
  /// The character that stands before and after an escape sequence.
  static let mark: Wide = 1

  let encoded: [Wide]
  let width: Int

  /// Reads a one-line prompt that may carry colour (`ESC [ … m`).
  ///
  /// libedit ties an escape to the character after it, so escapes at the very end move before the last character.
  init(_ text: String) {
    var pieces: [(escape: [Wide], character: Wide)] = []
    var escape: [Wide] = []
    var rest = text.wide[...]
    while let first = rest.first {
      if first == 0x1b, let end = rest.firstIndex(where: { (0x40...0x7e).contains($0) && $0 != 0x5b }) {
        escape += rest[...end]
        rest = rest[(end + 1)...]
      } else {
        rest = rest.dropFirst()
        if first < 0x20 { continue }
        pieces.append((escape, first))
        escape = []
      }
    }
    if !escape.isEmpty, !pieces.isEmpty { pieces[pieces.count - 1].escape += escape }
    encoded = pieces.flatMap { $0.escape.isEmpty ? [$0.character] : [Self.mark] + $0.escape + [Self.mark, $0.character] }
    width = pieces.reduce(0) { $0 + Int(editline_width($1.character)) }
  }
}

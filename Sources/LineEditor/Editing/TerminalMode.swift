import CLibedit
import Glibc

/// Escape sequences that this module sends by itself; every terminal that libedit can use here knows them.
enum TerminalMode {
  /// Pasted text comes between `ESC[200~` and `ESC[201~`.
  static let pasteOn = "\u{1b}[?2004h"
  static let pasteOff = "\u{1b}[?2004l"
  static let clearBelow = "\u{1b}[J"

  static func up(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)A" : "" }
  static func right(_ columns: Int) -> String { columns > 0 ? "\u{1b}[\(columns)C" : "" }
}

extension Wide {
  /// Memory that the caller deallocates, with a zero after the characters.
  static func zeroTerminated(_ characters: [Wide]) -> UnsafeMutablePointer<Wide> {
    let memory = UnsafeMutablePointer<Wide>.allocate(capacity: characters.count + 1)
    for (index, character) in (characters + [0]).enumerated() { (memory + index).initialize(to: character) }
    return memory
  }
}

extension LineEditor {
  /// Where prompt and line are on the screen now.
  var layout: Layout {
    Layout(
      promptWidth: prompt.width, line: editline.characters, cursor: editline.cursor, columns: editline.columns)
  }

  /// Takes prompt and line off the screen and leaves the terminal's cursor where the prompt was.
  ///
  /// Must come before the line is changed, as the layout tells how far up the prompt is.
  func erase() {
    let up = min(layout.cursor.row, editline.rows - 1)
    Editline.write("\r" + TerminalMode.up(up) + TerminalMode.clearBelow)
  }

  /// Leaves the line as it is on the screen and goes to the end of its last row, whatever row the cursor is in.
  func leaveLine() {
    let layout = layout
    let down = min(layout.end.row - layout.cursor.row, editline.rows - 1)
    Editline.write(String(repeating: "\n", count: down) + "\r" + TerminalMode.right(layout.end.column))
  }

  /// The terminal has another size. Terminals fold the rows on the screen anew, so the layout is that of the new
  /// size; only the few that cut rows off instead keep the old one.
  func resize() {
    if Self.terminalReflows {
      el_resize(editline.handle)
      erase()
    } else {
      erase()
      el_resize(editline.handle)
    }
    editline.draw()
  }

  /// The program is in the foreground again: whoever had the terminal meanwhile may have changed its state.
  func resume() {
    editline_set_flag(editline.handle, EL_PREP_TERM, 0)
    editline_set_flag(editline.handle, EL_PREP_TERM, 1)
    Editline.write(TerminalMode.pasteOn + "\r" + TerminalMode.clearBelow)
    el_resize(editline.handle)
    editline.draw()
  }

  private static var terminalReflows: Bool {
    if getenv("TMUX") != nil { return true }
    return getenv("XTERM_VERSION") == nil && getenv("TERM").map { String(cString: $0) } != "linux"
  }
}

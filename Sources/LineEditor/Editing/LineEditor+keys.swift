import CLibedit
import Glibc
import Synchronization

/// Ctrl-C, Ctrl-D, Ctrl-Z and paste.
extension LineEditor {
  /// Ctrl-C drops the line, which stays readable above.
  func interruptLine() -> Effect {
    outcome = .interrupted(wasEmpty: editline.characters.isEmpty)
    leaveLine()
    Editline.write("^C\r\n")
    return .endLine
  }

  /// Ctrl-D leaves from an empty line, and deletes the character under the cursor of another.
  func endOrDelete() -> Effect {
    let count = editline.characters.count
    if count == 0 {
      outcome = .end
      Editline.write("\r\n")
      return .endInput
    }
    guard editline.cursor < count else { return .beep }
    editline.move(to: editline.cursor + 1)
    editline.deleteBeforeCursor(1)
    return .redraw
  }

  /// Ctrl-Z stops the whole foreground job, as the terminal would; `resume` goes on with the line.
  func suspend() -> Effect {
    leaveLine()
    Editline.write(TerminalMode.pasteOff + "\r\n")
    Editline.flush()
    editline_set_flag(editline.handle, EL_PREP_TERM, 0)
    Signals.resumed.store(true, ordering: .relaxed)
    kill(0, SIGTSTP)
    return .nothing
  }

  /// A bracketed paste goes into the line as it is, tabs and line ends included.
  func paste() -> Effect {
    var text = ""
    for character in keys.pasted() {
      switch character {
      case "\r\n", "\r", "\n": text.append("\n")
      case "\t": text.append(character)
      default: if !character.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7f }) { text.append(character) }
      }
    }
    while text.hasSuffix("\n") { text.removeLast() }
    editline.insert(folding(text, onto: editline.text))
    return .redraw
  }

  /// `text` itself, or a mark in its place where it would not fit on the screen together with `line`.
  ///
  /// libedit loses the cursor in a line taller than the screen.
  func folding(_ text: String, onto line: String = "") -> String {
    let lines = text.count { $0 == "\n" } + 1
    let shown = Layout(promptWidth: prompt.width, line: (line + text).wide, cursor: 0, columns: editline.columns)
    if shown.end.row < editline.rows - 1 { return text }
    return folds.fold(text, wording: wording.lines(lines))
  }
}

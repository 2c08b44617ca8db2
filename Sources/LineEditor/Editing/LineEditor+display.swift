import CLibedit
import Glibc
import Synchronization

extension LineEditor {
  /// The line as it is now, laid out for the terminal.
  var frame: Frame {
    Frame(
      prompt: prompts.first, continuation: prompts.continuation, text: editline.text, cursor: editline.cursor,
      columns: Terminal.size.columns, width: width)
  }

  func draw() { display.draw(frame, below: below, height: Terminal.size.rows) }

  /// Leaves the whole line on the screen, followed by `tail`, and goes to the row below.
  func finishLine(tail: String = "") {
    below = []
    display.finish(frame, tail: tail, height: Terminal.size.rows)
  }

  /// The terminal has another size. Most terminals have folded the rows on the screen anew by now; others cut them
  /// off, and the prompt is where it was.
  func resize() {
    below = []
    if Terminal.reflows {
      display.restart(folded: frame, height: Terminal.size.rows)
    } else {
      display.restart()
    }
    draw()
  }

  /// Ctrl-Z stops the whole foreground job, as the terminal would; `resume` goes on with the line.
  func suspend() -> Effect {
    finishLine()
    Terminal.write(Terminal.pasteOff)
    editline_set_flag(editline.handle, EL_PREP_TERM, 0)
    Signals.resumed.store(true, ordering: .relaxed)
    kill(0, SIGTSTP)
    return .nothing
  }

  /// The program is in the foreground again: whoever had the terminal meanwhile may have changed its mode.
  func resume() {
    editline_set_flag(editline.handle, EL_PREP_TERM, 0)
    editline_set_flag(editline.handle, EL_PREP_TERM, 1)
    Terminal.write(Terminal.pasteOn)
    display.forget()
    draw()
  }

  func clearScreen() -> Effect {
    Terminal.write(Terminal.clearAll)
    display.forget()
    return .nothing
  }
}

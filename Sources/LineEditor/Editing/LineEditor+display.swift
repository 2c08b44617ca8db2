import CLibedit
import Glibc
import Synchronization

extension LineEditor {
  /// The line as it is now.
  var content: Content {
    Content(
      prompt: prompts.first, continuation: prompts.continuation, text: editline.text, cursor: editline.cursor)
  }

  func draw() {
    if !isReady { Terminal.write(Terminal.pasteOn) }
    isReady = true
    display.draw(content, below: below, size: Terminal.size)
  }

  /// Leaves the line on the screen, followed by `tail`, and goes to the row below.
  func finishLine(tail: String = "", whole: Bool = true) {
    display.finish(content, tail: tail, whole: whole, size: Terminal.size)
  }

  func resize() {
    below = []
    draw()
  }

  /// Ctrl-Z stops the whole foreground job, as the terminal would; `resume` goes on with the line.
  func suspend() -> Effect {
    finishLine(whole: false)
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
    isReady = false
    display.forget()
    draw()
  }

  func clearScreen() -> Effect {
    Terminal.write(Terminal.clearAll)
    display.forget()
    return .nothing
  }
}

import Glibc

/// What a signal that ends the program leaves behind: the terminal as it was before any line was edited.
enum TerminalRestorer {
  /// Written once, before the handlers that read it are there.
  nonisolated(unsafe) private static var mode = termios()

  /// From here on such a signal gives the terminal back first, and then does what it always does.
  static func prepare() {
    guard tcgetattr(STDIN_FILENO, &mode) == 0 else { return }
    for signal in [SIGTERM, SIGHUP, SIGQUIT] {
      Signals.handle(signal) { number in
        // ESC[?2004l: pastes are no longer marked.
        _ = write(STDOUT_FILENO, "\u{1b}[?2004l", 8)
        tcsetattr(STDIN_FILENO, TCSANOW, &TerminalRestorer.mode)
        Glibc.signal(number, SIG_DFL)
        raise(number)
      }
    }
  }
}

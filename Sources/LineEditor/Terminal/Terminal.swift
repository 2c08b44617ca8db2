import CLibedit
import Glibc

/// The screen, by escape sequences that every terminal with a movable cursor knows.
enum Terminal {
  /// Whether its cursor can be moved.
  static var movesCursor: Bool {
    !["", "dumb", "emacs"].contains(getenv("TERM").map { String(cString: $0) } ?? "")
  }

  /// Pasted text comes between `ESC[200~` and `ESC[201~`.
  static let pasteOn = "\u{1b}[?2004h"
  static let pasteOff = "\u{1b}[?2004l"
  static let clearBelow = "\u{1b}[J"
  static let clearToEnd = "\u{1b}[K"
  static let clearAll = "\u{1b}[H\u{1b}[2J"
  static let bell = "\u{7}"

  static func up(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)A" : "" }
  static func down(_ rows: Int) -> String { rows > 0 ? "\u{1b}[\(rows)B" : "" }
  static func right(_ columns: Int) -> String { columns > 0 ? "\u{1b}[\(columns)C" : "" }

  /// Whether rows that are too long for a new width are folded, as nearly everywhere, and not cut off.
  static var reflows: Bool {
    if getenv("TMUX") != nil { return true }
    return getenv("XTERM_VERSION") == nil && getenv("TERM").map { String(cString: $0) } != "linux"
  }

  struct Size: Equatable {
    var rows = 24
    var columns = 80
  }

  /// The size now; 24 rows by 80 columns where the terminal does not say.
  static var size: Size {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 1 else { return Size() }
    return Size(rows: Int(size.ws_row), columns: Int(size.ws_col))
  }

  /// Sends `text` at once, behind what the program printed before.
  static func write(_ text: String) {
    guard !text.isEmpty else { return }
    editline_flush()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
        poll(&output, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }
}

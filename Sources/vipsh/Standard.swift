import Glibc
import Messages
import Quantities

/// The standard streams, the terminal's size and the day.
enum Standard {
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func out(_ line: String) { write(line + "\n", to: 1) }
  static func err(_ line: String) { write(line + "\n", to: 2) }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        // Nobody reads any more, or the disk is full: going on would only pretend.
        exit(1)
      }
      bytes = bytes.dropFirst(count)
    }
  }

  /// The terminal's columns; 80 where output is no terminal, so that a script's output is the same everywhere.
  static var width: Int {
    var size = winsize()
    guard isTerminal(1), ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return max(40, Int(size.ws_col))
  }

  /// The terminal's rows and columns; 24 by 80 where it does not say.
  static var screen: (rows: Int, columns: Int) {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0, size.ws_col > 0 else { return (24, 80) }
    return (Int(size.ws_row), Int(size.ws_col))
  }

  /// What the locale asks for; LC_ALL goes before LC_MESSAGES, and that before LANG.
  static var language: Language {
    let names = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { (name: String) in
      getenv(name).map { String(cString: $0) }
    }
    return names.first { !$0.isEmpty }.map(Language.init(locale:)) ?? .english
  }

  /// The local date.
  static var today: Day? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}

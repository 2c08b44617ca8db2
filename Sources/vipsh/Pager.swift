import Glibc
import LineEditor
import Reporting
import Shell

/// Shows what is longer than the screen in another program, a page at a time.
enum Pager {
  /// Whether `lines` were shown: not where they fit the screen, where the pager is off, or where there is none.
  static func show(_ lines: [String], _ choice: PagerChoice) -> Bool {
    guard let command = command(choice), exceedsScreen(lines) else { return false }
    return run(command, reading: lines.map { $0 + "\n" }.joined())
  }

  /// The command line; nil for none. `less` is taken where nothing is said and it is there.
  private static func command(_ choice: PagerChoice) -> String? {
    switch choice {
    case .off: return nil
    case .command(let command): return command
    case .standard:
      guard let wanted = getenv("PAGER").map({ String(cString: $0) }) else { return isOnPath("less") ? "less" : nil }
      return wanted.allSatisfy(\.isWhitespace) ? nil : wanted
    }
  }

  private static func isOnPath(_ program: String) -> Bool {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  private static func exceedsScreen(_ lines: [String]) -> Bool {
    let size = Standard.screen
    let rows = lines.reduce(0) { $0 + max(1, (displayWidth($1.plain) + size.columns - 1) / size.columns) }
    // The prompt takes a row too.
    return rows >= size.rows
  }

  /// Whether `command` could be started and was given the text, whatever it did with it.
  private static func run(_ command: String, reading text: String) -> Bool {
    // `less` as git has it: colours are shown, long lines are cut and the screen stays.
    if getenv("LESS") == nil { setenv("LESS", "FRSX", 1) }
    // Left early, a pager must not take this program with it; Ctrl-C is the pager's own while it runs.
    let before = signal(SIGPIPE, SIG_IGN)
    defer { signal(SIGPIPE, before) }
    return Interrupt.ceded {
      guard let child = ChildProcess(shell: command) else { return false }
      child.give(text)
      // What a shell says of a command that it cannot find or run.
      return ![126, 127].contains(child.wait())
    }
  }
}

extension String {
  /// Without colours.
  fileprivate var plain: String {
    guard contains("\u{1B}") else { return self }
    var result = ""
    var isEscape = false
    for character in self {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { result.append(character) }
      if isEscape, character.isLetter { isEscape = false }
    }
    return result
  }
}

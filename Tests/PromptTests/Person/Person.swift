import Glibc
import LineEditor

/// Plays a person at a terminal: a program on a pseudo-terminal, keys typed, the screen watched.
final class Person {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var screen: Screen
  private let master: Int32
  private let child: pid_t
  private var leftToType: [UInt8] = []
  private var isOver = false

  /// Starts the demo at a prompt, or another program; the environment holds nothing but `environment` and TERM.
  init(
    _ arguments: [String] = [], program: String? = nil, environment: [String: String] = ["LANG": "C.UTF-8"],
    rows: Int = 12, columns: Int = 60
  ) throws {
    _ = Self.canReadText
    screen = Screen(rows: rows, columns: columns)
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // What posix_openpt, unlockpt and ptsname do, which Swift cannot see: TIOCSPTLCK and TIOCGPTN.
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard master >= 0, ioctl(master, 0x4004_5431, &locked) == 0, ioctl(master, 0x8004_5430, &number) == 0 else {
      throw Failure(description: "no pseudo-terminal: \(errno)")
    }
    Self.set(rows, columns, on: master)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    let environment = environment.merging(["TERM": "xterm-256color"]) { given, _ in given }
    child = try Self.spawn([program ?? Self.demo] + arguments, environment, terminal: "/dev/pts/\(number)")
    if program == nil { try see("the prompt") { $0.isPasteBracketed } }
  }

  deinit {
    close(master)
    if isOver { return }
    kill(child, SIGKILL)
    waitpid(child, nil, 0)
  }

  func type(_ keys: String) { leftToType += Array(keys.utf8) }
  func type(_ bytes: [UInt8]) { leftToType += bytes }

  /// Waits until the screen is as wanted; throws with what it shows when it does not come to that.
  func see(_ wanted: String, within seconds: Double = 60, _ condition: (Screen) -> Bool) throws {
    let deadline = Self.now + seconds
    while true {
      if leftToType.isEmpty, condition(screen) { return }
      let isOpen = exchange(until: deadline)
      if leftToType.isEmpty, condition(screen) { return }
      if !isOpen || Self.now > deadline {
        throw Failure(
          description: "never saw \(wanted); cursor at \(screen.row), \(screen.column) of\n\(screen.text)")
      }
    }
  }

  /// Waits until `text` stands somewhere on the screen.
  func see(_ text: String, within seconds: Double = 60) throws {
    try see(text, within: seconds) { $0.text.contains(text) }
  }

  /// Waits until so many lines were answered and keys are keys again; before that the terminal acts on some of them.
  func seePrompt(afterAnswer number: Int) throws {
    try see("the prompt after answer \(number)") { screen in
      screen.isPasteBracketed && screen.line.hasSuffix(">")
        && screen.lines.count { $0.hasPrefix("got: ") } == number
    }
  }

  /// Waits until the cursor's row reads `line`, with the cursor in `column`.
  func seeLine(_ line: String, cursor column: Int) throws {
    try see("\(line) | \(column)") { $0.line == line && $0.column == column }
  }

  func resize(rows: Int, columns: Int) {
    screen.resize(rows: rows, columns: columns)
    Self.set(rows, columns, on: master)
  }

  /// Presses a key again and again, as a person would, until the screen is as wanted.
  func press(_ key: String, until wanted: String, _ condition: (Screen) -> Bool) throws {
    for attempt in 1... {
      type(key)
      do { return try see(wanted, within: 0.5, condition) } catch { if attempt == 120 { throw error } }
    }
  }

  /// Closes the window, and answers how the program ended.
  func hangUp() throws -> Int32 { try end(by: SIGHUP) }

  /// Sends a signal, and answers how the program ended.
  func end(by signal: Int32) throws -> Int32 {
    kill(child, signal)
    return try seeEnd()
  }

  /// Whether the terminal shows what is typed and makes signals of Ctrl-C, as for ordinary programs.
  var isOrdinaryTerminal: Bool {
    var mode = termios()
    guard tcgetattr(master, &mode) == 0 else { return false }
    return [ECHO, ICANON, ISIG].allSatisfy { mode.c_lflag & tcflag_t($0) != 0 }
  }

  /// Waits until the program is gone, and answers its exit code; that of a signal is 128 and more.
  func seeEnd() throws -> Int32 {
    let deadline = Self.now + 60
    while exchange(until: deadline) {
      if Self.now > deadline { throw Failure(description: "never ended:\n\(screen.text)") }
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    isOver = true
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + status & 0x7f
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Types what is left and shows what comes; false when the program has gone and all is shown.
  private func exchange(until deadline: Double) -> Bool {
    var terminal = pollfd(
      fd: master, events: Int16(leftToType.isEmpty ? POLLIN : POLLIN | POLLOUT), revents: 0)
    poll(&terminal, 1, Int32(max(0, (deadline - Self.now) * 1000)))
    if terminal.revents & Int16(POLLOUT) != 0, !leftToType.isEmpty {
      let count = leftToType.withUnsafeBytes { Glibc.write(master, $0.baseAddress, min($0.count, 512)) }
      if count > 0 { leftToType.removeFirst(count) }
    }
    guard terminal.revents & Int16(POLLIN | POLLHUP) != 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = buffer.withUnsafeMutableBytes { read(master, $0.baseAddress, $0.count) }
    guard count > 0 else { return count < 0 && errno == EAGAIN }
    screen.receive(buffer.prefix(count))
    return true
  }
}

extension Person {
  /// The tests' own locale, set once: widths depend on it, and threads share it.
  static let canReadText = TerminalText.prepare()

  /// The demo, which is built beside the tests.
  static var demo: String {
    let arguments = CommandLine.arguments
    let bundle = arguments.first { $0.hasSuffix(".xctest") } ?? arguments.first ?? ""
    let directory = bundle.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return directory.joined(separator: "/") + "/prompt-demo"
  }

  private static func set(_ rows: Int, _ columns: Int, on master: Int32) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// In a session of its own, whose terminal the pseudo-terminal is.
  private static func spawn(_ arguments: [String], _ environment: [String: String], terminal: String) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    // Threads of the tests hold signals back, which would be inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK))
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let words = (arguments.map { strdup($0) }) + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    let error = posix_spawn(&child, arguments[0], &actions, &attributes, words, variables)
    guard error == 0 else { throw Failure(description: "cannot start \(arguments[0]): \(error)") }
    return child
  }
}

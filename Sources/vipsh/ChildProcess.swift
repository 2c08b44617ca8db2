import Glibc
import LineEditor

/// Another program that has the terminal for a while, started by way of the shell.
struct ChildProcess {
  private let process: pid_t
  /// What is written here it reads from its standard input; -1 where it reads the terminal.
  private let input: Int32

  /// Nil where it cannot be started. It reads a pipe, or with `readsTerminal` what is typed; its signals are as they
  /// are for any program.
  init?(shell command: String, arguments: [String] = [], readsTerminal: Bool = false) {
    var ends: [Int32] = [-1, -1]
    if !readsTerminal {
      guard pipe(&ends) == 0 else { return nil }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
      if ends[0] >= 0 { close(ends[0]) }
    }
    if !readsTerminal { posix_spawn_file_actions_adddup2(&actions, ends[0], 0) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGPIPE, SIGINT, SIGQUIT, SIGTSTP] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let words = ["sh", "-c", command, "sh"] + arguments
    let pointers = words.map { strdup($0) } + [nil]
    let variables = ChildProcess.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (pointers + variables).forEach { free($0) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", &actions, &attributes, pointers, variables) == 0 else {
      if ends[1] >= 0 { close(ends[1]) }
      return nil
    }
    process = child
    input = ends[1]
  }

  /// Ours, in which UTF-8 is UTF-8.
  private static var environment: [String: String] {
    var variables: [String: String] = [:]
    var next = environ
    while let entry = next.pointee {
      let parts = String(cString: entry).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
      next += 1
    }
    return TerminalText.childEnvironment(variables)
  }

  /// Writes all of `text`, or as much as the program reads, and ends its input.
  func give(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { break }
      if count > 0 { bytes = bytes.dropFirst(count) }
    }
    close(input)
  }

  /// Waits for its end and answers its exit code; that of a signal is 128 and more.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return 127 } }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}

import CLibedit
import Glibc

/// Lines behind a prompt on a terminal whose cursor cannot be moved, such as one in another program's window: what is
/// typed is edited by the terminal itself, a line at a time.
public final class CanonicalReader {
  /// Whether Return after this text only begins another line of it, as while a `{` is open.
  public var wantsMore: (String) -> Bool = { _ in false }

  private var bytes: [UInt8] = []

  /// Nil where standard input or output is no terminal. From here on Ctrl-C never ends the program.
  public init?() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { return nil }
    Interrupt.watch()
  }

  /// The next line, or several where the first is only the beginning.
  public func read(prompt: String, continuation: String = "") -> LineEditor.Input {
    var text = ""
    Interrupt.clear()
    defer { Interrupt.clear() }
    Terminal.write(prompt)
    while true {
      switch line() {
      case .interrupted(let wasEmpty):
        bytes = []
        Terminal.write("\n")
        return .interrupted(wasEmpty: wasEmpty && text.isEmpty)
      case .end:
        Terminal.write("\n")
        // What is left open is run as it is, and told to be open.
        return text.isEmpty ? .end : .line(text)
      case .line(let line):
        text += (text.isEmpty ? "" : "\n") + line
        if !wantsMore(text) { return .line(text) }
        Terminal.write(continuation)
      }
    }
  }

  /// One line, which several reads may bring.
  private func line() -> LineEditor.Input {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        bytes.removeFirst(end + 1)
        return .line(line)
      }
      guard waitForInput() else { return .interrupted(wasEmpty: bytes.isEmpty) }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = buffer.withUnsafeMutableBytes { Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes += buffer.prefix(count)
      } else if count == 0 || errno != EINTR {
        defer { bytes = [] }
        return bytes.isEmpty ? .end : .line(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  /// False where Ctrl-C came instead. It is let in only while waiting, so none slips by between the look at its flag
  /// and the wait.
  private func waitForInput() -> Bool {
    var held = sigset_t()
    var free = sigset_t()
    sigemptyset(&held)
    sigaddset(&held, SIGINT)
    pthread_sigmask(SIG_BLOCK, &held, &free)
    defer { pthread_sigmask(SIG_SETMASK, &free, nil) }
    while !Interrupt.isRequested {
      if editline_wait(-1, &free) > 0 { return true }
      if errno != EINTR { return true }
    }
    return false
  }
}

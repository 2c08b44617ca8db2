import CLibedit
import Glibc
import Synchronization

/// Ctrl-C while something is computed, as a flag that the computation looks at.
///
/// While a line is edited Ctrl-C is a key like any other and reaches `LineEditor.read` instead.
public enum Interrupt {
  private static let flag = Atomic<Bool>(false)
  /// When Ctrl-C was pressed last, in nanoseconds of the monotonic clock.
  private static let pressed = Atomic<Int64>(.min / 2)

  /// Whether the person asked to stop since the flag was last cleared. Lock-free: may be polled from every thread.
  public static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// What Ctrl-C does; for tests and for other reasons to stop.
  public static func request() { flag.store(true, ordering: .relaxed) }

  /// Takes the wish back. `LineEditor.read` does it when it returns: Ctrl-C from then on is meant for what is run
  /// next, even if it comes before that began.
  public static func clear() { flag.store(false, ordering: .relaxed) }

  /// Runs `body` with SIGINT setting the flag; the handler of before is put back.
  ///
  /// The flag stays as it is at the end, so that the caller can tell what happened. Where `body` does not stop, a second
  /// Ctrl-C after a quarter of a second and within one leaves the program with exit code 130.
  ///
  /// A system call that waits, such as a read from a pipe, ends with `EINTR` instead of going on.
  public static func armed<Value>(_ body: () throws -> Value) rethrows -> Value {
    var before = sigaction()
    // What is made on first use must not be made inside a handler.
    _ = (isRequested, pressed.load(ordering: .relaxed))
    _ = Signals.handle(SIGINT, replacing: &before, restarting: false) { _ in Interrupt.press() }
    defer { sigaction(SIGINT, &before, nil) }
    return try body()
  }

  /// Runs `body` while Ctrl-C is another program's that has the terminal.
  public static func ceded<Value>(_ body: () throws -> Value) rethrows -> Value {
    let before = signal(SIGINT, SIG_IGN)
    defer { signal(SIGINT, before) }
    return try body()
  }

  /// Whether Ctrl-C at `now` means to leave, after the one at `last` that nothing stopped for. Nanoseconds.
  ///
  /// Two that come faster than a person presses a key again on purpose are one: a key that bounced or was held down.
  static func leaves(at now: Int64, after last: Int64) -> Bool { (250_000_000..<1_000_000_000).contains(now - last) }

  /// Ctrl-C while something is computed. Runs in a signal handler: nothing is allocated, no lock is taken.
  private static func press() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    let now = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    let last = pressed.exchange(now, ordering: .relaxed)
    if isRequested, leaves(at: now, after: last) {
      // The terminal is in its ordinary state; what stands on the last line stays readable.
      write(STDERR_FILENO, "\n", 1)
      _exit(130)
    }
    request()
  }

  /// From here on SIGINT sets the flag and never ends the program.
  static func watch() {
    clear()
    Signals.handle(SIGINT) { _ in Interrupt.request() }
  }
}

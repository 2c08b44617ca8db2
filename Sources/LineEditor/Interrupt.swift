import Glibc
import Synchronization

/// Ctrl-C while something is computed, as a flag that the computation looks at.
///
/// While a line is edited Ctrl-C is a key like any other and reaches `LineEditor.read` instead.
public enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Whether the person asked to stop since the flag was last cleared. Lock-free: may be polled from every thread.
  public static var isRequested: Bool { flag.load(ordering: .relaxed) }

  /// What Ctrl-C does; for tests and for other reasons to stop.
  public static func request() { flag.store(true, ordering: .relaxed) }

  /// Takes the wish back. `LineEditor.read` does it when it returns: Ctrl-C from then on is meant for what is run
  /// next, even if it comes before that began.
  public static func clear() { flag.store(false, ordering: .relaxed) }

  /// Runs `body` with SIGINT setting the flag; the handler of before is put back.
  ///
  /// The flag stays as it is at the end, so that the caller can tell what happened.
  ///
  /// A system call that waits, such as a read from a pipe, ends with `EINTR` instead of going on.
  public static func armed<Value>(_ body: () throws -> Value) rethrows -> Value {
    var before = sigaction()
    _ = Signals.handle(SIGINT, replacing: &before, restarting: false) { _ in Interrupt.request() }
    defer { sigaction(SIGINT, &before, nil) }
    return try body()
  }

  /// From here on SIGINT sets the flag and never ends the program.
  static func watch() {
    clear()
    Signals.handle(SIGINT) { _ in Interrupt.request() }
  }
}

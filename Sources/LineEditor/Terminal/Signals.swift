import CLibedit
import Glibc
import Synchronization

/// What the terminal reports by signal while a line is edited: another size, or the program back in the foreground.
///
/// Handlers only set flags; `KeyReader` looks at them between keys.
enum Signals {
  static let resized = Atomic<Bool>(false)
  static let resumed = Atomic<Bool>(false)

  typealias Handler = @convention(c) (Int32) -> Void

  static func watchTerminal() {
    // This touches both flags first: what is made on first use must not be made inside a handler.
    forget()
    handle(SIGWINCH) { _ in Signals.resized.store(true, ordering: .relaxed) }
    handle(SIGCONT) { _ in Signals.resumed.store(true, ordering: .relaxed) }
  }

  /// What happened before a read is no news to it: it asks for the size itself.
  static func forget() {
    resized.store(false, ordering: .relaxed)
    resumed.store(false, ordering: .relaxed)
  }

  /// Installs a handler; interrupted system calls restart.
  static func handle(_ signal: Int32, _ handler: Handler) {
    var before = sigaction()
    _ = handle(signal, replacing: &before, handler)
  }

  static func handle(
    _ signal: Int32, replacing before: inout sigaction, restarting: Bool = true, _ handler: Handler
  ) -> Bool {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    action.sa_flags = restarting ? SA_RESTART : 0
    sigemptyset(&action.sa_mask)
    return sigaction(signal, &action, &before) == 0
  }
}

import CODBC
import Dispatch
import Numerics
import Synchronization

/// Cancels a statement that waits for the server, soon after the job is raised.
///
/// SQLCancel is the one function that may be called of a statement while another thread is in a call of it
/// (https://learn.microsoft.com/sql/odbc/reference/syntax/sqlcancel-function).
final class ODBCWatch: Sendable {
  private let isWaiting: Shared
  private let queue = DispatchQueue(label: "vipsh.odbc.watch")
  private nonisolated(unsafe) let timer: any DispatchSourceTimer

  /// Milliseconds between two looks at the job.
  private static let interval = 50

  /// What the thread that waits and the one that watches both see.
  private final class Shared: Sendable {
    let value = Mutex(false)
  }

  /// `end` is to be called before the statement is freed.
  init(over statement: ODBCHandle, _ session: ODBCSession?, _ job: Job) {
    let shared = Shared()
    isWaiting = shared
    timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(
      deadline: .now() + .milliseconds(ODBCWatch.interval), repeating: .milliseconds(ODBCWatch.interval))
    timer.setEventHandler { [unowned statement] in
      guard job.isStopped else { return }
      // Again and again, for the server may not have begun yet with what is to end.
      shared.value.withLock { isWaiting in
        guard isWaiting else { return }
        SQLCancel(statement.raw)
        session?.cancel()
      }
    }
    timer.activate()
  }

  /// Calls a function of the statement under watch.
  func during(_ call: () -> SQLRETURN) -> SQLRETURN {
    isWaiting.value.withLock { $0 = true }
    defer { isWaiting.value.withLock { $0 = false } }
    return call()
  }

  /// Ends the watch: the statement is not touched any more.
  func end() {
    timer.cancel()
    queue.sync {}
  }
}

import CSQLite
import Messages
import Numerics

/// A foreign database that is open to be read and nothing else, as it is at one moment: other programs' changes are not
/// seen until it is closed.
final class SQLiteConnection: Sendable {
  let file: SQLiteFile
  /// SQLite serialises what is done with it (https://sqlite.org/threadsafe.html), and it is closed with the last reference.
  nonisolated(unsafe) let handle: OpaquePointer
  private let job: Job

  /// Steps of SQLite's virtual machine between two looks at the job: some tens of microseconds.
  private static let stepsBetweenLooks: Int32 = 10_000

  /// Waits for up to `patience` milliseconds for another program's lock.
  init(path: String, patience: Int32, job: Job) throws(Diagnostic) {
    self.job = job
    file = try SQLiteFile(path: path)
    var opened: OpaquePointer?
    let flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX
    let status = sqlite3_open_v2(file.uri, &opened, flags, nil)
    guard let opened else {
      throw Diagnostic(
        IntakeProblem.notReadable(path, reason: Message(verbatim: String(cString: sqlite3_errstr(status)))))
    }
    handle = opened
    try check(status)
    sqlite3_extended_result_codes(handle, 1)
    sqlite3_busy_timeout(handle, patience)
    // Statements keep their connection, so it is there whenever one runs.
    sqlite3_progress_handler(
      handle, SQLiteConnection.stepsBetweenLooks,
      { connection in
        guard let connection else { return 0 }
        return Unmanaged<SQLiteConnection>.fromOpaque(connection).takeUnretainedValue().job.isStopped ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
    for preparation in ["PRAGMA query_only = 1", "PRAGMA trusted_schema = 0", "PRAGMA cell_size_check = 1", "BEGIN"] {
      try check(sqlite3_exec(handle, preparation, nil, nil, nil))
    }
    // The moment that is read begins with the first look.
    try check(sqlite3_exec(handle, "SELECT 1 FROM sqlite_master", nil, nil, nil))
    guard sqlite3_db_readonly(handle, "main") == 1 else {
      throw Diagnostic(
        IntakeProblem.notReadable(path, reason: Message("it could not be opened for reading alone", zh: "无法以只读方式打开")))
    }
    sqlite3_set_authorizer(handle, readingAlone, nil)
  }

  deinit { sqlite3_close_v2(handle) }

  /// The names of its objects of that kind, `table` or `view`, in order.
  func names(of kind: String) throws(Diagnostic) -> [String] {
    let filter = "type = '\(kind)' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
    let statement = try SQLiteStatement("SELECT name FROM sqlite_master WHERE \(filter)", on: self)
    var names: [String] = []
    while try statement.step() { names.append(statement.text(0)) }
    return names.sorted()
  }

  func check(_ status: Int32) throws(Diagnostic) {
    if status != SQLITE_OK { throw failure() }
  }

  /// What the latest call on it failed for. `row` is the next that would have come, where rows were read already.
  func failure(row: Int? = nil) -> Diagnostic {
    let path = file.path
    let words = Message(verbatim: String(cString: sqlite3_errmsg(handle)))
    switch sqlite3_errcode(handle) & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: return Diagnostic(DatabaseProblem.locked(path))
    case SQLITE_INTERRUPT: return Diagnostic(IntakeProblem.interrupted(path))
    case SQLITE_NOTADB: return Diagnostic(DatabaseProblem.notDatabase(path))
    case SQLITE_CORRUPT, SQLITE_IOERR, SQLITE_FORMAT: return Diagnostic(DatabaseProblem.damaged(path, words: words))
    case SQLITE_AUTH: return Diagnostic(DatabaseProblem.notReading(source: path))
    case SQLITE_CANTOPEN where file.hasLog, SQLITE_READONLY where file.hasLog:
      return Diagnostic(DatabaseProblem.logNotReadable(path))
    case SQLITE_CANTOPEN, SQLITE_PERM: return Diagnostic(IntakeProblem.notReadable(path, reason: words))
    default:
      return Diagnostic(
        row.map { DatabaseProblem.brokenOff(source: path, row: $0, words: words) }
          ?? .refused(source: path, words: words))
    }
  }
}

/// Lets a statement read and calculate: no other database, no setting, no extension, no change, be it to a temporary table.
private func readingAlone(
  _: UnsafeMutableRawPointer?, action: Int32, first: UnsafePointer<CChar>?, second: UnsafePointer<CChar>?,
  _: UnsafePointer<CChar>?, _: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: SQLITE_OK
  case SQLITE_FUNCTION: name(second) == "load_extension" ? SQLITE_DENY : SQLITE_OK
  // Both are asked for when a full-text table is declared to be read; the statement itself is held to reading besides.
  case SQLITE_PRAGMA: name(first) == "data_version" ? SQLITE_OK : SQLITE_DENY
  case SQLITE_UPDATE: name(first) == "sqlite_master" ? SQLITE_OK : SQLITE_DENY
  default: SQLITE_DENY
  }
}

private func name(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0).lowercased() } ?? "" }

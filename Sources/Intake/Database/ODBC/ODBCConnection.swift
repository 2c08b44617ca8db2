import CODBC
import Messages
import Numerics

/// A connection to a database that is to be read and nothing else: in one transaction, which is rolled back at the end.
final class ODBCConnection: Sendable {
  let handle: ODBCHandle
  let job: Job
  private let text: ConnectionText

  /// How messages name it.
  var source: String { text.described }

  /// Waits for up to `patience` seconds for the server. Statements are cancelled when `job` is stopped.
  init(_ connection: String, patience: Int, job: Job) throws(Diagnostic) {
    self.job = job
    text = ConnectionText(connection)
    guard let environment = ODBCHandle.environment(),
      let handle = ODBCHandle(SQLSMALLINT(SQL_HANDLE_DBC), of: environment, keeping: environment)
    else {
      throw Diagnostic(
        DatabaseProblem.noConnection(
          text.described, words: Message("the ODBC driver manager does not start", zh: "ODBC 驱动程序管理器无法启动")))
    }
    self.handle = handle
    set(SQL_ATTR_LOGIN_TIMEOUT, patience)
    var string = wide(connection)
    let status = SQLDriverConnectW(
      handle.raw, nil, &string, SQLSMALLINT(SQL_NTS), nil, 0, nil, SQLUSMALLINT(SQL_DRIVER_NOPROMPT))
    guard isDone(status) else { throw refusal(handle.report, patience: patience) }
    set(SQL_ATTR_ACCESS_MODE, Int(SQL_MODE_READ_ONLY))
    set(SQL_ATTR_AUTOCOMMIT, Int(SQL_AUTOCOMMIT_OFF))
    streamRows()
    beginReading()
  }

  deinit {
    rollBack()
    SQLDisconnect(handle.raw)
  }

  /// What a statement's failure is. `row` is the next that would have come, where the query ran already.
  func failure(_ statement: ODBCHandle, row: Int? = nil) -> Diagnostic {
    if job.isStopped { return Diagnostic(IntakeProblem.interrupted(source)) }
    let words = reason(statement.report)
    if let row { return Diagnostic(DatabaseProblem.brokenOff(source: source, row: row, words: words)) }
    return Diagnostic(DatabaseProblem.refused(source: source, words: words))
  }

  func number(_ item: Int32) -> UInt32 {
    var value: UInt32 = 0
    SQLGetInfo(handle.raw, SQLUSMALLINT(item), &value, SQLSMALLINT(MemoryLayout<UInt32>.size), nil)
    return value
  }

  func name(_ item: Int32) -> String {
    var value = [SQLWCHAR](repeating: 0, count: 256)
    let bytes = SQLSMALLINT(value.count * MemoryLayout<SQLWCHAR>.size)
    return isDone(SQLGetInfoW(handle.raw, SQLUSMALLINT(item), &value, bytes, nil)) ? string(value) : ""
  }

  /// What a driver does not know of these, it leaves out.
  private func set(_ attribute: Int32, _ value: Int) {
    SQLSetConnectAttr(handle.raw, attribute, SQLPOINTER(bitPattern: value), SQL_IS_UINTEGER)
  }

  /// PostgreSQL's driver takes a whole answer into memory unless it is told to use a cursor: its UseDeclareFetch and
  /// Fetch, by the numbers of its own connection attributes (psqlodbc, psqlodbc.h).
  private func streamRows() {
    guard name(SQL_DRIVER_NAME).hasPrefix("psqlodbc") else { return }
    set(65539, 1)
    set(65541, 1000)
  }

  /// Has the server itself refuse changes, such as those of a WITH, where it has the statement for it.
  private func beginReading() {
    guard ["PostgreSQL", "MySQL", "MariaDB"].contains(name(SQL_DBMS_NAME)),
      let statement = ODBCHandle(SQLSMALLINT(SQL_HANDLE_STMT), of: handle, keeping: handle)
    else { return }
    var command = wide("SET TRANSACTION READ ONLY")
    if !isDone(SQLExecDirectW(statement.raw, &command, SQL_NTS)) { rollBack() }
  }

  private func rollBack() { SQLEndTran(handle.kind, handle.raw, SQLSMALLINT(SQL_ROLLBACK)) }

  /// Leaves a transaction in which a statement failed, for another.
  func startAnew() {
    rollBack()
    beginReading()
  }

  /// What the driver says, without secrets.
  private func reason(_ report: ODBCReport) -> Message {
    report.words.isEmpty
      ? Message("the driver gives no reason", zh: "驱动程序没有说明原因") : Message(verbatim: text.redacted(report.words))
  }

  private func refusal(_ report: ODBCReport, patience: Int) -> Diagnostic {
    let words = reason(report)
    let folded = text.redacted(report.words).lowercased()
    if report.state == "IM002" { return Diagnostic(DatabaseProblem.noDataSource(source, words: words)) }
    if ["IM003", "IM004", "IM005"].contains(report.state) || folded.contains("can't open lib") {
      return Diagnostic(DatabaseProblem.noDriver(source, words: words))
    }
    if ["28000", "28P01"].contains(report.state)
      || ["authentication failed", "access denied", "no password supplied"].contains(where: folded.contains)
    {
      return Diagnostic(DatabaseProblem.loginRefused(source, words: words))
    }
    if ["HYT00", "HYT01"].contains(report.state) || folded.contains("timeout expired") {
      return Diagnostic(DatabaseProblem.noAnswer(source, seconds: patience))
    }
    return Diagnostic(DatabaseProblem.noConnection(source, words: words))
  }
}

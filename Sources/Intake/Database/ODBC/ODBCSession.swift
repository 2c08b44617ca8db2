import CODBC
import Messages
import Numerics

/// What a PostgreSQL server does for one connection, to be ended from another.
///
/// Its ODBC driver passes SQLCancel on while a query begins, but not while further rows of it are fetched (psqlodbc,
/// PGAPI_Cancel), and those can take for ever too.
struct ODBCSession: Sendable {
  private let connection: String
  /// PostgreSQL's number of it.
  private let number: String

  /// Seconds that the other connection may take.
  private static let patience = 5

  /// Nil for another server, or one that does not tell. `text` is what `connection` was made by.
  init?(of connection: ODBCConnection, _ text: String) {
    guard connection.name(SQL_DBMS_NAME) == "PostgreSQL" else { return nil }
    guard let number = try? ODBCSession.answer(to: "SELECT pg_backend_pid()", on: connection),
      !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      connection.startAnew()
      return nil
    }
    self.connection = text
    self.number = number
  }

  /// Has the server end what it is doing for the session, if anything. Nobody is told where it does not.
  func cancel() {
    guard let other = try? ODBCConnection(connection, patience: ODBCSession.patience, job: .unattended) else { return }
    _ = try? ODBCSession.answer(to: "SELECT pg_cancel_backend(\(number))", on: other)
  }

  private static func answer(to query: String, on connection: ODBCConnection) throws(Diagnostic) -> String {
    let statement = try ODBCStatement(connection)
    try statement.run(try ReadingQuery(query, source: connection.source))
    return try statement.fetch() ? try statement.text(column: 1) : ""
  }
}

import Messages
import Numerics

/// The rows of a table, view or query of an SQLite file. Row 1 is the header, so that a row has the number that it would
/// have in a CSV file of the table.
///
/// The file is only read, and read as it was when the reader was made. Numbers, texts and blanks are written as
/// `SQLiteStatement.add` tells. One row is held at a time.
struct SQLiteReader: RowReader {
  private let connection: SQLiteConnection
  private let statement: SQLiteStatement
  private var nextRow = 1
  private var isAtEnd = false

  var position: ReadPosition? { nil }

  /// `patience` is how long a lock of another program is waited for, in milliseconds. A query ends soon after `stop` is
  /// raised. Throws a `DatabaseProblem` or an `IntakeProblem`.
  init(
    path: String, table: String?, query: String?, patience: Int32 = 2000, job: Job = .unattended
  ) throws(Diagnostic) {
    if table != nil, query != nil { throw Diagnostic(DatabaseProblem.tableAndQuery(source: path)) }
    connection = try SQLiteConnection(path: path, patience: patience, job: job)
    if let query {
      statement = try SQLiteStatement(query, on: connection)
    } else {
      let choice = TableChoice(
        tables: try connection.names(of: "table"), views: try connection.names(of: "view"), source: path)
      statement = try SQLiteStatement("SELECT * FROM " + quoted(try choice.find(table), by: "\""), on: connection)
    }
  }

  mutating func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool {
    if isAtEnd { return false }
    let start = text.bytes.count
    if nextRow == 1 {
      text.begin(row: 1)
      for column in 0..<statement.columns { text.add(statement.name(of: column)) }
      text.endRow()
      nextRow = 2
    }
    while text.bytes.count - start < size {
      guard try statement.step(to: nextRow) else {
        isAtEnd = true
        try connection.file.checkStill()
        break
      }
      text.begin(row: nextRow)
      for column in 0..<statement.columns { statement.add(column, to: &text) }
      text.endRow()
      nextRow += 1
    }
    return text.bytes.count > start
  }
}

import Messages
import Numerics

/// The rows of a table, view or query of a database over ODBC. Row 1 is the header, so that a row has the number that it
/// would have in a CSV file of the table.
///
/// The database is only read, within one transaction that is rolled back. One block of rows is held at a time. The making
/// of a reader runs the query and so can take as long as the server needs for the first rows, or until the job is stopped.
struct ODBCReader: RowReader {
  private let block: ODBCBlock
  /// Rows that the block holds, and those of them that were given already.
  private var held = 0
  private var given = 0
  private var nextRow = 1
  private var isAtEnd = false

  var position: ReadPosition? { nil }

  /// `patience` is how long the server may take to let one in, in seconds. Throws a `DatabaseProblem` or
  /// `IntakeProblem.interrupted`.
  init(
    connection: String, table: String?, query: String?, patience: Int = 10, shape: ODBCBlockShape = ODBCBlockShape(),
    job: Job = .unattended
  ) throws(Diagnostic) {
    let source = describedWithoutSecrets(connection)
    if table != nil, query != nil { throw Diagnostic(DatabaseProblem.tableAndQuery(source: source)) }
    // A query that cannot be taken needs no connection.
    let stated: ReadingQuery? = if let query { try ReadingQuery(query, source: source) } else { nil }
    let text = connection
    let connection = try ODBCConnection(text, patience: patience, job: job)
    let asked: ReadingQuery
    if let stated {
      asked = stated
    } else {
      asked = try ReadingQuery(try ODBCTables(connection).query(for: table), source: source)
    }
    let statement = try ODBCStatement(connection, session: ODBCSession(of: connection, text))
    try statement.run(asked)
    block = try ODBCBlock(statement, shape)
  }

  mutating func read(into text: inout RowText, size: Int) throws(Diagnostic) -> Bool {
    let start = text.bytes.count
    if nextRow == 1 {
      text.begin(row: 1)
      for column in block.columns { text.add(column.name) }
      text.endRow()
      nextRow = 2
    }
    while !isAtEnd, text.bytes.count - start < size {
      if given == held {
        held = try block.fetch(row: nextRow)
        given = 0
        isAtEnd = held == 0
        continue
      }
      text.begin(row: nextRow)
      for column in block.columns.indices {
        try block.add(column: column, at: given, row: nextRow, to: &text)
      }
      text.endRow()
      given += 1
      nextRow += 1
    }
    return text.bytes.count > start
  }
}

public import Quantities

/// Why a table or query of a database cannot be read. A source is a file's path, or a connection without its secrets; words
/// are the database's own, without secrets.
public enum DatabaseProblem: Problem {
  case tableAndQuery(source: String)
  case noTable(String, source: String, nearest: String?, tables: [String])
  case noTables(String)
  case whichTable(String, tables: [String])

  case emptyQuery(source: String)
  case severalStatements(source: String)
  case unclosedQuote(source: String)
  case notReading(source: String)
  case noColumns(source: String)
  case refused(source: String, words: String)
  case brokenOff(source: String, row: Int, words: String)
  case longCell(source: String, column: String, row: Int, limit: Int)

  case locked(String)
  case damaged(String, words: String)
  case notDatabase(String)
  case logNotReadable(String)
  case changedWhileRead(String)

  case noDataSource(String, words: String)
  case noDriver(String, words: String)
  case noConnection(String, words: String)
  case loginRefused(String, words: String)
  case noAnswer(String, seconds: Int)

  public var code: ErrorCode {
    switch self {
    case .tableAndQuery: .conflict
    case .noTable: .unknownName
    case .noTables: .noRows
    case .whichTable, .emptyQuery: .missing
    case .severalStatements, .unclosedQuote, .notReading, .noColumns, .refused: .value
    case .longCell: .limit
    case .brokenOff, .locked, .damaged, .notDatabase, .logNotReadable, .changedWhileRead, .noDataSource, .noDriver,
      .noConnection, .loginRefused, .noAnswer:
      .file
    }
  }

  public var message: Message {
    switch self {
    case .tableAndQuery(let source): "both a table and a query of \(source) are asked for"
    case .noTable(let name, let source, _, let tables):
      "\(source) has no table `\(name)`; its tables and views are \(listed(tables))"
    case .noTables(let source): "\(source) has no tables"
    case .whichTable(let source, let tables): "\(source) has several tables and views: \(listed(tables))"
    case .emptyQuery(let source): "the query of \(source) is empty"
    case .severalStatements(let source): "the query of \(source) holds more than one statement"
    case .unclosedQuote(let source): "the query of \(source) has a quote or comment that is not closed"
    case .notReading(let source): "the query of \(source) does more than read"
    case .noColumns(let source): "the query of \(source) gives no columns"
    case .refused(let source, let words): "\(source) does not take the query: \(words)"
    case .brokenOff(let source, let row, let words): "reading \(source) broke off before row \(row): \(words)"
    case .longCell(let source, let column, let row, let limit):
      "`\(column)` in row \(row) of \(source) is longer than \(limit) characters"
    case .locked(let source): "\(source) is locked by another program"
    case .damaged(let source, let words): "\(source) is damaged: \(words)"
    case .notDatabase(let source): "\(source) is not an SQLite database"
    case .logNotReadable(let source): "\(source) has its latest changes in \(source)-wal, which cannot be read here"
    case .changedWhileRead(let source): "\(source) was changed while it was read"
    case .noDataSource(let source, let words): "there is no such ODBC data source: \(source) (\(words))"
    case .noDriver(let source, let words): "the ODBC driver cannot be loaded: \(source) (\(words))"
    case .noConnection(let source, let words): "\(source) cannot be reached: \(words)"
    case .loginRefused(let source, let words): "\(source) refuses the user or password: \(words)"
    case .noAnswer(let source, let seconds): "\(source) did not answer in \(seconds) seconds"
    }
  }

  public var hint: Message? {
    switch self {
    case .tableAndQuery: "keep one of them"
    case .noTable(_, _, let nearest?, _): "did you mean \(nearest)?"
    case .noTable: "name one of them, or write a query"
    case .noTables: "is it the right database, and may the user see its tables?"
    case .whichTable(_, let tables): "say which it is: load purchases from … { table = \(tables.first ?? "NAME") }"
    case .emptyQuery: "write it like query = \"select … from …\""
    case .severalStatements: "keep the one that gives the rows"
    case .unclosedQuote: "close it, and write ' inside a text as ''"
    case .notReading: "write one that begins with SELECT, WITH, VALUES or TABLE and changes nothing"
    case .noColumns: "write a SELECT"
    case .refused: "try it in the database's own shell"
    case .brokenOff: "nothing was taken; load it again"
    case .longCell(_, let column, _, _): "leave it out of the query, or cut it there: left(\(column), 1000)"
    case .locked: "close the program that writes to it, or load a copy"
    case .damaged: "load a backup, or what sqlite3's .recover saves of it"
    case .notDatabase: "it may be encrypted, or cut short: export the table as CSV and load that"
    case .logNotReadable:
      "copy it together with its -wal and -shm files to a folder that can be written to, and load the copy"
    case .changedWhileRead: "load it again when nothing writes to it any more"
    case .noDataSource: "odbcinst -q -s lists the data sources, odbcinst -q -d the drivers"
    case .noDriver: "odbcinst -q -d lists the drivers; is the driver's package installed?"
    case .noConnection: "are the server's name and port right, and does it run?"
    case .loginRefused: "check UID and PWD"
    case .noAnswer: "is the server's name right, and does a firewall stand between?"
    }
  }
}

import CSQLite
import Messages

/// One statement that reads, and the row that it stands on.
final class SQLiteStatement: Sendable {
  private let connection: SQLiteConnection
  /// See `SQLiteConnection.handle`.
  private nonisolated(unsafe) let handle: OpaquePointer

  init(_ query: String, on connection: SQLiteConnection) throws(Diagnostic) {
    self.connection = connection
    let source = connection.file.path
    var rest: [UInt8] = []
    guard let prepared = try connection.prepare(Array(query.utf8) + [0], rest: &rest) else {
      throw Diagnostic(DatabaseProblem.emptyQuery(source: source))
    }
    handle = prepared
    guard sqlite3_stmt_readonly(handle) != 0 else { throw Diagnostic(DatabaseProblem.notReading(source: source)) }
    if sqlite3_column_count(handle) == 0 { throw Diagnostic(DatabaseProblem.noColumns(source: source)) }
    // Blanks and comments prepare to no statement at all.
    var nothing: [UInt8] = []
    if let second = try? connection.prepare(rest, rest: &nothing) {
      sqlite3_finalize(second)
    } else if sqlite3_errcode(connection.handle) == SQLITE_OK {
      return
    }
    throw Diagnostic(DatabaseProblem.severalStatements(source: source))
  }

  deinit { sqlite3_finalize(handle) }

  var columns: Int { Int(sqlite3_column_count(handle)) }

  func name(of column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// Goes to the next row, which is that of number `row`; false at the end.
  func step(to row: Int? = nil) throws(Diagnostic) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.failure(row: row)
    }
  }

  func text(_ column: Int) -> String {
    sqlite3_column_text(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// Adds the row's cell in that column, by what is stored there, which may differ from row to row.
  func add(_ column: Int, to text: inout RowText) {
    let column = Int32(column)
    switch sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: text.add(String(sqlite3_column_int64(handle, column)))
    case SQLITE_FLOAT: text.add(DecimalText(sqlite3_column_double(handle, column)).text)
    case SQLITE_TEXT:
      let start = sqlite3_column_text(handle, column)
      text.add(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))).span)
    case SQLITE_BLOB:
      let start = sqlite3_column_blob(handle, column)?.assumingMemoryBound(to: UInt8.self)
      text.add(binary: UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column))).span)
    default: text.addBlank()
    }
  }
}

extension SQLiteConnection {
  /// The first statement of `query`, nil where there is none, and the text behind it, both ended by a zero byte.
  fileprivate func prepare(_ query: [UInt8], rest: inout [UInt8]) throws(Diagnostic) -> OpaquePointer? {
    var prepared: OpaquePointer?
    var status = SQLITE_OK
    var end = query.count
    query.withUnsafeBytes { raw in
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      var tail: UnsafePointer<CChar>?
      status = sqlite3_prepare_v2(handle, start, Int32(clamping: raw.count), &prepared, &tail)
      if let start, let tail { end = tail - start }
    }
    try check(status)
    rest = Array(query[end...])
    return prepared
  }
}

import CODBC
import Messages
import Numerics

/// One statement of a connection, and its answer.
final class ODBCStatement: Sendable {
  let connection: ODBCConnection
  let handle: ODBCHandle
  private let watch: ODBCWatch

  /// The most UTF-16 units or bytes of a cell that is read in parts.
  static let limit = 16 << 20

  /// `session` is the connection's, where the server needs it to cancel the statement.
  init(_ connection: ODBCConnection, session: ODBCSession? = nil) throws(Diagnostic) {
    self.connection = connection
    guard let handle = ODBCHandle(SQLSMALLINT(SQL_HANDLE_STMT), of: connection.handle, keeping: connection) else {
      throw connection.failure(connection.handle)
    }
    self.handle = handle
    watch = ODBCWatch(over: handle, session, connection.job)
  }

  deinit { watch.end() }

  func run(_ query: ReadingQuery) throws(Diagnostic) {
    var text = wide(query.text)
    let status = try waiting { SQLExecDirectW(handle.raw, &text, SQL_NTS) }
    guard isDone(status) else { throw connection.failure(handle) }
  }

  /// What a call that waits for the server gives, where it was not interrupted.
  func waiting(_ call: () -> SQLRETURN) throws(Diagnostic) -> SQLRETURN {
    if connection.job.isStopped { throw Diagnostic(IntakeProblem.interrupted(connection.source)) }
    return watch.during(call)
  }

  /// The columns of its answer, with room for `longest` units of a cell.
  func columns(longest: Int) throws(Diagnostic) -> [ODBCColumn] {
    var count: SQLSMALLINT = 0
    guard isDone(SQLNumResultCols(handle.raw, &count)) else { throw connection.failure(handle) }
    if count <= 0 { throw Diagnostic(DatabaseProblem.noColumns(source: connection.source)) }
    var columns: [ODBCColumn] = []
    for number in 1...SQLUSMALLINT(count) { columns.append(try column(number, longest: longest)) }
    return columns
  }

  private func column(_ number: SQLUSMALLINT, longest: Int) throws(Diagnostic) -> ODBCColumn {
    var name = [SQLWCHAR](repeating: 0, count: 1024)
    var (length, type, decimals, nullable): (SQLSMALLINT, SQLSMALLINT, SQLSMALLINT, SQLSMALLINT) = (0, 0, 0, 0)
    var size: SQLULEN = 0
    let status = SQLDescribeColW(
      handle.raw, number, &name, SQLSMALLINT(name.count), &length, &type, &size, &decimals, &nullable)
    guard isDone(status) else { throw connection.failure(handle) }
    var typeName = [SQLWCHAR](repeating: 0, count: 128)
    let bytes = SQLSMALLINT(typeName.count * MemoryLayout<SQLWCHAR>.size)
    SQLColAttributeW(handle.raw, number, SQLUSMALLINT(SQL_DESC_TYPE_NAME), &typeName, bytes, nil, nil)
    return ODBCColumn(
      name: string(name), type: Int32(type), size: UInt(size), typeName: string(typeName), longest: longest)
  }

  /// Goes to the next row or block, in which row `row` comes first; false at the end.
  func fetch(row: Int? = nil) throws(Diagnostic) -> Bool {
    let status = try waiting { SQLFetch(handle.raw) }
    if status == SQLRETURN(SQL_NO_DATA) { return false }
    guard isDone(status) else { throw connection.failure(handle, row: row) }
    return true
  }

  /// The cell in column `number`, from 1, of the current row, asked for in parts: what the driver makes of it as `target`,
  /// whose parts end in `endBytes` zeros.
  func parts(_ number: Int, as target: SQLSMALLINT, endBytes: Int, row: Int?) throws(Diagnostic) -> ODBCCell {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var length: SQLLEN = 0
      let status = SQLGetData(
        handle.raw, SQLUSMALLINT(number), target, &part, SQLLEN(part.count), &length)
      if status == SQLRETURN(SQL_NO_DATA) { return .bytes(bytes) }
      guard isDone(status) else { throw connection.failure(handle, row: row) }
      if length == SQLLEN(SQL_NULL_DATA) { return .null }
      let room = part.count - endBytes
      let isWhole = length >= 0 && length <= room
      bytes += part[..<(isWhole ? length : room)]
      if isWhole { return .bytes(bytes) }
      if bytes.count / max(1, endBytes) > ODBCStatement.limit { return .tooLong }
    }
  }

  /// The text in column `number`, from 1, of the current row; empty for NULL.
  func text(column number: Int) throws(Diagnostic) -> String {
    guard case .bytes(let bytes) = try parts(number, as: SQLSMALLINT(SQL_C_WCHAR), endBytes: 2, row: nil) else {
      return ""
    }
    return bytes.withUnsafeBytes { String(decoding: UTF16Bytes($0).units, as: UTF16.self) }
  }
}

/// A cell that was read in parts.
enum ODBCCell {
  case null
  case bytes([UInt8])
  case tooLong
}

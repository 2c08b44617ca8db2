import CODBC
import MemberBook
import Messages

/// How much of an answer is fetched at once.
struct ODBCBlockShape {
  var rows = 1000
  /// Of memory for all cells of a block.
  var bytes = 4 << 20
  /// UTF-16 units or bytes of a cell that a block has room for, of a driver that can be asked for the rest and of one that
  /// cannot.
  var longest = (revisited: 1024, final: 32_768)
  /// Long cells of a block are gone back to where the driver can.
  var revisits = true
  /// Every cell is asked for by itself, whatever the driver can.
  var isByCell = false
}

/// Some rows of an answer, column by column.
///
/// The driver fills bound buffers. A cell that is longer than its room is asked for again where the driver can go back to
/// it. Where it cannot, columns that may be long are read by the cell, and a long cell of another is an error: none is
/// ever cut.
final class ODBCBlock: Sendable {
  let columns: [ODBCColumn]
  private let statement: ODBCStatement
  private let canRevisit: Bool
  private let isByCell: Bool
  private let rows: Int
  /// One a column, room for `rows` cells, and their lengths. They are written to while a fetch runs.
  private nonisolated(unsafe) let cells: [UnsafeMutableRawBufferPointer]
  private nonisolated(unsafe) let lengths: [UnsafeMutableBufferPointer<SQLLEN>]
  private nonisolated(unsafe) let states: UnsafeMutableBufferPointer<SQLUSMALLINT>
  private nonisolated(unsafe) let fetched: UnsafeMutablePointer<SQLULEN>

  /// Binds the answer of a statement that has run.
  init(_ statement: ODBCStatement, _ shape: ODBCBlockShape) throws(Diagnostic) {
    let abilities = statement.connection.number(SQL_GETDATA_EXTENSIONS)
    let needed = UInt32(SQL_GD_BLOCK) | UInt32(SQL_GD_BOUND)
    let canRevisit = abilities & needed == needed && shape.revisits
    let columns = try statement.columns(longest: canRevisit ? shape.longest.revisited : shape.longest.final)
    let isByCell = shape.isByCell || (!canRevisit && columns.contains(where: \.isLong))
    let width = columns.reduce(0) { $0 + $1.bytes + MemoryLayout<SQLLEN>.size }
    let rows = isByCell ? 1 : max(1, min(shape.rows, shape.bytes / width))
    self.statement = statement
    self.canRevisit = canRevisit
    self.columns = columns
    self.isByCell = isByCell
    self.rows = rows
    cells = columns.map { .allocate(byteCount: $0.bytes * rows, alignment: 16) }
    lengths = columns.map { _ in
      let buffer = UnsafeMutableBufferPointer<SQLLEN>.allocate(capacity: rows)
      buffer.initialize(repeating: 0)
      return buffer
    }
    states = .allocate(capacity: rows)
    states.initialize(repeating: 0)
    fetched = .allocate(capacity: 1)
    fetched.initialize(to: 0)
    if !isByCell { try bind() }
  }

  deinit {
    // The driver must forget the room before it goes.
    SQLFreeStmt(statement.handle.raw, SQLUSMALLINT(SQL_UNBIND))
    set(SQL_ATTR_ROWS_FETCHED_PTR, nil)
    set(SQL_ATTR_ROW_STATUS_PTR, nil)
    for buffer in cells { buffer.deallocate() }
    for buffer in lengths { buffer.deallocate() }
    states.deallocate()
    fetched.deallocate()
  }

  private func bind() throws(Diagnostic) {
    set(SQL_ATTR_ROWS_FETCHED_PTR, fetched)
    set(SQL_ATTR_ROW_STATUS_PTR, states.baseAddress)
    let size = SQLSetStmtAttr(statement.handle.raw, SQL_ATTR_ROW_ARRAY_SIZE, SQLPOINTER(bitPattern: rows), 0)
    guard isDone(size) else { throw statement.connection.failure(statement.handle) }
    for (i, column) in columns.enumerated() {
      let status = SQLBindCol(
        statement.handle.raw, SQLUSMALLINT(i + 1), column.target, cells[i].baseAddress, SQLLEN(column.bytes),
        lengths[i].baseAddress)
      guard isDone(status) else { throw statement.connection.failure(statement.handle) }
    }
  }

  private func set(_ attribute: Int32, _ value: SQLPOINTER?) {
    SQLSetStmtAttr(statement.handle.raw, attribute, value, 0)
  }

  /// Fetches the next rows, of which row `row` is the first; how many, none at the end.
  func fetch(row: Int) throws(Diagnostic) -> Int {
    guard try statement.fetch(row: row) else { return 0 }
    if isByCell { return 1 }
    let count = min(rows, Int(fetched.pointee))
    for i in 0..<count where Int32(states[i]) == SQL_ROW_ERROR {
      throw statement.connection.failure(statement.handle, row: row + i)
    }
    return count
  }

  /// Adds the cell of a column and a row of the block, both from 0; `row` is its number in the answer.
  func add(column: Int, at index: Int, row: Int, to text: inout RowText) throws(Diagnostic) {
    let described = columns[column]
    if isByCell {
      try add(part: column, row: row, to: &text)
      return
    }
    let length = lengths[column][index]
    if length == SQLLEN(SQL_NULL_DATA) {
      text.addBlank()
    } else if described.endBytes > 0 || described.form == .binary,
      length < 0 || length > described.bytes - described.endBytes
    {
      try revisit(column, at: index, row: row)
      try add(part: column, row: row, to: &text)
    } else {
      let start = index * described.bytes
      text.add(UnsafeRawBufferPointer(cells[column])[start..<(start + described.bytes)], length, as: described.form)
    }
  }

  /// Makes the row of the block the one whose cells can be asked for.
  private func revisit(_ column: Int, at index: Int, row: Int) throws(Diagnostic) {
    if canRevisit,
      isDone(
        SQLSetPos(
          statement.handle.raw, SQLSETPOSIROW(index + 1), SQLUSMALLINT(SQL_POSITION), SQLUSMALLINT(SQL_LOCK_NO_CHANGE)))
    {
      return
    }
    throw tooLong(column, row: row, limit: columns[column].room)
  }

  private func add(part column: Int, row: Int, to text: inout RowText) throws(Diagnostic) {
    let described = columns[column]
    switch try statement.parts(column + 1, as: described.target, endBytes: described.endBytes, row: row) {
    case .null: text.addBlank()
    case .tooLong: throw tooLong(column, row: row, limit: ODBCStatement.limit)
    case .bytes(let bytes):
      bytes.withUnsafeBytes { text.add($0[...], bytes.count, as: described.form) }
    }
  }

  private func tooLong(_ column: Int, row: Int, limit: Int) -> Diagnostic {
    Diagnostic(
      DatabaseProblem.longCell(
        source: statement.connection.source, column: columns[column].name, row: row, limit: limit))
  }
}

import CODBC

/// A column of an answer: what it is called, and how its cells are fetched.
struct ODBCColumn: Sendable {
  /// What a cell is fetched as. Text is fetched as UTF-16, which no locale changes; dates and doubles are not fetched as
  /// text, which every driver writes as it likes.
  enum Form {
    case text
    /// Digits: integers and decimals, exactly.
    case digits
    case double
    case float
    case flag
    case date
    case moment
    case time
    case binary
  }

  let name: String
  let form: Form
  /// The room for a cell in a block, with that for a text's end.
  let bytes: Int
  /// Its cells may well be longer than the room, or nobody knows how long.
  let isLong: Bool

  /// `type` and `size` as SQLDescribeCol tells them; `typeName` as the server calls the type; `longest` the most UTF-16
  /// units or bytes of a cell that a block has room for.
  init(name: String, type: Int32, size: UInt, typeName: String, longest: Int) {
    self.name = name
    form = ODBCColumn.form(type, typeName.lowercased())
    let size = size > UInt(Int32.max) ? 0 : Int(size)
    switch form {
    case .text:
      // Characters beyond the basic plane take two units. A size of 255 may stand for none at all.
      bytes = 2 * ((size == 0 ? longest : min(longest, max(2 * size, 256))) + 1)
      isLong = size == 0 || size > longest
    case .binary:
      bytes = size == 0 ? longest : min(longest, size)
      isLong = size == 0 || size > longest
    case .digits:
      bytes = min(longest, max(size + 4, 64)) + 1
      isLong = false
    case .double: (bytes, isLong) = (MemoryLayout<Double>.size, false)
    case .float: (bytes, isLong) = (MemoryLayout<Float>.size, false)
    case .flag: (bytes, isLong) = (1, false)
    case .date: (bytes, isLong) = (MemoryLayout<SQL_DATE_STRUCT>.size, false)
    case .moment: (bytes, isLong) = (MemoryLayout<SQL_TIMESTAMP_STRUCT>.size, false)
    case .time: (bytes, isLong) = (MemoryLayout<SQL_TIME_STRUCT>.size, false)
    }
  }

  /// What the driver is asked to convert a cell to.
  var target: SQLSMALLINT {
    switch form {
    case .text: SQLSMALLINT(SQL_C_WCHAR)
    case .digits: SQLSMALLINT(SQL_C_CHAR)
    case .double: SQLSMALLINT(SQL_C_DOUBLE)
    case .float: SQLSMALLINT(SQL_C_FLOAT)
    case .flag: SQLSMALLINT(SQL_C_BIT)
    case .date: SQLSMALLINT(SQL_C_TYPE_DATE)
    case .moment: SQLSMALLINT(SQL_C_TYPE_TIMESTAMP)
    case .time: SQLSMALLINT(SQL_C_TYPE_TIME)
    case .binary: SQLSMALLINT(SQL_C_BINARY)
    }
  }

  /// The bytes that end a text in its room.
  var endBytes: Int {
    switch form {
    case .text: 2
    case .digits: 1
    case .double, .float, .flag, .date, .moment, .time, .binary: 0
    }
  }

  /// The characters or bytes that a block has room for in a cell.
  var room: Int { (bytes - endBytes) / max(1, endBytes) }

  private static func form(_ type: Int32, _ typeName: String) -> Form {
    // PostgreSQL's driver tells a boolean as text and an amount of money as a double.
    if typeName == "bool" || typeName == "boolean" { return .flag }
    if typeName == "money", type != SQL_DECIMAL, type != SQL_NUMERIC { return .text }
    return switch type {
    case SQL_BIT: .flag
    case SQL_TINYINT, SQL_SMALLINT, SQL_INTEGER, SQL_BIGINT, SQL_NUMERIC, SQL_DECIMAL: .digits
    case SQL_FLOAT, SQL_DOUBLE: .double
    case SQL_REAL: .float
    case SQL_TYPE_DATE, SQL_DATE: .date
    case SQL_TYPE_TIMESTAMP, SQL_TIMESTAMP: .moment
    case SQL_TYPE_TIME, SQL_TIME: .time
    case SQL_BINARY, SQL_VARBINARY, SQL_LONGVARBINARY: .binary
    default: .text
    }
  }
}

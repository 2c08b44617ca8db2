import CODBC

/// An environment, connection or statement of the driver manager. It is freed with the last reference, and before what
/// it keeps: a statement must go before its connection is closed, which would free it too.
final class ODBCHandle: Sendable {
  let kind: SQLSMALLINT
  /// A reader is used by one thread at a time; the driver manager locks besides.
  nonisolated(unsafe) let raw: SQLHANDLE
  private let kept: (any AnyObject & Sendable)?

  static func environment() -> ODBCHandle? {
    let environment = ODBCHandle(SQLSMALLINT(SQL_HANDLE_ENV), of: nil, keeping: nil)
    guard let environment else { return nil }
    let version = SQLPOINTER(bitPattern: UInt(SQL_OV_ODBC3))
    return isDone(SQLSetEnvAttr(environment.raw, SQL_ATTR_ODBC_VERSION, version, 0)) ? environment : nil
  }

  init?(_ kind: SQLSMALLINT, of parent: ODBCHandle?, keeping kept: (any AnyObject & Sendable)?) {
    var made: SQLHANDLE?
    guard isDone(SQLAllocHandle(kind, parent?.raw, &made)), let made else { return nil }
    self.kind = kind
    self.kept = kept
    raw = made
  }

  deinit { SQLFreeHandle(kind, raw) }

  /// What the latest call on it had to say.
  var report: ODBCReport { ODBCReport(self) }
}

/// Diagnostic records (https://learn.microsoft.com/sql/odbc/reference/develop-app/diagnostics).
struct ODBCReport {
  /// The SQLSTATE of the first record.
  private(set) var state = ""
  /// All records' words, which may hold secrets; blank where the driver gives no reason.
  private(set) var words = ""

  fileprivate init(_ handle: ODBCHandle) {
    var texts: [String] = []
    var state = [SQLWCHAR](repeating: 0, count: 6)
    var text = [SQLWCHAR](repeating: 0, count: 2048)
    var code: SQLINTEGER = 0
    var length: SQLSMALLINT = 0
    for number in SQLSMALLINT(1)...8 {
      let status = SQLGetDiagRecW(
        handle.kind, handle.raw, number, &state, &code, &text, SQLSMALLINT(text.count), &length)
      guard isDone(status) else { break }
      if number == 1 { self.state = string(state) }
      let found = ODBCReport.withoutOrigin(string(text))
      if !found.isEmpty, !texts.contains(found) { texts.append(found) }
    }
    words = texts.joined(separator: "; ")
  }

  /// Without `[unixODBC][Driver Manager]` before it and without PostgreSQL's driver's `Error while executing the query`
  /// after it.
  private static func withoutOrigin(_ text: String) -> String {
    var rest = text[...]
    while rest.first == "[", let end = rest.firstIndex(of: "]") { rest = rest[end...].dropFirst() }
    let lines = rest.split(separator: "\n").filter { !$0.hasPrefix("Error while ") }
    rest = lines.joined(separator: " ")[...]
    while let last = rest.last, last == ";" || last.isWhitespace { rest = rest.dropLast() }
    return String(rest.drop { $0 == " " })
  }
}

func isDone(_ status: SQLRETURN) -> Bool {
  status == SQLRETURN(SQL_SUCCESS) || status == SQLRETURN(SQL_SUCCESS_WITH_INFO)
}

/// As the driver manager takes text whatever the locale: UTF-16 up to a zero.
func wide(_ text: String) -> [SQLWCHAR] { Array(text.utf16) + [0] }

func string(_ text: [SQLWCHAR]) -> String { String(decoding: text.prefix { $0 != 0 }, as: UTF16.self) }

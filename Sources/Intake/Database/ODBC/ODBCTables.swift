import CODBC
import Messages

/// The tables and views that a connection shows, without the server's own.
struct ODBCTables {
  private struct Entry {
    let schema: String
    let name: String
    let isView: Bool
  }

  private let entries: [Entry]
  private let connection: ODBCConnection

  init(_ connection: ODBCConnection) throws(Diagnostic) {
    self.connection = connection
    let statement = try ODBCStatement(connection)
    let status = try statement.waiting { SQLTablesW(statement.handle.raw, nil, 0, nil, 0, nil, 0, nil, 0) }
    guard isDone(status) else {
      throw connection.failure(statement.handle)
    }
    var found: [Entry] = []
    while try statement.fetch() {
      // Columns 2, 3 and 4 of the answer are schema, name and kind.
      let schema = try statement.text(column: 2)
      let name = try statement.text(column: 3)
      let kind = try statement.text(column: 4).uppercased()
      guard !kind.hasPrefix("SYSTEM"), kind.contains("TABLE") || kind.contains("VIEW"),
        !["information_schema", "pg_catalog", "sys"].contains(schema.lowercased())
      else { continue }
      found.append(Entry(schema: schema, name: name, isView: kind.contains("VIEW")))
    }
    entries = found
  }

  /// The query for all of the table that `asked` names, by itself or after its schema and a point.
  func query(for asked: String?) throws(Diagnostic) -> String {
    let quote = connection.name(SQL_IDENTIFIER_QUOTE_CHAR)
    let mark = quote == " " ? "" : quote
    var named: [String: Entry] = [:]
    for entry in entries { named[label(entry)] = entry }
    let choice = TableChoice(
      tables: named.filter { !$0.value.isView }.keys.sorted(), views: named.filter(\.value.isView).keys.sorted(),
      source: connection.source)
    let full = entries.first { !$0.schema.isEmpty && $0.schema + "." + $0.name == asked }
    let found = if let full { full } else { named[try choice.find(asked)] }
    guard let found else { throw Diagnostic(DatabaseProblem.noTables(connection.source)) }
    let parts = found.schema.isEmpty ? [found.name] : [found.schema, found.name]
    return "SELECT * FROM " + parts.map { quoted($0, by: mark) }.joined(separator: ".")
  }

  /// Its name, with its schema where another has one of that name.
  private func label(_ entry: Entry) -> String {
    let isAlone = entries.count { $0.name == entry.name } == 1
    return isAlone || entry.schema.isEmpty ? entry.name : entry.schema + "." + entry.name
  }
}

import Synchronization

extension ConformanceTable {
  package static let query = "SELECT * FROM sales ORDER BY rowid"

  /// As a table of an SQLite file, decimals as REAL. SQLite has no dates: moments are texts in it.
  package func database() throws -> SampleDatabase {
    let columns = zip(header, kinds).map { name, kind in
      switch kind {
      case .text, .moment: "\(name) TEXT"
      case .integer: "\(name) INTEGER"
      case .decimal: "\(name) REAL"
      }
    }
    let database = try SampleDatabase("CREATE TABLE sales (\(columns.joined(separator: ", ")))", "BEGIN")
    for start in stride(from: 1, to: rows.count, by: 500) {
      let values = rows[start..<min(start + 500, rows.count)].map { row in
        "(" + row.map { "'" + $0.replacing("'", with: "''") + "'" }.joined(separator: ",") + ")"
      }
      try database.run("INSERT INTO sales VALUES " + values.joined(separator: ","))
    }
    try database.run("COMMIT")
    return database
  }

  /// Makes a table of the server with the rows; answers its name.
  package func copy(to server: PostgreSQLServer) throws -> String {
    let name = "conformance_\(ConformanceTable.count.add(1, ordering: .relaxed).newValue)"
    let columns = zip(header, kinds).map { name, kind in
      switch kind {
      case .text: "\(name) text"
      case .integer: "\(name) bigint"
      case .decimal: "\(name) numeric(18, 2)"
      case .moment: "\(name) timestamp"
      }
    }
    var script = "CREATE TABLE \(name) (\(columns.joined(separator: ", ")));\nCOPY \(name) FROM stdin;\n"
    for row in rows.dropFirst() {
      // In COPY's text form an empty cell is an empty text, \N a null; numbers have no empty text.
      let cells = zip(row, kinds).map { cell, kind in
        if cell.isEmpty, kind != .text { return "\\N" }
        return cell.replacing("\\", with: "\\\\").replacing("\t", with: "\\t").replacing("\n", with: "\\n")
      }
      script += cells.joined(separator: "\t") + "\n"
    }
    try server.sql(script + "\\.\n")
    return name
  }

  private static let count = Atomic(0)

  /// The columns' names as SQL identifiers.
  private var header: [String] { rows[0].map { "\"\($0)\"" } }
}

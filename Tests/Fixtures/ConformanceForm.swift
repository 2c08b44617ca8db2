package import Intake

/// The forms of storage that must all give the same book.
package enum ConformanceForm: String, CaseIterable, CustomStringConvertible, Sendable {
  case utf8 = "CSV in UTF-8"
  case marked = "CSV in UTF-8 with a byte order mark and CRLF"
  case utf16le = "CSV in UTF-16LE"
  case utf16be = "CSV in UTF-16BE"
  case markedUTF16le = "CSV in UTF-16LE with a byte order mark"
  case markedUTF16be = "CSV in UTF-16BE with a byte order mark"
  case gb18030 = "CSV in GB18030"
  case gzip = "gzip of CSV in UTF-8"
  case gzippedGB18030 = "gzip of CSV in GB18030"
  case gzippedUTF16 = "gzip of CSV in UTF-16"
  case xlsx = "XLSX with shared strings"
  case inlineXLSX = "XLSX with inline strings"
  case xls = "XLS"
  case sqlite = "SQLite"
  case postgreSQL = "PostgreSQL over ODBC"

  package var description: String { rawValue }

  /// Those that need nothing but this process.
  package static let files = allCases.filter { $0 != .postgreSQL }

  package func store(_ table: ConformanceTable) throws -> StoredTable {
    switch self {
    case .utf8: try StoredTable(Array(table.csv().utf8))
    case .marked: try StoredTable([0xEF, 0xBB, 0xBF] + table.csv(lineEnd: "\r\n").utf8)
    case .utf16le: try StoredTable(encoded(table.csv(), as: "UTF-16LE"))
    case .utf16be: try StoredTable(encoded(table.csv(), as: "UTF-16BE"))
    case .markedUTF16le: try StoredTable([0xFF, 0xFE] + encoded(table.csv(lineEnd: "\r\n"), as: "UTF-16LE"))
    case .markedUTF16be: try StoredTable([0xFE, 0xFF] + encoded(table.csv(lineEnd: "\r\n"), as: "UTF-16BE"))
    case .gb18030: try StoredTable(encoded(table.csv(), as: "GB18030"))
    case .gzip: try StoredTable(gzipped(Array(table.csv().utf8)))
    case .gzippedGB18030: try StoredTable(gzipped(encoded(table.csv(), as: "GB18030")))
    case .gzippedUTF16: try StoredTable(gzipped([0xFF, 0xFE] + encoded(table.csv(), as: "UTF-16LE")))
    case .xlsx: try StoredTable(file: table.workbook(sharesStrings: true))
    case .inlineXLSX: try StoredTable(file: table.workbook(sharesStrings: false))
    case .xls: try StoredTable(file: table.oldWorkbook())
    case .sqlite: try StoredTable(database: table.database())
    case .postgreSQL: try StoredTable(table, on: PostgreSQLServer.shared.get())
    }
  }
}

/// A table that is stored for as long as the value lives.
package struct StoredTable {
  package let input: TableInput
  /// What a database is asked, so that the order of its rows is certain.
  package var query: String?
  private var owner: AnyObject?

  package init(_ bytes: [UInt8]) throws { self.init(file: try TemporaryFile(bytes)) }

  package init(file: TemporaryFile) { (input, owner) = (.file(file.path), file) }

  package init(database: SampleDatabase) {
    (input, owner) = (.file(database.path), database)
    query = ConformanceTable.query
  }

  package init(_ table: ConformanceTable, on server: PostgreSQLServer) throws {
    let name = try table.copy(to: server)
    input = .odbc(server.connection)
    query = "SELECT * FROM \(name) ORDER BY ctid"
  }

  /// How `load` names it.
  package var source: String {
    switch input {
    case .file(let path): "\"\(path)\""
    case .odbc(let connection): "odbc \"\(connection)\""
    }
  }
}

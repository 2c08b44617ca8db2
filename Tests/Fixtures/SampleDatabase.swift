import CSQLite

/// An SQLite file with what the statements make, and the connection that made it.
package final class SampleDatabase {
  package let folder: TemporaryFolder
  package let path: String
  private var handle: OpaquePointer?

  package init(_ statements: String..., name: String = "pos.db") throws {
    folder = try TemporaryFolder()
    path = folder.path + "/" + name
    try require(sqlite3_open(path, &handle) == SQLITE_OK)
    for statement in statements { try run(statement) }
  }

  deinit { close() }

  package func run(_ statement: String) throws {
    let status = sqlite3_exec(handle, statement, nil, nil, nil)
    try require(status == SQLITE_OK, "\(statement): \(String(cString: sqlite3_errmsg(handle)))")
  }

  package func close() {
    sqlite3_close(handle)
    handle = nil
  }
}

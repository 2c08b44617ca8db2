import CSQLite
import Fixtures
import Glibc
import Messages
import Testing
@testable import Intake

extension DatabaseTests {
  @Suite("What goes wrong with SQLite files") struct SQLiteProblemTests {
    private func problem(_ path: String, table: String? = nil, query: String? = nil) throws -> Diagnostic {
      try failure { _ = try text(of: SQLiteReader(path: path, table: table, query: query, patience: 0)) }
    }

    @Test("A table that is not there is told with the nearest and with all") func noTable() throws {
      let database = try SampleDatabase("CREATE TABLE sales (a)", "CREATE TABLE 会员 (a)", "CREATE VIEW week AS SELECT 1")
      let near = try problem(database.path, table: "salse")
      #expect(near.code == .unknownName)
      #expect(
        near.message.text == "\(database.path) has no table `salse`; its tables and views are `sales`, `会员`, `week`")
      #expect(near.hint?.text == "did you mean sales?")
      #expect(try problem(database.path, table: "zzz").hint?.text == "name one of them, or write a query")
    }

    @Test("Without a name, several tables are listed with what to type") func whichTable() throws {
      let database = try SampleDatabase("CREATE TABLE sales (a)", "CREATE TABLE 会员 (a)")
      let found = try problem(database.path)
      #expect(found.message.text == "\(database.path) has several tables and views: `sales`, `会员`")
      #expect(found.hint?.text == "say which it is: load purchases from … { table = sales }")
      #expect(try problem(database.path, table: "sales", query: "select 1").code == .conflict)
    }

    @Test("A database without tables says so") func noTables() throws {
      let database = try SampleDatabase("CREATE TABLE t (a)", "DROP TABLE t")
      #expect(try problem(database.path).code == .noRows)
      #expect(try problem(database.path, table: "t").message.text == "\(database.path) has no tables")
    }

    @Test(
      "Only a statement that reads is taken",
      arguments: [
        "update t set a = 2", "delete from t", "insert into t values (2)", "drop table t", "create table u (a)",
        "create temp table u (a)", "attach 'other.db' as o", "pragma journal_mode = wal", "pragma user_version",
        "vacuum",
        "vacuum into 'copy.db'", "begin", "commit", "select load_extension('x')", "update t set a = 2 returning a",
        "with x as (select 1) delete from t returning a", "reindex", "update sqlite_master set sql = ''",
        "pragma writable_schema = 1", "savepoint s", "detach main",
      ])
    func readOnly(query: String) throws {
      let database = try SampleDatabase("CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
      let found = try problem(database.path, query: query)
      #expect(found.code == .value)
      let words = ["does more than read", "gives no columns", "not authorized to use function", "may not be modified"]
      #expect(words.contains { found.message.text.contains($0) }, "\(found.message)")
      #expect(try lines(of: SQLiteReader(path: database.path, table: "t", query: nil)) == ["a", "1"])
    }

    @Test(
      "One statement, and not none",
      arguments: [
        ("select 1; select 2", "holds more than one statement"),
        ("select 1; drop table t", "holds more than one statement"),
        ("select 1; nonsense", "holds more than one statement"), ("", "is empty"), (" -- nothing\n", "is empty"),
      ])
    func statements(query: String, words: String) throws {
      let database = try SampleDatabase("CREATE TABLE t (a)")
      #expect(try problem(database.path, query: query).message.text == "the query of \(database.path) \(words)")
    }

    @Test("What SQLite says of a query is shown") func words() throws {
      let database = try SampleDatabase("CREATE TABLE t (a)")
      #expect(
        try problem(database.path, query: "selec 1").message.text
          == "\(database.path) does not take the query: near \"selec\": syntax error")
      #expect(try problem(database.path, query: "select b from t").message.text.hasSuffix("no such column: b"))
      let late = try problem(
        database.path,
        query:
          "select abs(case n when 3 then -9223372036854775807 - 1 else n end) from (select 1 n union select 2 union select 3)"
      )
      #expect(late.message.text == "reading \(database.path) broke off before row 4: integer overflow")
    }

    @Test("Files that are none, are no database, or are damaged") func files() throws {
      let database = try SampleDatabase("CREATE TABLE sales (a)", "INSERT INTO sales VALUES (hex(randomblob(100000)))")
      database.close()
      #expect(try problem(database.folder.path + "/poss.db").hint?.text == "did you mean \(database.path)?")
      #expect(try problem(database.folder.path).message.text.hasSuffix("is a directory"))
      let bytes = try contents(of: database.path)
      let truncated = try TemporaryFile(bytes.prefix(8192))
      #expect(try problem(truncated.path).message.text.hasPrefix("\(truncated.path) is damaged: "))
      let other = try TemporaryFile(Array("date,amount\n".utf8) + [UInt8](repeating: 0x41, count: 2000))
      #expect(try problem(other.path).message.text == "\(other.path) is not an SQLite database")
      let empty = try TemporaryFile([])
      #expect(try problem(empty.path).code == .noRows)
    }

    @Test("A lock of another program is told") func locked() throws {
      let database = try SampleDatabase("CREATE TABLE t (a)", "BEGIN EXCLUSIVE")
      #expect(try problem(database.path).message.text == "\(database.path) is locked by another program")
      try database.run("COMMIT")
      #expect(try lines(of: SQLiteReader(path: database.path, table: nil, query: nil)) == ["a"])
    }

    private func contents(of path: String) throws -> [UInt8] {
      let file = try InputFile(path: path)
      return try file.read(after: [], from: 0, count: file.size)
    }
  }

  @Suite("SQLite files with a write-ahead log") struct SQLiteLogTests {
    @Test("One that nobody has open is read and nothing is left beside it") func closed() throws {
      let database = try SampleDatabase("PRAGMA journal_mode = wal", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
      database.close()
      #expect(!database.folder.has("pos.db-wal"))
      #expect(try lines(of: SQLiteReader(path: database.path, table: nil, query: nil)) == ["a", "1"])
      #expect(!database.folder.has("pos.db-wal"))
      #expect(!database.folder.has("pos.db-shm"))
    }

    @Test("What is only in the log yet is read too") func open() throws {
      let database = try SampleDatabase("PRAGMA journal_mode = wal", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
      #expect(try lines(of: SQLiteReader(path: database.path, table: nil, query: nil)) == ["a", "1"])
    }

    @Test("Rows that another program adds meanwhile are not seen") func snapshot() throws {
      let database = try SampleDatabase("PRAGMA journal_mode = wal", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")
      let reader = try SQLiteReader(path: database.path, table: nil, query: nil)
      try database.run("INSERT INTO t VALUES (2)")
      #expect(try lines(of: reader) == ["a", "1"])
    }

    @Test("A still file that is changed meanwhile is told") func changed() throws {
      let database = try SampleDatabase("PRAGMA journal_mode = wal", "CREATE TABLE t (a)")
      database.close()
      let reader = try SQLiteReader(path: database.path, table: nil, query: nil)
      let times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
      try #require(utimensat(AT_FDCWD, database.path, times, 0) == 0)
      let found = try failure { _ = try text(of: reader) }
      #expect(found.message.text == "\(database.path) was changed while it was read")
    }

    @Test("A log that cannot be read is told") func unreadableLog() throws {
      let database = try SampleDatabase("PRAGMA journal_mode = wal", "CREATE TABLE t (a)")
      database.close()
      // A directory stands where the log would be.
      try #require(mkdir(database.path + "-wal", 0o700) == 0)
      let found = try failure { _ = try SQLiteReader(path: database.path, table: nil, query: nil) }
      #expect(found.message.text.contains("-wal, which cannot be read here"))
    }
  }
}

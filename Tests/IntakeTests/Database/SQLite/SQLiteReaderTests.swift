import CSQLite
import Fixtures
import Testing
@testable import Intake

extension DatabaseTests {
  @Suite("Rows of SQLite files") struct SQLiteReaderTests {
    private func rows(_ database: SampleDatabase, table: String? = nil, query: String? = nil, size: Int = 1 << 16)
      throws
      -> [String]
    {
      try lines(of: SQLiteReader(path: database.path, table: table, query: query), size: size)
    }

    @Test("Values become what a person would write") func values() throws {
      let database = try SampleDatabase(
        "CREATE TABLE 销售 (会员, 金额 REAL, 备注)",
        "INSERT INTO 销售 VALUES ('张三', 0.1 + 0.2, 'a \"b\", c'), (1002, 1e20, NULL), ('', -5, x'E5BA97'), ('两' || char(10) || '行', NULL, x'FF00')",
        "INSERT INTO 销售 VALUES (-9223372036854775808, 9e999, x'FF0102030405060708'), (CAST(x'E58D' AS TEXT), 12.50, x'')"
      )
      #expect(
        try text(of: SQLiteReader(path: database.path, table: "销售", query: nil)) == """
          会员,金额,备注
          张三,0.3,"a ""b"", c"
          1002,100000000000000000000,
          ,-5,店
          "两
          行",,x'ff00'
          -9223372036854775808,Inf,x'ff01020304050607…'
          \u{FFFD},12.5,

          """)
    }

    @Test("Bytes that are no UTF-8 pass, to be set aside later") func notUTF8() throws {
      let database = try SampleDatabase("CREATE TABLE t (a)", "INSERT INTO t VALUES (CAST(x'E58D' AS TEXT))")
      var reader = try SQLiteReader(path: database.path, table: nil, query: nil)
      var text = RowText()
      _ = try reader.read(into: &text, size: 100)
      #expect(text.bytes == [0x61, 0x0A, 0xE5, 0x8D, 0x0A])
    }

    @Test("A table is the same in pieces of any size", arguments: [1, 10, 1000, 1 << 20]) func pieces(size: Int) throws
    {
      let database = try SampleDatabase(
        "CREATE TABLE t (n INTEGER, half REAL)",
        "INSERT INTO t WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 3000) SELECT n, n / 2.0 FROM c"
      )
      let found = try rows(database, size: size)
      #expect(found.count == 3001)
      #expect(found.first == "n,half")
      #expect(found.last == "3000,1500")
      #expect(found[3] == "3,1.5")
    }

    @Test("Rows carry the numbers that they would have in a CSV file") func numbers() throws {
      let database = try SampleDatabase("CREATE TABLE t (a)", "INSERT INTO t VALUES (1), (NULL), (3)")
      var reader = try SQLiteReader(path: database.path, table: nil, query: nil)
      var text = RowText()
      #expect(try reader.read(into: &text, size: 1 << 10))
      #expect(text.nextRow == 5)
      #expect(String(decoding: text.bytes, as: UTF8.self) == "a\n1\n\n3\n")
    }

    @Test("An empty table has its header") func emptyTable() throws {
      #expect(try rows(try SampleDatabase("CREATE TABLE t (a, b)")) == ["a,b"])
    }

    @Test("Names with quotes, blanks and Chinese are found") func oddNames() throws {
      let database = try SampleDatabase(
        "CREATE TABLE \"it's \"\"odd\"\"\" (a)", "INSERT INTO \"it's \"\"odd\"\"\" VALUES (1)",
        "CREATE TABLE 会员 表 (b)"
          .replacing("会员 表", with: "[会员 表]"), name: "收银 100%?#.db")
      #expect(try rows(database, table: "it's \"odd\"") == ["a", "1"])
      #expect(try rows(database, table: "会员 表") == ["b"])
    }

    @Test("Other capitals name the same table") func capitals() throws {
      #expect(try rows(try SampleDatabase("CREATE TABLE Sales (a)", "CREATE TABLE other (a)"), table: "SALES") == ["a"])
    }

    @Test("The only table needs no name, nor does the only view of none") func onlyTable() throws {
      let database = try SampleDatabase("CREATE TABLE t (a)", "CREATE VIEW v AS SELECT a AS b FROM t")
      #expect(try rows(database) == ["a"])
      #expect(try rows(database, table: "v") == ["b"])
      #expect(try rows(try SampleDatabase("CREATE VIEW v AS SELECT 1 AS b")) == ["b", "1"])
    }

    @Test("A query gives its rows, with a semicolon and comments too") func queries() throws {
      let database = try SampleDatabase("CREATE TABLE t (a)", "INSERT INTO t VALUES (1), (2)")
      #expect(try rows(database, query: "select a as 数, a * 1.5 from t where a > 1") == ["数,a * 1.5", "2,3"])
      #expect(try rows(database, query: "-- all\nselect a from t; /* that is all */ -- yes\n ;") == ["a", "1", "2"])
      #expect(try rows(database, query: "with x as (select max(a) m from t) select m from x;") == ["m", "2"])
    }

    @Test("A full-text table and JSON can be read") func virtualTables() throws {
      let database = try SampleDatabase(
        "CREATE VIRTUAL TABLE notes USING fts5(body)", "INSERT INTO notes VALUES ('new coat'), ('old hat')")
      #expect(try rows(database, query: "select body from notes where notes match 'coat'") == ["body", "new coat"])
      #expect(try rows(database, query: "select value from json_each('[1,2]')") == ["value", "1", "2"])
    }
  }
}

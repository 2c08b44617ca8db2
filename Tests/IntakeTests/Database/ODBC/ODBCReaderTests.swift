import Fixtures
import Messages
import Testing
@testable import Intake

extension DatabaseTests {
  @Suite(
    "Rows over ODBC, of PostgreSQL",
    .enabled(
      if: PostgreSQLServer.isInstalled,
      "PostgreSQL's server or its ODBC driver is missing; `scripts/setup --tests` installs them."))
  struct ODBCReaderTests {
    private let server: PostgreSQLServer

    init() throws { server = try PostgreSQLServer.shared.get() }

    private func reader(
      table: String? = nil, query: String? = nil, _ change: (inout ODBCBlockShape) -> Void = { _ in }
    ) throws -> ODBCReader {
      var shape = ODBCBlockShape()
      change(&shape)
      return try ODBCReader(connection: server.connection, table: table, query: query, shape: shape)
    }

    @Test("Values become what a person would write, in blocks and by the cell", arguments: [false, true])
    func values(isByCell: Bool) throws {
      #expect(
        try text(of: reader(table: "销售") { $0.isByCell = isByCell }) == """
          会员,金额,重量,折,日,时,带区,新,件,号,钟,备注,图,价,任意
          张三,1234567890.12,0.3,0.1,2024-01-05,2024-01-05 09:07:00,2024-01-05 09:07:00,TRUE,3,9007199254740993,09:07:30,"店,""A""\",coat,"$1,234.50",12345678901234567890.123456789
          ,,,,,,,,,,,,,,
          𠮷野家,-0.50,100000000000000000000,12345.67,1999-12-31,2024-02-29 00:00:00,2024-01-05 23:59:59,FALSE,-1,-9223372036854775808,00:00:00,"两
          行",x'ff00',-$2.00,NaN
          ,0.00,NaN,Inf,2024-01-05,2024-01-05 00:00:00,2024-01-05 00:00:00,FALSE,0,0,23:59:59,,,$0.00,0

          """)
    }

    @Test("Twenty thousand rows come over several blocks, in pieces of any size", arguments: [100, 1 << 16, 1 << 24])
    func blocks(size: Int) throws {
      let found = try lines(
        of: reader(query: "select n, member, amount, store from public.many order by n"), size: size)
      #expect(found.count == 20_001)
      #expect(found[0] == "n,member,amount,store")
      #expect(found[1] == "1,member 1,0.25,店1")
      #expect(found[20_000] == "20000,member 20000,5000,店1")
      #expect(found.dropFirst().enumerated().allSatisfy { $1.hasPrefix("\($0 + 1),member \($0 + 1),") })
    }

    @Test("Blocks of any shape give the same", arguments: [1, 3, 1000], [false, true])
    func shapes(rows: Int, isByCell: Bool) throws {
      let query = "select n, member, store from public.many where n <= 100 order by n"
      #expect(
        try text(
          of: reader(query: query) {
            $0.rows = rows
            $0.isByCell = isByCell
          }) == text(of: reader(query: query)))
    }

    @Test("A text longer than the room of a block is whole", arguments: [false, true]) func longText(isByCell: Bool)
      throws
    {
      let found = try lines(of: reader(table: "long") { $0.isByCell = isByCell })
      #expect(
        found == [
          "n,note,code,bytes", "1,short,a,x",
          "2,\(String(repeating: "好", count: 100_000)),\(String(repeating: "𠮷", count: 600)),"
            + String(repeating: "x", count: 5000),
          "3,end,b,y", "4,\(String(repeating: "a", count: 1024))|,\(String(repeating: "b", count: 1023))|,z",
        ])
    }

    @Test("A driver that cannot go back has long columns read by the cell, and never a cell cut") func noReturn() throws
    {
      func reader(_ query: String) throws -> ODBCReader {
        try self.reader(query: query) {
          $0.revisits = false
          $0.longest.final = 300
        }
      }
      // A column without a length is told as one of 255 characters, a text as one of 8,190.
      let found = try failure { _ = try text(of: reader("select n, code from long order by n")) }
      #expect(found.code == .limit)
      #expect(found.message.text.hasPrefix("`code` in row 3 of odbc "))
      #expect(found.message.text.hasSuffix(" is longer than 300 characters"))
      #expect(
        try text(of: reader("select n, code, note from long order by n"))
          == text(of: self.reader(query: "select n, code, note from long order by n")))
      #expect(
        try lines(of: reader("select n, left(code, 1) as c from long where n > 2 order by n")) == ["n,c", "3,b", "4,b"])
    }

    @Test("Tables are found by name, with or without their schema") func tables() throws {
      #expect(try lines(of: reader(table: "it's \"odd\"")) == ["a"])
      #expect(try lines(of: reader(table: "week")) == ["days", "7"])
      #expect(try lines(of: reader(table: "other.many")) == ["one", "1"])
      #expect(try lines(of: reader(table: "public.销售")).count == 6)
    }

    @Test(
      "Any statement that reads is taken",
      arguments: [
        "select 1 as a", "SELECT 1 AS a;", " -- the number\n(select 1 as a) ; ",
        "with x as (select 1 as a) select * from x",
        "/* a /* b */ */ select 1 as a; -- done", "select length(';') as a -- ; no",
      ])
    func queries(query: String) throws {
      #expect(try lines(of: reader(query: query)) == ["a", "1"])
    }

    @Test("VALUES and TABLE are statements that read") func values() throws {
      #expect(try lines(of: reader(query: "values (1, '店'), (2, null)")) == ["column1,column2", "1,店", "2,"])
      #expect(try lines(of: reader(query: "table \"Week\"")) == ["days", "7"])
    }

    @Test("An answer without rows has its header") func noRows() throws {
      #expect(try lines(of: reader(query: "select n as 数 from public.many where n < 0")) == ["数"])
    }

    @Test("Two readers read at a time, and one may be left unread") func several() throws {
      var one = try reader(table: "public.many")
      var text = RowText()
      #expect(try one.read(into: &text, size: 10))
      #expect(try lines(of: reader(table: "other.many")) == ["one", "1"])
      text = RowText(nextRow: text.nextRow)
      #expect(try one.read(into: &text, size: 10))
    }
  }
}

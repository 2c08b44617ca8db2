import Fixtures
import Testing
@testable import Intake

extension HostileTests {
  /// Small texts that no till should write, each with what loading it comes to.
  @Suite struct TextTests {
    private static let head = "member,date,amount\n"

    /// The rows of a file and `sum; line column reason; …`, as `HostileLoader.outcome` says it.
    private static let loaded: [(name: String, rows: String, outcome: String)] = [
      ("unclosed quote in the last field", "1,2024-01-01,5\n2,2024-01-01,\"5", "2 = 1 + 0 + 1; 3 - unclosed quote"),
      (
        "unclosed quote in the first row", "1,2024-01-01,\"5\n" + String(repeating: "2,2024-01-01,5\n", count: 30),
        "31 = 30 + 0 + 1; 2 - unclosed quote"
      ),
      (
        "quotes inside quotes",
        "\"a\"\"b\",2024-01-01,5\n\"a\"b\",2024-01-01,5\na\"b,2024-01-01,5\n\"\"\"\",2024-01-01,5\n\"\",2024-01-01,6\n",
        "5 = 4 + 0 + 1; 3 - text after a closing quote"
      ),
      (
        "zero bytes", "1\0,2024-01-01,5\n1,2024-01-01,\u{0}5\n\0\0\0\n",
        "3 = 1 + 0 + 2; 3 amount amount not readable; 4 - wrong number of fields"
      ),
      (
        "rows behind zero bytes", "1,2024-01-01,5\n\(String(repeating: "\0", count: 4000))\n3,2024-01-01,5\n",
        "3 = 2 + 0 + 1; 3 - wrong number of fields"
      ),
      (
        "line ends of three kinds",
        "1,2024-01-01,5\n2,2024-01-01,5\r\n3,2024-01-01,x\r\r\n\n\r4,2024-01-01,5\r5,2024-01-01,y",
        "5 = 3 + 0 + 2; 4 amount amount not readable; 9 amount amount not readable"
      ),
      (
        "line ends inside quotes", "\"1\r\n2\",2024-01-01,5\r\n\"1\r2\",2024-01-01,x\r4,2024-01-01,x\n",
        "3 = 1 + 0 + 2; 4 amount amount not readable; 6 amount amount not readable"
      ),
      (
        "missing and further columns", "1\n1,2024-01-01\n1,2024-01-01,5\n1,2024-01-01,5,\n1,2024-01-01,5,x\n,,\n",
        "5 = 2 + 0 + 3; 2 - wrong number of fields; 3 - wrong number of fields; 6 - wrong number of fields"
      ),
      (
        "a header a thousand times", String(repeating: head, count: 999) + "1,2024-01-01,5\n",
        "1000 = 1 + 0 + 999; " + (2...9).map { "\($0) - repeated header" }.joined(separator: "; ")
      ),
      (
        "byte order marks in the middle",
        "1,2024-01-01,5\n\u{FEFF}member,date,amount\n\u{FEFF}2,2024-01-01,\u{FEFF}5\n\u{FEFF}\n",
        "3 = 2 + 0 + 1; 3 - repeated header"
      ),
      (
        "very long cells",
        "1,2024-01-01,\(String(repeating: "9", count: 100_000))\n2,\(String(repeating: "2", count: 100_000)),5\n"
          + "\(String(repeating: "3", count: 100_000)),2024-01-01,5\n",
        "3 = 1 + 0 + 2; 2 amount amount too large; 3 date date not readable"
      ),
    ]

    @Test(arguments: loaded.indices) func `rows are taken or set aside`(i: Int) throws {
      let (name, rows, outcome) = Self.loaded[i]
      #expect(try HostileLoader.purchases.outcome(of: Array((Self.head + rows).utf8)) == outcome, "\(name)")
    }

    @Test(arguments: [
      ("NaN", "amount not readable"), ("inf", "amount not readable"), ("1e400", "amount not readable"),
      ("1e2", "amount not readable"), ("0x10", "amount not readable"), ("--5", "amount not readable"),
      (".", "amount not readable"), ("1 00.00", "amount not readable"), ("1.000,00", "amount not readable"),
      ("99999999999999999999999999", "amount too large"), ("9223372036854775807", "amount too large"),
      ("-9223372036854775808", "amount too large"), ("92233720368547758.08", "amount too large"),
      ("1000000000000.01", "amount too large"), ("0.00000000000000000000000001", "more than two decimals"),
    ])
    func `no amount is guessed`(cell: String, reason: String) throws {
      let rows = "1,2024-01-01,\"\(cell)\"\n2,2024-01-01,９９．５\n3,2024-01-01,-1000000000000.00\n"
      #expect(
        try HostileLoader.purchases.outcome(of: Array((Self.head + rows).utf8), blocks: [])
          == "3 = 2 + 0 + 1; 2 amount \(reason)")
    }

    @Test(arguments: [
      ("0000-00-00", "date does not exist"), ("2023-02-29", "date does not exist"),
      ("2024-13-01", "date does not exist"),
      ("9999-12-31", "date after 2079"), ("2079-06-07", "date after 2079"), ("1899-12-31", "date before 1900"),
      ("99999-01-01", "date not readable"), ("-2024-01-01", "date not readable"), ("45296", "date not readable"),
      ("1704412800", "date not readable"), ("2024-01-01T99:00", "date not readable"), ("24-01-05", "date unclear"),
    ])
    func `no date is guessed`(cell: String, reason: String) throws {
      let rows = "1,\(cell),5\n2,1900-01-01,5\n3,2024-02-29,5\n"
      #expect(
        try HostileLoader.purchases.outcome(of: Array((Self.head + rows).utf8), blocks: [])
          == "3 = 2 + 0 + 1; 2 date \(reason)")
    }

    @Test func `a receipt beyond exact arithmetic is an error`() throws {
      var text = "member,date,amount,receipt,n\n"
      for i in 0..<92_300 { text += "1,2024-01-01,1000000000000,R,\(i)\n" }
      let outcome = try HostileLoader.purchases.outcome(of: Array(text.utf8), blocks: [])
      #expect(outcome.hasSuffix("add up beyond exact arithmetic"), "\(outcome)")
    }
  }

  /// Texts that are refused whole.
  @Suite struct RefusalTests {
    private static let again = "; export it again: a header and a row for each line of a receipt are expected"

    @Test(arguments: [
      ("", "E202; FILE is empty" + again), ("\n\n\n", "E202; FILE is empty" + again),
      ("\u{FEFF}", "E202; FILE is empty" + again), ("\u{FEFF}\r\n", "E202; FILE is empty" + again),
      ("member,date,amount", "E202; FILE has a header but no rows" + again),
      ("\u{FEFF}member,date,amount\r\n\r\n", "E202; FILE has a header but no rows" + again),
      (
        "member,\"date,amount\n1,2024-01-01,5\n",
        "E203; FILE has no member column that can be recognised; its headers are `1`, `2024-01-01`, `5`; "
          + "say which it is: load purchases from … { member = HEADER }"
      ),
      (
        "member,date,amount,amount\n1,2024-01-01,5,6\n",
        "E203; two columns are called `amount`, so which of them is amount is not clear; "
          + "rename one of them in the file, or map another column"
      ),
      (
        "member,date,amount\n1,x,y\n",
        "E202; no row of FILE could be taken: its one row was set aside; first, line 2: `x` is not a date; "
          + "is the right column mapped to each role?"
      ),
      (
        ",,,\n,,,\n",
        "E203; FILE has no member column that can be recognised; its headers are `,,,`; "
          + "say which it is: load purchases from … { member = HEADER }"
      ),
    ])
    func `what is no table is named`(text: String, outcome: String) throws {
      #expect(try HostileLoader.purchases.outcome(of: Array(text.utf8)) == outcome)
    }

    @Test(
      arguments: [
        ([0xFF, 0xFE], "is empty"), ([0xFF, 0xFE, 0x0A, 0], "is empty"),
        ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "seems to be UTF-32 text, which is not read yet"),
        ([0x1F, 0x8B], "ends in the middle of its gzip data"),
        ([0x50, 0x4B, 3, 4], "is a damaged workbook: it is cut short, or its list of parts is broken"),
        (
          [0xD0, 0xCF, 0x11, 0xE0],
          "is a damaged workbook: its first 512 bytes are no header of a compound file"
        ),
        (
          Array("SQLite format 3\0".utf8),
          "is not an SQLite database; it may be encrypted, or cut short: export the table as CSV and load that"
        ),
        (Array("%PDF-1.4".utf8), "is a PDF document, which holds no table that can be read"),
        ([UInt8](repeating: 0, count: 1000), "has no member column that can be recognised"),
      ] as [([UInt8], String)])
    func `a file of nothing but its first bytes is named`(bytes: [UInt8], message: String) throws {
      let outcome = try HostileLoader.purchases.outcome(of: bytes)
      #expect(outcome.contains("FILE \(message)"), "\(outcome)")
    }

    @Test func `a gzip file of nothing is empty, one of gzip is no table`() throws {
      let text = Array("member,date,amount\n1,2024-01-01,5\n".utf8)
      #expect(try HostileLoader.purchases.outcome(of: gzipped([])).contains("FILE is empty"))
      #expect(try HostileLoader.purchases.outcome(of: gzipped(gzipped(text))).hasPrefix("E204; FILE seems to be"))
    }

    @Test func `columns of one name do no harm where they mean nothing, nor delimiters in a quoted header`() throws {
      let outcome = HostileLoader.purchases
      #expect(try outcome.outcome(of: Array("member,date,amount,x,x\n1,2024-01-01,5,6,7\n".utf8)) == "1 = 1 + 0 + 0")
      #expect(
        try outcome.outcome(of: Array("member,date,\"amount\",\"a,b;c;d;e;f;g\"\n1,2024-01-01,5,6\n".utf8))
          == "1 = 1 + 0 + 0")
      #expect(
        try outcome.outcome(of: Array("a;b;c;d;e;f\nmember,date,amount\n1,2024-01-01,5\n".utf8))
          == "2 = 1 + 0 + 1; 1 - title row")
    }
  }

  @Suite struct DateOrderTests {
    private func outcome(_ dates: String..., style: DateStyle? = nil) throws -> String {
      let rows = dates.enumerated().map { "\($0),\($1),5\n" }.joined()
      return try HostileLoader.purchases.outcome(of: Array(("member,date,amount\n" + rows).utf8), dates: style)
    }

    @Test func `a column that nothing settles is not guessed`() throws {
      let found = try outcome("03/04/2025", "05/06/2025")
      #expect(found.hasPrefix("E202; no row of FILE could be taken"))
      #expect(found.contains("`dates = dmy` or `dates = mdy` says it"))
      #expect(try outcome("03/04/2025", "2025-06-01") == "2 = 1 + 0 + 1; 2 date date unclear")
    }

    @Test func `a later cell settles it, in either order`() throws {
      #expect(try outcome("03/04/2025", "25/06/2025") == "2 = 2 + 0 + 0")
      #expect(try outcome("03/04/2025", "06/25/2025") == "2 = 2 + 0 + 0")
      #expect(try outcome("03/04/2025", "05/06/2025", style: .mdy) == "2 = 2 + 0 + 0")
      #expect(try outcome("03/04/2025", "25/06/2025", style: .mdy) == "2 = 1 + 0 + 1; 3 date date does not exist")
    }

    @Test func `cells that contradict each other settle nothing`() throws {
      #expect(
        try outcome("03/04/2025", "06/25/2025", "25/06/2025", "2025-06-25")
          == "4 = 1 + 0 + 3; 2 date date unclear; 3 date date unclear; 4 date date unclear")
    }
  }
}

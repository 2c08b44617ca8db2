import Fixtures
import Messages
import Testing
@testable import Intake

extension HostileTests {
  /// Workbooks, loaded whole; what their readers do alone is tested beside them.
  @Suite struct WorkbookTests {
    private static let head = texts("member", "date", "amount")

    private static func texts(_ cells: String...) -> String {
      "<row>" + cells.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
    }

    private func outcome(_ fixture: WorkbookFixture) throws -> String {
      let file = try fixture.file()
      return HostileLoader.purchases.outcome(of: file.path)
    }

    @Test func `formulas without a result, errors and merged cells are set aside`() throws {
      let day = "<c t=\"inlineStr\"><is><t>2024-01-01</t></is></c>"
      let rows =
        "<row><c><v>1</v></c>\(day)<c><f>A1*5</f></c></row>"
        + "<row><c><v>2</v></c>\(day)<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
        + "<row><c><v>3</v></c>\(day)<c><f>2+3</f><v>5</v></c></row>"
        + "<row><c/>\(day)<c><v>7</v></c></row>" + "<row><c><v>NaN</v></c>\(day)<c><v>1E400</v></c></row>"
      let merges = "<mergeCells count=\"1\"><mergeCell ref=\"A4:A5\"/></mergeCells>"
      let found = try outcome(WorkbookFixture(rows: Self.head + rows, after: merges))
      #expect(
        found
          == "5 = 1 + 0 + 4; 2 amount formula without a value; 3 amount amount not readable; 5 member merged cell; "
          + "6 amount amount too large")
    }

    @Test func `a column merged over ten thousand rows is set aside below its first`() throws {
      let count = 10_000
      var rows = Self.texts("1", "2024-01-01", "5")
      for _ in 1..<count { rows += "<row><c/><c t=\"s\"><v>0</v></c><c><v>5</v></c></row>" }
      let fixture = WorkbookFixture(
        rows: Self.head + rows, after: "<mergeCells count=\"1\"><mergeCell ref=\"A2:A\(count + 1)\"/></mergeCells>",
        strings: ["<si><t>2024-01-01</t></si>"])
      let file = try fixture.file()
      let outcome = HostileLoader.purchases.outcome(of: file.path, blocks: [])
      #expect(outcome.hasPrefix("\(count) = 1 + 0 + \(count - 1); 3 member merged cell; "))
    }

    @Test func `a password and what unpacks to too much are refused`() throws {
      var fixture = WorkbookFixture(rows: Self.head)
      fixture.password = "secret"
      #expect(try outcome(fixture).hasPrefix("E201; FILE is protected by a password"))
    }

    @Test func `a gzip bomb is refused by a stated limit`() throws {
      let bomb = try gzipped(Array("member,date,amount\n".utf8) + [UInt8](repeating: 0x0A, count: 80 << 20), level: 9)
      let file = try TemporaryFile(bomb)
      // In one block, so that no row is looked at before the whole is unpacked.
      let found = try #require(throws: Diagnostic.self) {
        try HostileLoader.purchases.findings(of: .file(file.path), blockSize: 100 << 20)
      }
      #expect(found.code == .limit)
      #expect(found.message.text.hasSuffix("no more than 200 times is taken beyond 64 MB"), "\(found.message)")
    }
  }
}

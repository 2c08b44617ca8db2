import Fixtures
import MemberBook
import Messages
import Testing
@testable import Intake

@Suite struct XLSWorkbookTests {
  @Test func `Numbers come in several forms`() throws {
    let rk = { (bits: UInt32) in le16(0) + le32(bits) }
    let half = UInt32(truncatingIfNeeded: Double(0.5).bitPattern >> 32)
    let fixture = XLSFixture(
      number(0, 0, 45.1), number(0, 1, 13_800_001_234), number(0, 2, 0.1 + 0.2), number(0, 3, 1e20),
      number(0, 4, 6_222_021_234_567_890), number(0, 5, -0.0),
      record(0x027E, place(1, 0) + le32(UInt32(4510 << 2 | 3))),
      record(0x027E, place(1, 1) + le32(UInt32(bitPattern: Int32(-7) << 2 | 2))),
      record(0x027E, place(1, 2) + le32(half)),
      record(0x027E, place(1, 3) + le32(half | 1)),
      record(0x00BD, le16(2) + le16(1) + rk(UInt32(5 << 2 | 2)) + rk(UInt32(150 << 2 | 3)) + le16(2)))
    #expect(
      try rows(fixture) == [
        "45.1,13800001234,0.3,100000000000000000000,6222021234567890,0", "45.1,-7,0.5,0.005,,", ",5,1.5,,,",
      ])
  }

  @Test func `Dates, truth, errors and formulas have the texts of an XLSX workbook`() throws {
    let value = { (bytes: [UInt8]) in bytes + [0, 0, 0] + [0xFF, 0xFF] }
    let formula = { (column: UInt16, bytes: [UInt8]) in record(0x0006, place(1, column) + bytes + [0, 0, 0, 0, 0, 0]) }
    let fixture = XLSFixture(
      number(0, 0, 45_296, style: 1), number(0, 1, 45_296.379861111112, style: 2),
      number(0, 2, 0.379861111111111, style: 3),
      number(0, 3, 60, style: 1), record(0x0205, place(0, 4) + [1, 0]), record(0x0205, place(0, 5) + [0x2A, 1]),
      record(0x0205, place(0, 6) + [0x07, 1]), record(0x0205, place(0, 7) + [0, 0]),
      formula(0, le64((2.5).bitPattern)), formula(1, value([0, 0, 0])),
      record(0x0207, le16(2) + [1] + le16(0x91D1) + le16(0x5361)),
      formula(2, value([1, 0, 1])), formula(3, value([2, 0, 0x2A])), formula(4, value([3, 0, 0])),
      formula(5, value([0, 0, 0])))
    #expect(
      try rows(fixture) == [
        "2024-01-05,2024-01-05 09:07:00,09:07:00,1900-02-29,TRUE,#N/A,#DIV/0!,FALSE", "2.5,金卡,TRUE,#N/A,,,,",
      ])
    #expect(
      try rows(XLSFixture(number(0, 0, 43_834, style: 1), globals: record(0x0022, le16(1)))) == ["2024-01-05"])
  }

  @Test func `Shared texts go on in further records`() throws {
    // 会员 wide; "card" that goes on wide; a rich one with runs that are cut; é in one byte.
    let first = le32(4) + le32(4) + le16(2) + [1] + le16(0x4F1A) + le16(0x5458) + le16(4) + [0] + Array("ca".utf8)
    let second = [1] + le16(0x72) + le16(0x64) + le16(2) + [0x0C] + le16(1) + le32(3) + Array("ok".utf8) + [1, 2]
    let third: [UInt8] = [3, 4, 9, 9, 9] + le16(1) + [0, 0xE9]
    let globals = record(0x00FC, first) + record(0x003C, second) + record(0x003C, third)
    let cells = (0..<4).flatMap { record(0x00FD, place(0, UInt16($0)) + le32(UInt32($0))) as [UInt8] }
    let label = record(0x0204, place(0, 4) + le16(2) + [0] + Array("hi".utf8))
    #expect(try rows(XLSFixture(cells, label, globals: globals)) == ["会员,card,ok,é,hi"])
    #expect(try problem(XLSFixture(cells)).message.text.hasSuffix("row 1 has a shared text that is missing"))
  }

  @Test func `Cells may stand out of order, and merged ones are refused`() throws {
    var fixture = XLSFixture(
      number(3, 1, 4), number(1, 1, 3), number(1, 0, 2), number(1, 0, 1), number(0, 0, 0),
      record(0x00E5, le16(1) + le16(1) + le16(3) + le16(0) + le16(0)))
    let file = try fixture.file()
    let found = try readToEnd(try XLSReader(path: file.path, sheet: nil))
    #expect(found.rows == ["0", "1,3", "", ",4"])
    #expect(found.refusals.map(\.row) == [4])
    #expect(found.refusals.map(\.reason) == [.mergedCell(row: 2)])
    fixture.sheets = [("隐藏", 1, number(0, 0, 1)), ("空", 0, []), ("销售", 0, number(0, 0, 3))]
    #expect(try rows(fixture) == ["3"])
    #expect(try rows(fixture, sheet: "隐藏") == ["1"])
    #expect(try problem(fixture, sheet: "销量").hint?.text == "did you mean `销售`?")
    fixture.sheets = [("空", 0, [])]
    #expect(try problem(fixture).message.text.hasSuffix("has no visible sheet with cells"))
  }

  @Test func `A chart inside a sheet is passed over`() throws {
    let chart = record(0x0809, le16(0x0600) + le16(0x20)) + number(0, 0, 9) + record(0x000A, [])
    #expect(try rows(XLSFixture(number(0, 0, 1), chart, number(0, 1, 2))) == ["1,2"])
  }

  @Test func `What cannot be read is named`() throws {
    var fixture = XLSFixture(number(0, 0, 1), globals: record(0x002F, [0, 0]))
    #expect(try problem(fixture).message.text.hasSuffix("is protected by a password"))
    for (name, end) in [
      ("EncryptedPackage", "is protected by a password"),
      ("Book", "is a workbook of Excel 95 or before, which is not read"),
      ("WordDocument", "is a Word document, not an Excel workbook"),
      ("Other", "is a compound file without a workbook, not an Excel workbook"),
    ] {
      fixture.streamName = name
      #expect(try problem(fixture).message.text.hasSuffix(end))
    }
    fixture = XLSFixture(number(0, 0, 1))
    fixture.version = 0x0500
    #expect(try problem(fixture).message.text.hasSuffix("is a workbook of Excel 95 or before, which is not read"))
  }

  @Test func `A file cut short is an error wherever it is cut`() throws {
    let bytes = try packageFile("Tests/Data/workbooks/receipts.xls")
    for i in 0...60 {
      let file = try TemporaryFile(bytes.prefix(bytes.count * i / 61))
      #expect(throws: Diagnostic.self, "cut \(i)") { try readToEnd(try XLSReader(path: file.path, sheet: nil)) }
    }
  }

  @Test func `Flipped bits give rows or an error`() throws {
    let whole = try packageFile("Tests/Data/workbooks/receipts.xls")
    let small = XLSFixture(number(0, 0, 1), number(1, 0, 2))
    let bytes = [whole, try contents(try small.file())]
    for seed in 0..<600 {
      var random = Flips(state: UInt64(seed))
      let file = try TemporaryFile(random.flipped(bytes[seed % 2]))
      do throws(Diagnostic) {
        var reader = try XLSReader(path: file.path, sheet: nil)
        var text = RowText()
        while try reader.read(into: &text, size: 1 << 16) {}
      } catch { #expect(!error.message.isEmpty) }
    }
  }
}

private func contents(_ file: borrowing TemporaryFile) throws -> [UInt8] {
  try InputFile(path: file.path).read(after: [], from: 0, count: 1 << 20)
}

private func rows(_ fixture: XLSFixture, sheet: String? = nil) throws -> [String] {
  let file = try fixture.file()
  let rows = try readToEnd(try XLSReader(path: file.path, sheet: sheet)).rows
  #expect(try readToEnd(try XLSReader(path: file.path, sheet: sheet), size: 1).rows == rows)
  return rows
}

private func problem(_ fixture: XLSFixture, sheet: String? = nil) throws -> Diagnostic {
  let file = try fixture.file()
  return try #require(throws: Diagnostic.self) { _ = try readToEnd(try XLSReader(path: file.path, sheet: sheet)) }
}

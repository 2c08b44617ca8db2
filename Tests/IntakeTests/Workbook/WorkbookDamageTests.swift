import Fixtures
import Messages
import Testing
@testable import Intake

@Suite struct WorkbookDamageTests {
  @Test(arguments: [
    (["word/document.xml"], "a Word document"), (["ppt/presentation.xml"], "a PowerPoint presentation"),
    (["mimetype", "content.xml"], "an OpenDocument file"), (["xl/workbook.bin"], "a binary workbook (.xlsb)"),
    (["a.csv"], "a zip archive without a workbook"),
  ])
  func `What is no workbook is named`(parts: [String], kind: String) throws {
    let found = try problem(WorkbookFixture(parts: parts.map { ($0, "<a/>") }))
    #expect(found.code == .file)
    #expect(found.message.text.hasSuffix("is \(kind), not an Excel workbook"))
  }

  @Test func `A workbook with a password is named`() throws {
    var fixture = WorkbookFixture(rows: "<row/>")
    fixture.password = "secret"
    #expect(try problem(fixture).message.text.hasSuffix("is protected by a password"))
  }

  @Test(arguments: [
    (#"<row r="0"/>"#, "`0` is no row's number"), (#"<row r="1048577"/>"#, "`1048577` is no row's number"),
    (#"<row r="99999999999999999999"/>"#, "`99999999999999999999` is no row's number"),
    (#"<row r="x"/>"#, "`x` is no row's number"), (#"<row r="2"/><row r="2"/>"#, "row 2 stands behind row 2"),
    (#"<row r="3"/><row r="2"/>"#, "row 2 stands behind row 3"),
    (#"<row r="1048576"/><row/>"#, "there are more rows than a sheet can have"),
    (#"<row><c r="XFE1"/></row>"#, "`XFE1` is no cell"), (#"<row><c r="AAAAAAAAAAAAAAA1"/></row>"#, "is no cell"),
    (#"<row><c r="1"/></row>"#, "`1` is no cell"), (#"<row><c r="A1:B1"/></row>"#, "`A1:B1` is no cell"),
    (#"<row><c r="A2"/></row>"#, "the cell A2 is out of place in row 1"),
    (#"<row><c r="B1"/><c r="A1"/></row>"#, "the cell A1 is out of place in row 1"),
    (#"<row><c r="XFD1"/><c/></row>"#, "row 1 has more cells than a row can have"),
    (#"<row><c t="s"><v>0</v></c></row>"#, "the cell in row 1, column 1 has a shared text that is missing"),
    (#"<row><c t="s"><v>-1</v></c></row>"#, "has a shared text that is missing"),
    (#"<row><c><v>&unknown;</v></c></row>"#, "undefined entity"), ("<row>", "mismatched tag"),
    ("<row \u{1}/>", "not well-formed"),
  ])
  func `A sheet that cannot be right is an error`(rows: String, reason: String) throws {
    let found = try problem(WorkbookFixture(rows: rows))
    #expect(found.message.text.contains("xl/worksheets/sheet1.xml, line 1: "))
    #expect(found.message.text.contains(reason))
  }

  @Test func `Missing parts are named`() throws {
    for part in ["xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"] {
      var fixture = WorkbookFixture(rows: "<row/>")
      fixture.parts.removeAll { $0.name == part }
      #expect(try problem(fixture).message.text.contains("is a damaged workbook"))
    }
    // Both may be missing.
    var fixture = WorkbookFixture(rows: "<row><c s=\"1\"><v>7</v></c></row>")
    fixture.parts.removeAll { $0.name == "xl/styles.xml" || $0.name == "xl/sharedStrings.xml" }
    #expect(try rows(fixture) == ["7"])
  }

  @Test func `Entities are never expanded`() throws {
    var fixture = WorkbookFixture(rows: "<row/>")
    var entities = "<!ENTITY e0 \"ha\">"
    for i in 1...30 { entities += "<!ENTITY e\(i) \"&e\(i - 1);&e\(i - 1);\">" }
    fixture.replace(
      "xl/worksheets/sheet1.xml",
      "<!DOCTYPE worksheet [\(entities)]><worksheet><sheetData><row><c><v>&e30;</v></c></row></sheetData></worksheet>")
    #expect(try problem(fixture).message.text.contains("declares XML entities"))
    fixture.replace("xl/worksheets/sheet1.xml", "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\"><worksheet/>")
    #expect(try problem(fixture).message.text.contains("declares XML entities"))
  }

  @Test func `What unpacks to far more than its size is refused`() throws {
    let start = Array("<worksheet><sheetData>".utf8)
    var rows = Array("<row><c><v>1</v></c><c><v>1</v></c><c><v>1</v></c></row>".utf8)
    while rows.count < 200 << 20 { rows += rows }
    var fixture = WorkbookFixture(rows: "")
    for i in fixture.parts.indices where fixture.parts[i].name.hasSuffix("sheet1.xml") {
      fixture.parts[i].bytes = start + rows
    }
    let found = try problem(fixture)
    #expect(found.code == .limit)
    #expect(found.message.text.hasSuffix("MB, over 200 times its packed size"))
    #expect(found.hint?.text == "if you trust it, open it in Excel and export it as CSV")
  }

  @Test func `Nesting, tags and texts have bounds`() throws {
    var fixture = WorkbookFixture(rows: String(repeating: "<a>", count: 500))
    #expect(try problem(fixture).message.text.contains("nested more than 100 deep"))
    fixture = WorkbookFixture(rows: "<row a=\"" + String(repeating: "x", count: 3 << 20) + "\"/>")
    #expect(try problem(fixture).message.text.contains("a tag of more than 1 MB"))
    fixture = WorkbookFixture(rows: "<row><c><v>" + String(repeating: "1", count: 200_000) + "</v></c></row>")
    #expect(try problem(fixture).message.text.hasSuffix("holds more text than 128 KB, the most that is read of a cell"))
    let long = "<si><t>" + String(repeating: "长", count: 32_767) + "</t></si>"
    let cells = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 100)
    fixture = WorkbookFixture(rows: "<row>\(cells)</row>", strings: [long])
    #expect(try problem(fixture).message.text.hasSuffix("holds more text than 8192 KB, the most that is read of a row"))
    fixture = WorkbookFixture(rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: [long])
    #expect(try rows(fixture).first?.count == 32_767)
  }

  @Test func `A file cut short is an error wherever it is cut`() throws {
    let bytes = try packageFile("Tests/Data/workbooks/receipts.xlsx")
    for i in 0...60 {
      let file = try TemporaryFile(bytes.prefix(bytes.count * i / 61))
      #expect(throws: Diagnostic.self) { try readToEnd(try XLSXReader(path: file.path, sheet: nil)) }
    }
  }

  @Test func `Flipped bits give rows or an error`() throws {
    let bytes = try packageFile("Tests/Data/workbooks/receipts.xlsx")
    var parts = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>45296.5</v></c></row>", strings: ["<si><t>a</t></si>"])
    for seed in 0..<400 {
      var random = Flips(state: UInt64(seed))
      if let file = try? TemporaryFile(random.flipped(bytes)) {
        _ = try? readToEnd(try XLSXReader(path: file.path, sheet: nil))
      }
      // The archive whole, the XML not: this reaches what checksums keep away.
      let part = Int(random.next() % UInt64(parts.parts.count))
      let whole = parts.parts[part].bytes
      parts.parts[part].bytes = random.flipped(whole)
      let file = try parts.file()
      do throws(Diagnostic) {
        var reader = try XLSXReader(path: file.path, sheet: nil)
        var text = RowText()
        while try reader.read(into: &text, size: 1 << 16) {}
      } catch { #expect(!error.message.isEmpty) }
      parts.parts[part].bytes = whole
    }
  }

  @Test func `A missing file is told as for any other`() throws {
    let found = #expect(throws: Diagnostic.self) { try XLSXReader(path: "/tmp/no-such-vipsh.xlsx", sheet: nil) }
    #expect(found?.message.text == "there is no file /tmp/no-such-vipsh.xlsx")
  }
}

/// Changes bytes at places that a seed decides.
struct Flips {
  var state: UInt64

  mutating func next() -> UInt64 {
    // SplitMix64 (Steele, Lea, Flood 2014).
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func flipped(_ bytes: [UInt8]) -> [UInt8] {
    var copy = bytes
    for _ in 0...(next() % 4) where !copy.isEmpty {
      copy[Int(next() % UInt64(copy.count))] = UInt8(truncatingIfNeeded: next())
    }
    return copy
  }
}

import Fixtures
import MemberBook
import Messages
import Testing
@testable import Intake

@Suite struct WorkbookSheetTests {
  @Test func `Rows keep their numbers and are filled up to the widest so far`() throws {
    let found = try rows(
      WorkbookFixture(
        rows: """
          <row r="2" spans="1:3">\(text("A2", "会员"))\(text("B2", "日期"))\(text("C2", "金额"))</row>
          <row r="3"><c r="A3" s="1"/></row>
          <row r="5">\(text("B5", "x"))</row>
          <row><c><v>1</v></c><c/><c><v>3</v></c><c><v>4</v></c></row>
          <row r="7" ht="14">\(text("A7", "y"))</row><row r="9"/>
          """))
    #expect(found == ["", "会员,日期,金额", "", "", ",x,", "1,,3,4", "y,,,"])
  }

  @Test func `Namespace prefixes and unknown elements do not matter`() throws {
    var fixture = WorkbookFixture(rows: "")
    fixture.replace(
      "xl/worksheets/sheet1.xml",
      """
      <?xml version="1.0"?><!-- by hand --><x:worksheet xmlns:x="m"><x:dimension ref="A1:XFD1048576"/><x:sheetViews>
      <x:row r="9"><x:c><x:v>8</x:v></x:c></x:row></x:sheetViews><x:sheetData><x:row x:r="1"><x:c r="A1"><x:v>1</x:v>
      <x:extLst><x:v>5</x:v></x:extLst></x:c></x:row><y/></x:sheetData></x:worksheet>
      """)
    #expect(try rows(fixture) == ["1"])
  }

  @Test(arguments: ["UTF-16", "ISO-8859-1"])
  func `A part may be in another encoding`(encoding: String) throws {
    let xml =
      "<?xml version=\"1.0\" encoding=\"\(encoding)\"?><worksheet><sheetData>"
      + #"<row><c><v>1</v></c></row><row><c r="B2"><v>2</v></c></row></sheetData>"#
      + #"<mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>"#
    var fixture = WorkbookFixture(rows: "")
    let bytes: [UInt8] =
      encoding == "UTF-16" ? [0xFE, 0xFF] + xml.utf8.flatMap { [0, $0] as [UInt8] } : Array(xml.utf8)
    for i in fixture.parts.indices where fixture.parts[i].name.hasSuffix("sheet1.xml") {
      fixture.parts[i].bytes = bytes
    }
    let file = try fixture.file()
    let found = try readToEnd(try XLSXReader(path: file.path, sheet: nil))
    #expect(found.rows == ["1", ",2"])
    #expect(found.refusals.map(\.row) == [2])
  }

  @Test func `Rows below the first of merged cells are refused`() throws {
    let row = { (n: Int) in #"<row r="\#(n)"><c r="A\#(n)"><v>\#(n)</v></c><c r="D\#(n)"><v>9</v></c></row>"# }
    let merges = ["A1:F1", "B3:B5", "A4:A4", "C5:D6", "A8:B9", "A100:A200"]
    let file = try WorkbookFixture(
      rows: (1...7).map(row).joined() + #"<row r="9"/>"#,
      after: "<mergeCells count=\"6\">" + merges.map { #"<mergeCell ref="\#($0)"/>"# }.joined() + "</mergeCells>"
    ).file()
    for size in [1, 1 << 16] {
      let found = try readToEnd(try XLSXReader(path: file.path, sheet: nil), size: size)
      #expect(found.rows.count == 7)
      #expect(found.refusals.map(\.row) == [4, 5, 6])
      #expect(found.refusals.map(\.column) == [1, 1, 2])
      #expect(found.refusals.map(\.reason) == [.mergedCell(row: 3), .mergedCell(row: 3), .mergedCell(row: 5)])
    }
    #expect(
      QuarantineReason.mergedCell(row: 5).message.text
        == "the cell is merged with the one in row 5; unmerge it and fill it down")
  }

  @Test func `Merged cells are found wherever a block ends`() throws {
    // The search reads 256 KB at a time; the sheet is made so long that the tag meets every place around that.
    for shift in 0..<40 {
      let start = "<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData>"
      let filler = String(repeating: "m", count: (1 << 18) - start.utf8.count - 7 - shift)
      var fixture = WorkbookFixture(rows: "")
      fixture.replace(
        "xl/worksheets/sheet1.xml",
        start + "<!--" + filler + "--><mergeCells><mergeCell ref='A1:A2' /></mergeCells></worksheet>")
      let file = try fixture.file()
      #expect(try readToEnd(try XLSXReader(path: file.path, sheet: nil)).refusals.map(\.row) == [2])
    }
  }

  @Test func `A merge that the search did not see is no silent loss`() throws {
    let found = try problem(
      WorkbookFixture(
        rows: "<row><c><v>1</v></c></row>", after: #"<mergeCells><mergeCell uid="1" ref="A1:A2"/></mergeCells>"#))
    #expect(found.message.text.hasSuffix("its merged cells are not listed as they should be"))
  }

  @Test func `The first visible sheet with rows is read, or the one that is named`() throws {
    let fixture = WorkbookFixture(
      sheets: [
        ("隐藏", sheet("hidden")), ("空白", "<sheetData><row r=\"3\"><c s=\"1\"/></row></sheetData>"),
        ("销售", sheet("sales")),
        ("退货", sheet("returns")),
      ], states: ["hidden", nil, "visible"])
    #expect(try rows(fixture) == ["sales"])
    #expect(try rows(fixture, sheet: "退货") == ["returns"])
    #expect(try rows(fixture, sheet: "隐藏") == ["hidden"])
    #expect(try rows(fixture, sheet: "空白") == [])
    let found = try problem(fixture, sheet: "退 货")
    #expect(found.code == .unknownName)
    #expect(found.message.text.hasSuffix("has no sheet `退 货`; its sheets are `隐藏`, `空白`, `销售`, `退货`"))
    #expect(found.hint?.text == "did you mean `退货`?")
  }

  @Test func `Sheets without cells are passed over, and none is an error`() throws {
    var fixture = WorkbookFixture(sheets: [("图表", sheet("1")), ("数据", sheet("2"))], states: ["hidden", "veryHidden"])
    #expect(try problem(fixture).message.text.hasSuffix("has no visible sheet with cells"))
    fixture.replace(
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships><Relationship Id="rId1" Type="x/chartsheet" Target="worksheets/sheet1.xml"/>
      <Relationship Id="rId2" Type="x/worksheet" Target="/xl/../XL/./worksheets/sheet2.xml"/></Relationships>
      """)
    fixture.replace(
      "xl/workbook.xml",
      #"<workbook><sheets><sheet name="a" id="rId1"/><sheet name="b" id="rId2"/></sheets></workbook>"#
    )
    #expect(try rows(fixture) == ["2"])
  }

  @Test func `A far row makes blank lines and no more`() throws {
    let found = try rows(WorkbookFixture(rows: #"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#))
    #expect(found.count == 1_048_576)
    #expect(found.last == String(repeating: ",", count: 16_383) + "1")
  }

  @Test func `A stray cell far to the right does not make every row long`() throws {
    let found = try rows(
      WorkbookFixture(rows: #"<row><c r="XFD1"><v>1</v></c></row><row><c><v>2</v></c></row>"#))
    #expect(found[1].utf8.count == 1024)
  }
}

private func text(_ place: String, _ text: String) -> String {
  #"<c r="\#(place)" t="inlineStr"><is><t>\#(text)</t></is></c>"#
}

private func sheet(_ word: String) -> String { "<sheetData><row>\(text("A1", word))</row></sheetData>" }

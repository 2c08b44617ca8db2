import Fixtures
import Testing

@testable import Intake

@Suite struct WorkbookCellTests {
  @Test(arguments: [
    ("45.100000000000001", "45.1"), ("1.0000000000000001E-2", "0.01"), ("1E+20", "100000000000000000000"),
    ("13800001234", "13800001234"), ("-1234.5", "-1234.5"), ("0", "0"), ("-0", "0"), ("-0.0", "0"), ("0.5", "0.5"),
    (".5", "0.5"), ("5.", "5"), ("100", "100"), ("100.00", "100"), ("1.5E3", "1500"), ("1.5e-3", "0.0015"),
    ("0.1234567890123455", "0.123456789012346"), ("0.12345678901234549", "0.123456789012345"),
    ("999999999999999.9", "1000000000000000"), ("9.9999999999999995E+22", "100000000000000000000000"),
    ("2.9999999999999996", "3"), ("1234567890123456.7", "1234567890123460"), ("-5.0000000000000003E-2", "-0.05"),
    (" 7 ", "7"), ("007", "7"), ("1.2345678901234568E+17", "123456789012346000"),
    // A member's id keeps every digit that the file has.
    ("123456789012345678", "123456789012345678"), ("6222021234567890123", "6222021234567890123"),
    // What is no number stays what it is, for the reader behind to set aside.
    ("abc", "abc"), ("1E", "1E"), ("1E9999", "1E9999"), ("1.2.3", "1.2.3"), ("INF", "INF"), ("--1", "--1"),
  ])
  func `A number is written plainly with 15 digits`(text: String, expected: String) throws {
    #expect(try cell("", "<v>\(text)</v>") == expected)
  }

  @Test(arguments: [
    ("45296", 1, "2024-01-05"), ("45296", 2, "2024-01-05 00:00:00"), ("45296.379861111112", 2, "2024-01-05 09:07:00"),
    ("45296.379861111112", 1, "2024-01-05 09:07:00"), ("0.379861111111111", 3, "09:07:00"),
    ("45295.999999999993", 1, "2024-01-05"), ("45296.99999", 2, "2024-01-05 23:59:59"),
    ("45296.999994212965", 3, "2024-01-06 00:00:00"), ("1.1574074074074073E-5", 3, "00:00:01"),
    ("0.99999999", 3, "23:59:59"), ("4.5296E4", 1, "2024-01-05"), ("1", 1, "1900-01-01"), ("59", 1, "1900-02-28"),
    ("60", 1, "1900-02-29"), ("61", 1, "1900-03-01"), ("2958465", 1, "9999-12-31"), ("2958466", 1, "2958466"),
    ("2958465.9999999", 1, "2958465.9999999"), ("-1", 1, "-1"), ("0", 3, "00:00:00"), ("1E300", 1, "1" + zeros(300)),
    ("1E-300", 3, "00:00:00"), ("45296", 0, "45296"), ("45296", 99, "45296"), ("45296", -1, "45296"),
  ])
  func `A date counts from 1900`(serial: String, style: Int, expected: String) throws {
    #expect(try cell("s=\"\(style)\"", "<v>\(serial)</v>") == expected)
  }

  @Test(arguments: [
    ("43834", 1, "2024-01-05"), ("43834.379861111112", 2, "2024-01-05 09:07:00"), ("2957003", 1, "9999-12-31"),
    ("2957004", 1, "2957004"), ("60", 1, "1904-03-01"),
  ])
  func `A date may count from 1904`(serial: String, style: Int, expected: String) throws {
    let workbook = #"<workbookPr date1904="1"/>"#
    #expect(try cell("s=\"\(style)\"", "<v>\(serial)</v>", workbook: workbook) == expected)
  }

  @Test(arguments: [
    ("yyyy-mm-dd", "2024-01-05 06:00:00"), ("yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;", "2024-01-05 06:00:00"),
    ("[$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@", "2024-01-05 06:00:00"),
    ("上午/下午h&quot;时&quot;mm&quot;分&quot;", "2024-01-05 06:00:00"), ("[h]:mm", "2024-01-05 06:00:00"),
    ("[hh]", "2024-01-05 06:00:00"), ("m/d", "2024-01-05 06:00:00"), ("General", "45296.25"), ("0.00", "45296.25"),
    ("[Red]0.00", "45296.25"), ("&quot;day&quot;0", "45296.25"), ("0\\d", "45296.25"), ("#,##0_d", "45296.25"),
    ("#,##0*d", "45296.25"), ("&quot;¥&quot;#,##0.00;[Red]&quot;¥&quot;-#,##0.00", "45296.25"), ("@", "45296.25"),
    ("0.00E+00", "45296.25"), ("[DBNum1][$-804]General", "45296.25"), ("[&gt;100]0", "45296.25"), ("", "45296.25"),
  ])
  func `A number format tells a date`(code: String, expected: String) throws {
    #expect(try cell("s=\"4\"", "<v>45296.25</v>", formats: [code]) == expected)
  }

  @Test(arguments: Array(0...60))
  func `The built-in formats of dates are known`(id: Int) throws {
    let dates = Set(Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58))
    #expect((NumberFormat(builtIn: id) != .number) == dates.contains(id))
  }

  @Test(arguments: [
    ("t=\"b\"", "<v>1</v>", "TRUE"), ("t=\"b\"", "<v>0</v>", "FALSE"), ("t=\"e\"", "<v>#N/A</v>", "#N/A"),
    ("t=\"e\"", "<f>1/0</f><v>#DIV/0!</v>", "#DIV/0!"), ("t=\"str\"", "<f>A1</f><v>金卡</v>", "金卡"),
    ("", "<f>1+1</f><v>2</v>", "2"), ("t=\"d\"", "<v>2024-01-05T09:07:00.000</v>", "2024-01-05 09:07:00"),
    ("t=\"d\"", "<v>2024-01-05T00:00:00Z</v>", "2024-01-05"), ("t=\"d\"", "<v>09:07:00</v>", "09:07:00"),
    ("t=\"d\"", "<v>soon</v>", "soon"), ("t=\"inlineStr\"", "<is><t xml:space=\"preserve\"> 王芳 </t></is>", " 王芳 "),
    ("t=\"inlineStr\"", "<is><r><rPr><b/></rPr><t>王</t></r><r><t>芳</t></r><rPh sb=\"0\"><t>wf</t></rPh></is>", "王芳"),
    ("t=\"inlineStr\"", "<is><t>a&lt;b&amp;c&#x4E2D;</t></is>", "a<b&c中"),
    ("t=\"inlineStr\"", "<is><t>say \"hi\", all</t></is>", #""say ""hi"", all""#),
    ("t=\"inlineStr\"", "<is><t>a_x0041__x005F_x0041_b_x00_x</t></is>", "aA_x0041_b_x00_x"),
    ("", "<f>SUM(A1:A9)</f>", "=SUM(A1:A9)"), ("", "<f>A2*2</f><v/>", "=A2*2"),
    ("", "<f t=\"shared\" si=\"0\"/><v></v>", "="), ("t=\"x\"", "<v>7</v>", "7"), ("", "<v><b/>7</v><extLst/>", "7"),
  ])
  func `A cell's text is what a person would see`(attributes: String, inside: String, expected: String) throws {
    #expect(try cell(attributes, inside) == expected)
  }

  @Test func `Shared texts join their runs and leave out how they are pronounced`() throws {
    let strings = [
      "<si><t>会员</t></si>", "<si><r><t>金</t></r><r><rPr/><t xml:space=\"preserve\"> 卡</t></r></si>", "<si/>",
      "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr/></si>", "<si><t>_x000D_</t></si>",
    ]
    let cells = (0...3).map { "<c t=\"s\"><v>\($0)</v></c>" }.joined() + "<c t=\"s\"><v>0</v></c>"
    #expect(try rows(WorkbookFixture(rows: "<row>\(cells)</row>", strings: strings)) == ["会员,金 卡,,東京,会员"])
    #expect(try cell("t=\"s\"", "<v>4</v>", strings: strings) == "\"\r\"")
    #expect(try cell("t=\"str\"", "<f>A1</f><v></v></c><c><v>1</v>") == ",1")
  }
}

private func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }

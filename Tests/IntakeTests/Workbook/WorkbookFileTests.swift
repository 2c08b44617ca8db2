import Fixtures
import MemberBook
import Testing
@testable import Intake

/// Workbooks that other programs wrote, openpyxl and xlwt: `Tests/Data/workbooks/make.py` made them.
@Suite struct WorkbookFileTests {
  @Test func `A workbook of openpyxl is read`() throws {
    let found = try readToEnd(try XLSXReader(path: packagePath("Tests/Data/workbooks/receipts.xlsx"), sheet: nil))
    #expect(found.rows == rows(formula: "=D3*2"))
    #expect(found.refusals.map(\.row) == [4, 7])
    #expect(found.refusals.map(\.reason) == [.unworkedFormula, .mergedCell(row: 6)])
    #expect(found.refusals.map(\.column) == [6, 0])
  }

  @Test func `A workbook of xlwt is read`() throws {
    let found = try readToEnd(try XLSReader(path: packagePath("Tests/Data/workbooks/receipts.xls"), sheet: nil))
    // The formula was never worked out, which an XLS workbook does not tell from a blank text.
    let expected = rows(formula: "")
    #expect(Array(found.rows.prefix(expected.count)) == expected)
    #expect(found.rows.count == expected.count + 393)
    #expect(found.rows.last == "会员399,2024-01-22 00:13:39,,3.99,,,")
    #expect(found.refusals.map(\.row) == [7])
  }

  @Test func `The sheets of both can be named`() throws {
    let xlsx = try XLSXReader(path: packagePath("Tests/Data/workbooks/receipts.xlsx"), sheet: "说明")
    #expect(try readToEnd(xlsx).rows == ["请勿修改"])
    let xls = try XLSReader(path: packagePath("Tests/Data/workbooks/receipts.xls"), sheet: "说明")
    #expect(try readToEnd(xls).rows == ["请勿修改"])
  }

  /// The sixth row holds a line break, so it is two lines here.
  private func rows(formula: String) -> [String] {
    [
      "一月销售", "会员,日期,时间,金额,门店,会员号,备注", "王芳,2024-01-05,09:07:00,45.1,南京路店,13800001234,TRUE",
      "李娜,2024-01-05 09:07:00,09:07:00,\"1,234.50\",南京路店,13800001235,\(formula)",
      "\"陈静, VIP\",2024-01-05 09:07:00,,0.3,徐家汇店,6222021234567890,#N/A", "赵敏,2024-01-05,,-30,徐家汇店,,\" \"\"引号\"\"",
      "换行\"", ",2024-01-05,,88,徐家汇店,13800001236,",
    ]
  }
}

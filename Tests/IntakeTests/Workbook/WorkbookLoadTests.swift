import Fixtures
import Intake
import MemberBook
import Testing

/// Workbooks as purchases: what a formula or a merge means for the row it stands in.
@Suite struct WorkbookLoadTests {
  private func text(_ cells: [String?]) -> String {
    "<row>" + cells.map { $0.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" } ?? "<c/>" }.joined() + "</row>"
  }

  @Test func `a formula that was never worked out costs the row where its column serves a role`() throws {
    let worked = "<c><f>2*3</f><v>6</v></c>"
    let unworked = "<c><f>2*3</f></c>"
    func row(_ member: String, _ amount: String, _ remark: String) -> String {
      "<row>\(member)<c t=\"inlineStr\"><is><t>2024-01-05</t></is></c>\(amount)\(remark)</row>"
    }
    let id = "<c t=\"inlineStr\"><is><t>甲</t></is></c>"
    let rows =
      text(["会员号", "日期", "金额", "备注"]) + row(id, worked, unworked) + row(unworked, worked, worked)
      + row(id, unworked, worked)
    let file = try WorkbookFixture(rows: rows).file()
    let book = try loadPurchases(from: .file(file.path))
    #expect(described(book) == ["甲 2024-01-05 600"])
    #expect(book.findings.quarantine.map(\.reason) == [.unworkedFormula, .unworkedFormula])
    #expect(book.findings.quarantine.map(\.column) == ["会员号", "金额"])
    #expect(book.findings.quarantine.map(\.line) == [3, 4])
    expectAllCounted(book.findings)
  }
}

import Fixtures
import Intake
import MemberBook
import Messages
import Testing

/// Actions files: kinds, words, referrers, and what is set aside.
@Suite struct ActionLoadTests {
  private func actions(_ text: String, _ change: (inout ActionOptions) -> Void = { _ in }) throws -> ActionTable {
    let file = try TemporaryFile(Array(text.utf8))
    var options = ActionOptions()
    change(&options)
    let table = try loadActions(from: .file(file.path), options: options)
    options.blockSize = 1
    #expect(try loadActions(from: .file(file.path), options: options).count == table.count)
    expectAllCounted(table.findings)
    return table
  }

  @Test func `actions stand by member and time, the input's order deciding between equals`() throws {
    let table = try actions(
      """
      会员号,时间,行为,推荐人,积分,备注
      2,2024-01-05 10:00,check-in,,,
      1,2024-01-06 09:00,推荐,9,,
      1,2024-01-05 09:00,兑换,,300,手写贺卡
      1,2024-01-05 09:00,check-in,,,
      """
    ) { $0.rows.names = ["check-in": "签到"] }
    let book = try load("member,date,amount\n1,2024-01-01,5\n").joined(by: nil, table)
    let found = try #require(book.actions)
    #expect((0..<book.members.count).map { book.members.id(of: $0) } == ["1", "2", "9"])
    #expect(found.range(of: 0).map { found.kinds.name(Int(found.kind[$0])) } == ["兑换", "签到", "推荐"])
    #expect(found.range(of: 0).map { found.points[$0] } == [300, 0, 0])
    #expect(found.range(of: 0).map { found.other.isEmpty ? -1 : found.other[$0] } == [-1, -1, 2])
    #expect(found.range(of: 0).map { found.detail[$0] } == ["手写贺卡", "", ""])
    #expect(found.range(of: 1).map { found.kinds.name(Int(found.kind[$0])) } == ["签到"])
    #expect(found.range(of: 2).isEmpty)
    #expect(table.tallies.map(\.name) == ["签到", "兑换", "推荐"] && table.tallies.map(\.actions) == [2, 1, 1])
  }

  @Test func `a file without kinds says what every row is`() throws {
    let text = "member_id,redemption_date,coupon_upc\n1,2024-01-05,77\n2,2024-01-06,78\n"
    let failure = try #require(throws: Diagnostic.self) { try actions(text) }
    #expect(failure.message.text.contains("has no kind column"))
    #expect(failure.hint?.text.contains("every_row") == true)
    let table = try actions(text) { $0.rows.everyRow = "用券" }
    #expect(table.tallies.map(\.name) == ["用券"] && table.tallies.map(\.members) == [2])
  }

  @Test func `rows that say too little are set aside`() throws {
    let table = try actions(
      "member,date,action,points\n,2024-01-01,签到,\n1,,签到,\n1,2024-01-01,,\n1,2024-01-01,兑换,-1\n1,2024-01-01,签到,\n")
    #expect(table.count == 1)
    #expect(
      table.findings.quarantine.map(\.reason.kind) == [.memberMissing, .dateMissing, .actionMissing, .pointsUnreadable])
  }

  @Test func `further actions are added, those that are there once only`() throws {
    let first = try actions("member,date,action\n1,2024-01-01,签到\n1,2024-01-01,签到\n")
    let all = try first.adding(
      try actions("member,date,action\n1,2024-01-01,签到\n1,2024-01-01,签到\n1,2024-01-01,签到\n2,2024-01-02,分享\n"))
    #expect(all.count == 4 && all.lastFindings?.known == 2 && all.lastFindings?.accepted == 2)
    expectAllCounted(all.findings)
    #expect(all.findings.rows == 6 && all.findings.accepted == 4)
  }
}

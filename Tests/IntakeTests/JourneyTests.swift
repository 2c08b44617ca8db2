import Fixtures
import Intake
import MemberBook
import Quantities
import Testing

@Suite("Real purchases") struct JourneyTests {
  @Test("The journey data load whole") func whole() throws {
    let book = try load(try packageFile("scripts/examples/data/journey_purchases.csv"), blocks: [4096])
    let findings = book.findings
    #expect((findings.rows, findings.accepted, findings.merged, findings.quarantined) == (65_190, 65_190, 0, 0))
    #expect((book.purchases.count, book.members.count, findings.walkIns) == (25_289, 412, 0))
    #expect((book.firstDay.description, book.lastDay.description) == ("2017-01-01", "2018-01-01"))
    #expect(book.members.id(of: 0) == "1873")
    #expect(book.hasTimes)
  }

  @Test("As a Chinese till writes them they are the same, cut to minutes") func chinese() throws {
    let text = String(decoding: try packageFile("scripts/examples/data/journey_purchases.csv"), as: UTF8.self)
    var minutes = "member_id,time,receipt_id,store_id,category,quantity,amount,discount\n"
    var chinese = "会员卡号,消费时间,小票号,门店编号,品类,数量,实付金额,优惠金额\r\n"
    for line in text.split(separator: "\n").dropFirst() {
      var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let stamp = cells[1].split(whereSeparator: { "- :".contains($0) }).compactMap { Int($0) }
      cells[1] = String(cells[1].prefix(16))
      minutes += cells.joined(separator: ",") + "\n"
      cells[1] = "\(stamp[0])/\(stamp[1])/\(stamp[2]) \(stamp[3]):\(stamp[4] < 10 ? "0" : "")\(stamp[4])"
      chinese += cells.joined(separator: ",") + "\r\n"
    }
    let expected = try load(minutes, blocks: [])
    let book = try load(encoded(chinese, as: "GB18030"), blocks: [10_000])
    expectSame(book, expected, "GB18030", exceptDialect: true)
    #expect(book.findings.accepted == 65_190)
  }

  @Test("The reference input is the same from the same seed, and heavy-tailed") func referenceInput() throws {
    var bytes: [UInt8] = []
    ReferenceInput(members: 500, seed: 7).write { bytes += $0 }
    var again: [UInt8] = []
    ReferenceInput(members: 500, seed: 7).write { again += $0 }
    #expect(bytes == again)
    let book = try load(bytes, blocks: [1000])
    #expect(book.members.count == 500)
    #expect((9_000...12_500).contains(book.purchases.count))
    #expect(book.findings.quarantined == 0)
    let most = (0..<500).map { book.purchases.range(of: $0).count }.max() ?? 0
    #expect(most > 100)
  }
}

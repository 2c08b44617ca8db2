import Intake
import MemberBook
import Messages
import Numerics
import Quantities
import Testing

@Suite("Rows set aside") struct QuarantineTests {
  static let dirty = """
    ,,会员消费明细,,
    2024年 门店报表

    会员卡号,日期,金额,数量,备注
    1,2024-01-01,1.00,1,
    1,,1.00,1,
    1,2023-02-29,1.00,1,
    1,2030-01-01,1.00,1,
    1,03/04/2025,1.00,1,
    1,1899-01-01,1.00,1,
    1,2024-01-01,,1,
    1,2024-01-01,abc,1,
    1,2024-01-01,1.005,1,
    1,2024-01-01,1000000000000.01,1,
    1,2024-01-01,1.00,many,
    1,2024-01-01,1.00

    会员卡号,日期,金额,数量,备注
    1,2024-01-01 25:00,1.00,1,
    2,2024-01-01,2.00,1,"a ""quoted"" note
    of two lines, with, commas"
    2,2024-01-01,2.00,1,"x"y
    小计,,3.00,,
    ,2024-01-02,4.00,1,,,
    合计：,2024-01-02,10.00,,
    3,2024-01-01,2.00,1,"never closed
    4,2024-01-01,2.00,1,after
    """

  @Test("Each for its reason, whole, with its line", arguments: [1, 2, 3, 5, 8, 13, 64, 200, 1 << 20])
  func reasons(block: Int) throws {
    let today = try #require(Day(year: 2025, month: 1, day: 1))
    let book = try load(Self.dirty, blocks: [block]) { $0.today = today }
    #expect(
      book.findings.quarantine.map { "\($0.line) \($0.column ?? "-") \($0.reason.kind.rawValue)" } == [
        "1 - title row", "2 - title row", "6 日期 no date", "7 日期 date does not exist", "8 日期 date after today",
        "9 日期 date unclear", "10 日期 date before 1900", "11 金额 no amount", "12 金额 amount not readable",
        "13 金额 more than two decimals", "14 金额 amount too large",
        "16 - wrong number of fields", "18 - repeated header", "19 日期 date not readable",
        "22 - text after a closing quote", "23 会员卡号 total row", "25 会员卡号 total row", "26 - unclosed quote",
      ])
    #expect(book.findings.quarantine[17].raw == "3,2024-01-01,2.00,1,\"never closed")
    #expect(
      described(book) == [
        "1 2024-01-01 100", "1 2024-01-01 100", "2 2024-01-01 200", "4 2024-01-01 200", "- 2024-01-02 400",
      ])
    #expect(book.findings.rows == 23)
  }

  @Test("A kind of reason has the English of its key, and a title of its own in Chinese") func titles() {
    let kinds = QuarantineReason.Kind.allCases
    #expect(kinds.allSatisfy { $0.title.text(in: .english) == $0.rawValue })
    #expect(Set(kinds.map { $0.title.text(in: .simplified) }).union(kinds.map(\.rawValue)).count == 2 * kinds.count)
  }

  @Test("Walk-ins are set aside on demand") func walkIns() throws {
    let text = "member,date,amount\n,2024-01-01,1\n \t,2024-01-01,2\n\u{3000},2024-01-01,3\n5,2024-01-01,4\n"
    let kept = try load(text)
    #expect((kept.findings.walkIns, kept.findings.accepted, kept.members.count) == (3, 4, 1))
    let strict = try load(text) { $0.rows.walkIn = .quarantine }
    #expect((strict.findings.walkIns, strict.findings.accepted, strict.findings.quarantined) == (0, 1, 3))
  }

  @Test("A date and a time column that disagree are not reconciled") func conflict() throws {
    let book = try load("member,date,time,amount\n1,2024-01-01,2024-01-02 10:00,1\n1,2024-01-01,2024-01-01 10:00,2\n")
    #expect(book.findings.quarantine.map(\.reason.kind) == [.datesConflict])
    #expect(book.purchases.second == [36_000])
  }

  @Test("Hostile bytes end in a finding or an error, never in a trap", arguments: 0..<60)
  func noise(seed: UInt32) throws {
    let chance = KeyedChance(seed: seed, purpose: 3)
    let alphabet = Array("0123456789,,,,\n\n\"\r;|\t-/:. aé会\u{0}\u{FF11}".utf8) + [0xFF, 0x80, 0xE5]
    var bytes = Array("member,date,amount,receipt\n1,2024-01-01,1.00,1\n".utf8)
    for step in 0..<UInt32(400) {
      bytes.append(alphabet[Int(chance.words(subject: 0, step: step, draw: 0).0 % UInt64(alphabet.count))])
    }
    try load(bytes, blocks: [1, 9, 50]) { $0.encoding = seed % 2 == 0 ? .utf8 : .gb18030 }
  }

  @Test("A long quote that is never closed costs its own row only") func longQuote() throws {
    var text = "member,date,amount,note\n1,2024-01-01,1,\"open\n"
    while text.utf8.count < 1_300_000 { text += "2,2024-01-02,2,plain\n" }
    let rows = text.utf8.count(where: { $0 == 0x0A }) - 1
    let closing = text + "3,2024-01-03,3,\"\n"
    for input in [text, closing] {
      let book = try load(input, blocks: [50_000])
      #expect(book.findings.accepted == rows - 1)
      #expect(book.findings.quarantine.first?.reason == .unclosedQuote)
    }
  }
}

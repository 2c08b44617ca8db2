import Intake
import MemberBook
import Numerics
import Quantities
import Testing

@Suite("Receipts from lines") struct ReceiptTests {
  static let head = "member,time,receipt,store,category,amount\n"

  @Test("Lines that share member, number, date and store are one receipt, wherever they stand") func scattered() throws
  {
    let book = try load(
      Self.head + """
        1,2024-01-01 10:05,R1,A,shoes,10.00
        2,2024-01-01 09:00,R1,A,hats,1.00
        1,2024-01-01 10:00,R2,A,hats,2.00
        1,2024-01-01 09:55,R1,A,hats,5.00
        1,2024-01-01 10:00,R1,B,hats,7.00
        1,2024-01-02 10:00,R1,A,hats,8.00
        ,2024-01-01 10:00,R9,A,hats,1.00
        ,2024-01-01 10:00,R9,A,bags,1.00
        """)
    #expect(
      described(book) == [
        "1 2024-01-01 09:55 1500 @A #R1 shoes+hats", "1 2024-01-01 10:00 200 @A #R2 hats",
        "1 2024-01-01 10:00 700 @B #R1 hats", "1 2024-01-02 10:00 800 @A #R1 hats",
        "2 2024-01-01 09:00 100 @A #R1 hats",
        "- 2024-01-01 10:00 200 @A #R9 hats+bags",
      ])
    #expect(book.findings.walkIns == 2)
    #expect(book.lines.amount[0] == 1000)
    #expect(book.purchases.walkIns == 5..<6)
  }

  @Test("In the same minute the input's order decides; a row without time stands at midnight") func ties() throws {
    let book = try load(
      "member,date,time,amount\n1,2024-01-02,10:00,1\n1,2024-01-02,10:00,2\n1,2024-01-02,,3\n1,2024-01-01,23:59:59,4\n")
    #expect((0..<4).map { book.purchases.amount[$0] } == [400, 300, 100, 200])
    #expect(book.purchases.second == [86_399, 0, 36_000, 36_000])
    #expect(book.purchases.lineStart.isEmpty)
  }

  @Test("Midnights only are no times") func noTimes() throws {
    let book = try load("member,date,amount\n1,2024-01-02 00:00:00,1\n1,2024-01-01 00:00,2\n")
    #expect(!book.hasTimes)
    #expect(book.purchases.dayOffset == [0, 1])
  }

  @Test("Rows of one receipt that are equal in every column are merged; a column not mapped tells them apart")
  func merging() throws {
    let text = "member,date,receipt,amount,till\n1,2024-01-01,R1,5,a\n1,2024-01-01,R1,5,b\n1,2024-01-01,\"R1\",5,a\n"
    let book = try load(text)
    #expect((book.findings.accepted, book.findings.merged) == (2, 1))
    #expect(book.purchases.amount[0] == 1000)
    let whole = try load(text) { $0.rows.duplicates = .keep }
    #expect((whole.findings.accepted, whole.findings.merged, whole.findings.repeated) == (3, 0, 1))
    #expect(whole.purchases.amount[0] == 1500)
    let blank = try load("member,date,receipt,amount\n1,2024-01-01,,5\n1,2024-01-01,,5\n1,2024-01-01,,5\n")
    #expect((blank.purchases.count, blank.findings.merged, blank.findings.repeated) == (3, 0, 2))
  }

  @Test("Without receipt ids equal rows are kept and counted, or merged on demand") func equalRows() throws {
    var text = "member,date,amount,note\n"
    for _ in 0..<30 { text += "1,2024-01-01,5,x\n1,2024-01-01,5,y\n,2024-01-02,5,x\n2,2024-01-03,1,z\n" }
    let kept = try load(text)
    #expect((kept.findings.accepted, kept.findings.merged, kept.findings.repeated) == (120, 0, 116))
    let merged = try load(text) { $0.rows.duplicates = .merge }
    #expect((merged.findings.accepted, merged.findings.merged, merged.findings.repeated) == (4, 116, 0))
    #expect(merged.findings.walkIns == 1)
    #expect(described(merged).count == 4)
  }

  @Test("A return finds the same member's original") func originals() throws {
    let book = try load(
      """
      member,date,receipt,original_receipt,amount
      1,2024-01-01,100,,50
      2,2024-01-01,100,,60
      1,2024-02-01,VIP-2024-000001,,70
      1,2024-03-01,101,100,-50
      1,2024-03-02,102,VIP-2024-000001,-70
      2,2024-03-03,103,999,-1
      2,2024-03-03,104,,-1
      """)
    #expect(book.purchases.original == [-1, -1, 0, 1, -1, -1, -1])
    #expect(book.findings.unmatchedOriginals == 1)
  }

  @Test("Grouping agrees with a plain reading of the rule on random lines", arguments: 0..<40)
  func reference(seed: UInt32) throws {
    let chance = KeyedChance(seed: seed, purpose: 9)
    var builder = BookBuilder()
    var naive: [NaiveReceipt] = []
    let hasReceipts = seed % 4 != 0
    let first = try #require(Day(year: 2024, month: 2, day: 27))
    for step in 0..<UInt32(60) {
      let word = chance.words(subject: 0, step: step, draw: 0).0
      func pick(_ shift: UInt64, _ count: UInt64) -> Int { Int(word >> shift & 0xFFF) % Int(count) }
      let member = ["", "7", "007", "会员一"][pick(0, 4)]
      let day = first + pick(8, 4)
      let second = Int32(pick(16, 3) * 60)
      let amount = Int64(pick(24, 9)) - 3 + (pick(36, 20) == 0 ? 3_000_000_000 : 0)
      let store = ["A", "B"][pick(30, 2)]
      let receipt = hasReceipts ? ["", "1", "2", "receipt-0001"][pick(44, 4)] : nil
      try builder.append(
        member: member, day: day, second: second, amount: amount, store: store, category: "\(step)", receipt: receipt)
      let key = (receipt ?? "").isEmpty ? "line \(step)" : "\(member) \(receipt ?? "") \(day) \(store)"
      if let found = naive.firstIndex(where: { $0.key == key }) {
        naive[found].second = min(naive[found].second, second)
        naive[found].lines.append((step, amount))
      } else {
        naive.append(
          NaiveReceipt(
            key: key, member: member, day: day, second: second, store: store, id: receipt, lines: [(step, amount)]))
      }
    }
    let book = try builder.finish()
    expectAllCounted(book.findings)
    var ids: [String] = (0..<book.members.count).map(book.members.id)
    for (i, id) in ids.enumerated() { #expect(book.members.member(withID: id) == i) }
    ids.append("")
    var expected: [String] = []
    for id in ids {
      for receipt in naive.enumerated().filter({ $0.element.member == id }).sorted(by: {
        ($0.element.day, $0.element.second, $0.offset) < ($1.element.day, $1.element.second, $1.offset)
      }).map(\.element) { expected.append(receipt.text(timed: book.hasTimes)) }
    }
    #expect(described(book) == expected)
  }
}

private struct NaiveReceipt {
  var key: String
  var member: String
  var day: Day
  var second: Int32
  var store: String
  var id: String?
  var lines: [(step: UInt32, amount: Int64)]

  func text(timed: Bool) -> String {
    "\(member.isEmpty ? "-" : member) \(day)" + (timed ? " \(TimeOfDay(second: second))" : "")
      + " \(lines.reduce(0) { $0 + $1.amount }) @\(store)" + (id.map { " #" + $0 } ?? "")
      + " " + lines.map { "\($0.step)" }.joined(separator: "+")
  }
}

import Fixtures
import Intake
import MemberBook
import Messages
import Testing

/// Next month's export: what is new is added, what is there is recognised.
@Suite struct MoreTests {
  private func more(
    _ book: Book, _ text: String, _ change: (inout PurchaseOptions) -> Void = { _ in }
  ) throws -> (book: Book, findings: Findings) {
    let file = try TemporaryFile(Array(text.utf8))
    var options = PurchaseOptions()
    change(&options)
    let result = try loadPurchases(from: .file(file.path), addingTo: book, options: options)
    options.blockSize = 1
    let again = try loadPurchases(from: .file(file.path), addingTo: book, options: options)
    expectSame(again.book, result.book, "small blocks")
    expectAllCounted(result.findings)
    expectAllCounted(result.book.findings)
    return result
  }

  @Test func `the journey in overlapping parts is the journey`() throws {
    let bytes = try packageFile("scripts/examples/data/journey_purchases.csv")
    let lines = bytes.split(separator: 0x0A)
    func part(_ range: Range<Int>) -> String {
      String(decoding: Array(([lines[0]] + lines[range]).joined(separator: [0x0A])), as: UTF8.self) + "\n"
    }
    let whole = try load(bytes, blocks: [])
    let third = lines.count / 3
    let first = try load(part(1..<(third * 2)), blocks: [])
    let second = try more(first, part(third..<lines.count))
    #expect(second.findings.known == third * 2 - third)
    #expect(described(second.book) == described(whole))
    #expect(second.book.findings.accepted == whole.findings.accepted)
    let again = try more(second.book, part(1..<lines.count))
    #expect(again.findings.accepted == 0 && again.findings.known == lines.count - 1)
    #expect(described(again.book) == described(whole))
  }

  @Test func `without receipt ids each line stands for one line`() throws {
    let book = try load("member,date,amount,store\n1,2024-01-01,5,甲\n1,2024-01-01,5,甲\n,2024-01-01,9,甲\n")
    let result = try more(
      book,
      "member,date,amount,store\n1,2024-01-01,5,甲\n1,2024-01-01,5,甲\n1,2024-01-01,5,甲\n1,2024-01-01,5,乙\n,2024-01-01,9,甲\n,2024-01-02,9,甲\n"
    )
    #expect(result.findings.known == 3 && result.findings.accepted == 3 && result.findings.walkIns == 1)
    #expect(result.book.findings.walkIns == 2)
    let kept = try more(book, "member,date,amount,store\n1,2024-01-01,5,甲\n") { $0.rows.duplicates = .keep }
    #expect(kept.findings.known == 0 && kept.findings.accepted == 1)
  }

  @Test func `a line that a receipt did not have joins it`() throws {
    let book = try load("member,date,amount,receipt,category\n1,2024-01-01,5,A,茶\n2,2024-01-01,4,B,茶\n")
    let result = try more(
      book, "member,date,amount,receipt,category\n1,2024-01-01,5,A,茶\n1,2024-01-01,7,A,书\n3,2024-01-03,1,C,书\n")
    #expect(
      described(result.book) == [
        "1 2024-01-01 1200 #A 茶+书", "2 2024-01-01 400 #B 茶", "3 2024-01-03 100 #C 书",
      ])
    #expect(result.findings.known == 1 && result.findings.accepted == 2)
  }

  @Test func `a return finds its original in an earlier file`() throws {
    let book = try load("member,date,amount,receipt,original_receipt\n1,2024-01-01,5,A,\n")
    let result = try more(book, "member,date,amount,receipt,original_receipt\n1,2024-02-01,-5,R,A\n")
    #expect(result.book.purchases.original == [-1, 0])
  }

  @Test func `what was merged within a file stays merged`() throws {
    let twice = "member,date,receipt,amount\nA,2025-01-01,R1,100\nA,2025-01-01,R1,100\nB,2025-01-02,R2,50\n"
    let once = "member,date,receipt,amount\nA,2025-01-01,R1,100\nB,2025-01-02,R2,50\n"
    for first in [twice, once] {
      let book = try load(first)
      let again = try more(book, twice)
      #expect(again.findings.accepted == 0 && again.findings.merged == 3)
      #expect(described(again.book) == ["A 2025-01-01 10000 #R1", "B 2025-01-02 5000 #R2"])
    }
  }

  @Test func `columns that do not tell rows apart are left out of account`() throws {
    let text = "序号,member,date,receipt,amount\n1,A,2025-01-01,R1,100\n2,A,2025-01-01,R1,100\n"
    #expect(described(try load(text)) == ["A 2025-01-01 20000 #R1"])
    #expect(described(try load(text) { $0.ignored = ["序号"] }) == ["A 2025-01-01 10000 #R1"])
    let failure = try problem(text) { $0.ignored = ["序列"] }
    #expect(failure.message.text.contains("no column `序列` to ignore") && failure.hint?.text == "did you mean 序号?")
  }
}

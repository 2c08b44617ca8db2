import Fixtures
import MemberBook
import Testing
@testable import Intake

extension HostileTests {
  @Suite struct EncodingTests {
    private let head = "member,date,amount,name\n"
    private let plain = String(repeating: "1,2024-01-01,5,a\n", count: 70_000)
    private let wide = String(repeating: "1,2024-01-01,5,张三丰\n", count: 100)

    /// Beyond the megabyte that is looked at before the rows are read.
    private func outcome(_ text: String, _ rest: [UInt8], blocks: [Int] = [4096]) throws -> String {
      try HostileLoader.purchases.outcome(of: Array((head + text).utf8) + rest, blocks: blocks)
    }

    @Test func `a file that goes from UTF-8 to GB18030 has those rows set aside`() throws {
      let rows = try encoded(String(repeating: "2,2024-01-01,5,李四光\n", count: 2), as: "GB18030")
      #expect(
        try outcome(wide + plain, rows)
          == "70102 = 70100 + 0 + 2; 70102 name undecodable bytes; 70103 name undecodable bytes")
    }

    @Test func `what an encoding is taken for does not depend on which rows are met first`() throws {
      let rows = try encoded("2,2024-01-01,5,李四光\n", as: "GB18030")
      #expect(try outcome(plain + wide, rows) == "70101 = 70100 + 0 + 1; 70102 name undecodable bytes")
      #expect(try outcome(plain, rows) == "70001 = 70001 + 0 + 0")
    }

    @Test func `text of one byte a letter is named, and taken where it is stated to be UTF-8`() throws {
      let latin = try encoded("1,2024-01-01,5,José\n2,2024-01-01,5,Müller\n3,2024-01-01,5,François\n", as: "ISO-8859-1")
      #expect(try outcome("", latin, blocks: [1]).hasPrefix("E204; FILE seems to be ISO-8859-"))
      let file = try TemporaryFile(Array(head.utf8) + latin + Array("4,2024-01-01,5,Jo\n".utf8))
      var options = PurchaseOptions()
      options.encoding = .utf8
      let book = try loadPurchases(from: .file(file.path), options: options)
      #expect(book.findings.quarantine.map(\.reason) == [.undecodable, .undecodable, .undecodable])
      #expect(book.findings.quarantine.first?.raw == "1,2024-01-01,5,Jos\\xE9")
    }

    @Test func `UTF-16 cut in a character is a row set aside`() throws {
      let text = try encoded("member,date,amount\n1,2024-01-01,5\n", as: "UTF-16LE")
      let loader = HostileLoader.purchases
      #expect(try loader.outcome(of: [0xFF, 0xFE] + text + [0x31]) == "2 = 1 + 0 + 1; 3 member undecodable bytes")
      let half = text + [0x31, 0, 0, 0xD8] + (try encoded(",2024-01-01,5\n", as: "UTF-16LE"))
      #expect(try loader.outcome(of: [0xFF, 0xFE] + half) == "2 = 1 + 0 + 1; 3 member undecodable bytes")
    }
  }
}

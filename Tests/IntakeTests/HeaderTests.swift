import Fixtures
import Intake
import MemberBook
import Messages
import Numerics
import Quantities
import Testing

@Suite("Headers and errors") struct HeaderTests {
  @Test("Of several amounts the one that was paid serves, and the findings say so") func priority() throws {
    let book = try load("手机号,会员卡号,金额,实付金额（元）,日期\n139,A,10,8,2024-01-01\n")
    #expect(described(book) == ["A 2024-01-01 800"])
    #expect(
      book.findings.columns == [
        ColumnUse(role: "member", header: "会员卡号"), ColumnUse(role: "date", header: "日期"),
        ColumnUse(role: "amount", header: "实付金额（元）"),
      ])
    #expect(book.findings.unusedHeaders == ["手机号", "金额"])
  }

  @Test(
    "Every declared header is recognised, whatever its case and spacing",
    arguments: PurchaseColumn.allCases)
  func synonyms(column: PurchaseColumn) throws {
    for header in column.headers {
      for form in [header, " " + header.uppercased() + " ", "\u{3000}" + header] {
        let base: [PurchaseColumn: String] = [.member: "member_id", .date: "date", .amount: "实付"].filter {
          $0.key != column
        }
        let headers = base.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value) + [form]
        let cells = base.keys.sorted { $0.rawValue < $1.rawValue }.map { $0 == .date ? "2024-01-01" : "1" }
        let own = column == .date ? "2024-01-01" : column == .time ? "10:00" : "1"
        let book = try load(
          headers.joined(separator: ",") + "\n" + (cells + [own]).joined(separator: ",") + "\n", blocks: [])
        #expect(book.findings.columns.contains { $0.role == column.rawValue }, "\(form)")
      }
    }
  }

  @Test("No header means two roles") func unique() {
    let all = PurchaseColumn.allCases.flatMap { column in
      column.headers.map { (column, $0.lowercased().filter { $0 != "_" }) }
    }
    let byName = Dictionary(grouping: all, by: \.1)
    #expect(byName.values.allSatisfy { Set($0.map(\.0)).count == 1 })
  }

  @Test("A mapping says which column serves, and with which delimiter") func mapping() throws {
    let book = try load("a|b|c|member\n1|2024-01-01 08:00|2.50|9\n") {
      $0.columns = [.member: "a", .date: "b", .time: "b", .amount: "C"]
      $0.delimiter = .bar
    }
    #expect(described(book) == ["1 2024-01-01 08:00 250"])
    #expect(book.findings.inputs.first?.delimiter == "|")
  }

  @Test("Errors say what is missing and what to do") func errors() throws {
    var failure = try problem("member,date\n1,2024-01-01\n")
    #expect(failure.code == .column)
    #expect(
      failure.message.text.contains(
        "has no amount or unit_price column that can be recognised; its headers are `member`, `date`"))
    #expect(failure.hint?.text == "say which it is: load purchases from … { amount = HEADER }")
    #expect(try problem("date,amount\n2024-01-01,1\n").message.text.contains("no member column"))
    #expect(try problem("member;amount\n1;1\n").message.text.contains("no date or time column"))
    #expect(try problem("").code == .noRows)
    #expect(try problem("\n\n  \n").code == .noRows)
    #expect(try problem("member,date,amount\n").message.text.contains("has a header but no rows"))
    failure = try problem("member,date,amount\n1,never,1\n")
    #expect(failure.message.text.contains("its one row was set aside; first, line 2: `never` is not a date"))
    failure = try problem("会员卡号,date,amount\n1,2024-01-01,1\n") { $0.columns = [.member: "会员号"] }
    #expect(failure.message.text.contains("no column `会员号` to serve as member"))
    #expect(failure.hint?.text == "did you mean 会员卡号?")
    failure = try problem("a,date,amount\n1,2024-01-01,1\n") { $0.columns = [.member: "a", .amount: "a"] }
    #expect(failure.message.text == "the column `a` cannot be both member and amount")
    failure = try problem("member,date,amount,amount\n1,2024-01-01,1,2\n")
    #expect(failure.message.text.contains("two columns are called `amount`"))
    failure = try problem("member,date,amount\n1,9999-12-31,1\n")
    #expect(failure.code == .noRows && failure.message.text.contains("9999-12-31 lies after 2079-06-06"))
  }

  @Test("Files that are not there, or are none") func files() throws {
    let file = try TemporaryFile(Array("member,date,amount\n".utf8))
    let typo = file.path + "x"
    let failure = try #require(throws: Diagnostic.self) { try loadPurchases(from: .file(typo)) }
    #expect(failure.code == .file)
    #expect(failure.message.text == "there is no file \(typo)")
    #expect(failure.hint?.text == "did you mean \(file.path)?")
    #expect(
      try #require(throws: Diagnostic.self) { try loadPurchases(from: .file("/tmp")) }.message.text
        == "/tmp is a directory")
    #expect(
      try #require(throws: Diagnostic.self) { try loadPurchases(from: .file("/dev/null")) }.message.text
        == "/dev/null is not a regular file")
  }

  @Test("More names than a column can hold are refused") func limits() throws {
    func text(_ stores: Int) -> String {
      var text = "member,date,amount,store\n"
      for i in 0..<stores { text += "1,2024-01-01,1,s\(i)\n" }
      return text
    }
    #expect(try load(text(65_535), blocks: [100_000]).stores.count == 65_536)
    let failure = try problem(text(65_536))
    #expect(failure.code == .limit)
    #expect(failure.message.text == "the store column has more than 65535 different values")
  }

  @Test("A load can be interrupted, and tells how far it is") func interruption() throws {
    let file = try TemporaryFile(Array("member,date,amount\n1,2024-01-01,1\n".utf8))
    let failure = try #require(throws: Diagnostic.self) {
      try loadPurchases(from: .file(file.path), job: Job { true })
    }
    #expect(failure.code == .interrupted)
  }
}

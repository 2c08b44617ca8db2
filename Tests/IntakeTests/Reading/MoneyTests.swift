import Intake
import MemberBook
import Messages
import Quantities
import Testing

/// What a book's members spent, in minor units, by id.
private func spends(_ book: Book) -> [String: Int64] {
  var sums: [String: Int64] = [:]
  for member in 0..<book.members.count {
    let receipts = Int(book.purchases.start[member])..<Int(book.purchases.start[member + 1])
    sums[book.members.id(of: member)] = receipts.reduce(0) { $0 + book.purchases.amount[$1] }
  }
  return sums
}

@Suite("Amounts are read right, or asked about") struct MoneyTests {
  static let european = "Kundennummer;Datum;Betrag\n"
  static func named(_ options: inout PurchaseOptions) {
    options.columns = [.member: "Kundennummer", .date: "Datum", .amount: "Betrag"]
    options.dates = .dmy
  }

  @Test("A decimal comma is told by the whole column", arguments: [1, 7, 64, 1 << 20])
  func comma(block: Int) throws {
    let text =
      Self.european + "K1;13.03.2025;1.355,90\nK2;14.03.2025;12,50\nK1;20.03.2025;-1.355,90\nK3;21.03.2025;2.000\n"
    let book = try load(text, blocks: [block], Self.named)
    #expect(spends(book) == ["K1": 0, "K2": 1250, "K3": 200_000])
    #expect(book.findings.quarantined == 0)
  }

  @Test("A point that may part thousands is asked about, with both totals")
  func unclear() throws {
    let text = Self.european + "K1;13.03.2025;1.500\nK2;14.03.2025;850\nK3;21.03.2025;2.000\n"
    let found = try problem(text, Self.named).message.text(in: .english)
    #expect(found.contains("`1.500`") && found.contains("853.50") && found.contains("4,350"), "\(found)")
    let commas = try load(text) {
      Self.named(&$0)
      $0.decimal = .comma
    }
    #expect(spends(commas) == ["K1": 150_000, "K2": 85_000, "K3": 200_000])
    let points = try load(text) {
      Self.named(&$0)
      $0.decimal = .point
    }
    #expect(spends(points) == ["K1": 150, "K2": 85_000, "K3": 200])
  }

  @Test("One amount that shows the point settles it")
  func settled() throws {
    let book = try load("member,date,amount\nA,2025-01-01,1.500\nB,2025-01-01,2.75\n")
    #expect(spends(book) == ["A": 150, "B": 275])
  }

  @Test(
    "Thousands are parted in many ways",
    arguments: ["1 000.50", "1'000.50", "1,000.50", "1\u{202F}000.50", "1\u{A0}000.50", "1’000.50", "１,０００.５０"])
  func groups(written: String) throws {
    let book = try load("member,date,amount\nA,2025-01-01,\"\(written)\"\nB,2025-01-01,1.25\n")
    #expect(spends(book) == ["A": 100_050, "B": 125])
  }

  @Test("A price of one piece is no amount", arguments: ["UnitPrice", "单价", "Lineitem price", "item_price"])
  func unitPrice(header: String) throws {
    let text = "customer,date,quantity,\(header)\nA,2025-01-01,6,2.55\nA,2025-01-02,-1,2.55\nB,2025-01-03,1,0.333\n"
    let book = try load(text)
    #expect(spends(book) == ["A": 1275, "B": 33])
    let found = try problem(text.replacing("0.333", with: "0.33")) { $0.columns[.amount] = header }
    let message = found.message.text(in: .english)
    #expect(message.contains("5.43") && message.contains("13.08"), "\(message)")
  }

  @Test("Amounts are calculated from columns, exactly")
  func calculation() throws {
    let text = "会员,日期,数量,单价,优惠\nA,2025-01-01,3,0.3333,0.10\nB,2025-01-01,2,10,\nC,2025-01-01,,5,1\nD,2025-01-01,1,x,\n"
    let sum: ColumnCalculation = .combined(
      .combined(.column("数量"), .times, .column("单价")), .minus, .column("优惠"))
    let book = try load(text) { $0.rows.amount = sum }
    #expect(spends(book) == ["A": 90, "B": 2000, "C": -100])
    #expect(book.findings.quarantine.map(\.reason) == [.amountUnreadable("x")])
    let missing = try problem(text) { $0.rows.amount = .column("金额数") }
    #expect(missing.message.text(in: .english).contains("金额数"))
  }

  @Test("Amounts in several currencies are asked about, or set aside")
  func currencies() throws {
    let text =
      "member,date,amount\nA,2025-05-01,\"$100.00\"\nA,2025-05-02,¥8319.00\nB,2025-05-03,HK$500.00\nC,2025-05-03,7元\n"
    let asked = try problem(text).message.text(in: .english)
    #expect(asked.contains("¥ 8,326 (2)") && asked.contains("HK$ 500 (1)") && asked.contains("$ 100 (1)"), "\(asked)")
    let book = try load(text) { $0.rows.currency = .dollar }
    #expect(spends(book) == ["A": 10_000])
    #expect(book.findings.quarantined == 3)
    let rate = try #require(Ratio(712, over: 100))
    let converted = try load(text) {
      $0.rows.currency = .yuan
      let isKnown = $0.rows.setRate(of: "USD", to: rate)
      #expect(isKnown)
    }
    #expect(spends(converted) == ["A": 831_900 + 71_200, "C": 700])
    let yuan = try load(text) { $0.rows.currency = .yuan }
    #expect(spends(yuan) == ["A": 831_900, "C": 700])
  }
}

@Suite("Rows that count") struct CountedRowTests {
  static let orders = """
    会员号,下单时间,订单号,实付金额,订单状态
    V1,2025-06-01 10:00,O1,¥300.00,交易成功
    V1,2025-06-02 10:00,O2,¥900.00,交易关闭
    V2,2025-06-03 10:00,O3,¥200.00,已取消
    V2,2025-06-04 10:00,O4,¥150.00,交易成功

    """

  @Test("A condition leaves rows out, and they are accounted for")
  func conditions() throws {
    let book = try load(Self.orders) { $0.rows.counted = .says(header: "订单状态", "交易成功") }
    #expect(spends(book) == ["V1": 30_000, "V2": 15_000])
    #expect(book.findings.leftOutAmount == 110_000)
    #expect(book.findings.quarantine.map(\.reason) == [.leftOut, .leftOut])
    let numbers = try load(Self.orders) {
      $0.rows.counted = .both(
        .compares(.column("实付金额"), .greaterOrEqual, .number(Ratio(200))), .not(.says(header: "订单状态", "已取消")))
    }
    #expect(spends(numbers) == ["V1": 120_000])
  }

  @Test("An unused column of statuses is named with what its words come to")
  func statuses() throws {
    let book = try load(Self.orders)
    let words = try #require(book.findings.columnWords.first)
    #expect(words.header == "订单状态" && !words.isUsed)
    #expect(words.entries.map(\.word) == ["交易成功", "交易关闭", "已取消"])
    #expect(words.entries.map(\.amount) == [45_000, 90_000, 20_000])
  }

  @Test("A column says what is a return, whatever the sign", arguments: ["20", "-20"])
  func returns(amount: String) throws {
    let text = "会员号,日期,单号,类型,金额,数量\nV1,2025-01-01,R1,销售,100,2\nV1,2025-01-05,R2,退货,\(amount),1\n"
    let book = try load(text) { $0.rows.returns = .says(header: "类型", "退货") }
    #expect(spends(book) == ["V1": 8_000])
    #expect(book.lines.quantity == [2_000, -1_000])
  }
}

@Suite("What costs no row") struct OptionalCellTests {
  @Test("An unreadable optional cell is unknown, and its sale counts")
  func optional() throws {
    let text = """
      会员号,消费日期,小票号,数量,优惠金额,成本,实付金额
      V1,2025-01-01,R1,1,-,60,100
      V2,2025-01-02,R2,1,无,60,100
      V3,2025-01-03,R3,1,0,#DIV/0!,100
      V4,2025-01-05,R5,N/A,0,60,100

      """
    let book = try load(text)
    #expect(spends(book).values.reduce(0, +) == 40_000)
    #expect(book.findings.quarantined == 0)
    #expect(
      book.findings.unknownCells == [
        UnknownCells(header: "数量", rows: 1, example: "N/A"), UnknownCells(header: "优惠金额", rows: 2, example: "-"),
        UnknownCells(header: "成本", rows: 1, example: "#DIV/0!"),
      ])
  }
}

@Suite("Who is one member") struct IdentityTests {
  @Test("Marks of spreadsheets and what is not seen are no part of an id")
  func marks() throws {
    let text = #"""
      member,date,receipt,amount
      ="00123",2025-01-05,="6161015399000000",54.50
      "=""00124""",2025-01-06,"=""R,2""",10.00
      00123,2025-01-07,R3,1.00
      '00123,2025-01-08,R4,1.00
      \#u{200B}00123\#u{FEFF},2025-01-09,R5,1.00
      ００１２３,2025-01-10,R6,1.00
      17850.0,2025-01-10,R7,2.00
      17850,2025-01-11,536365.0,3.00

      """#
    #expect(spends(try load(text)) == ["00123": 5850, "00124": 1000, "17850": 500])
  }

  @Test(
    "Cut numbers never merge people or receipts", arguments: ["6.22848E+18", "6.22848e+18", "6.2E17", "8E+11", "1e17"])
  func cut(id: String) throws {
    let book = try load(
      "member,date,receipt,amount\n\(id),2025-01-05,R1,10\nA,2025-01-05,\(id),10\nB,2025-01-05,R2,10\n")
    #expect(spends(book) == ["B": 1000])
    #expect(book.findings.quarantine.map(\.reason) == [.idCut(id), .idCut(id)])
  }

  @Test("Ids that only look a little like it stay", arguments: ["1E5", "A1E17", "12.5", "E17", "12E+3", "会员.0"])
  func kept(id: String) throws {
    #expect(Array(spends(try load("member,date,receipt,amount\n\(id),2025-01-05,R1,10\n")).keys) == [id])
  }
}

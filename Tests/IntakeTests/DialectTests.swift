import Fixtures
import Intake
import MemberBook
import Messages
import Quantities
import Testing

@Suite("Encodings, delimiters, line ends") struct DialectTests {
  static let rows: [[String]] = [
    ["会员卡号", "消费日期", "实付金额", "门店", "品类", "备注"],
    ["张三", "2024-01-05 09:30", "10.00", "南京路店", "童装", ""],
    ["1002", "2024-01-06", "-5.00", "\u{4E02}店", "女装", "a \"b\" c"],
    ["", "2024-01-06", "7.00", "南京路店", "童装", "x;y,z\tw|v"],
    ["张三", "2024-01-04", "3.50", "徐家汇店", "", "两\n行"],
    ["VIP-00000001", "2024-01-07", "99.90", "南京路店", "儿童", "𠮷"],
  ]

  static func table(_ delimiter: String, _ lineEnd: String, quoteAll: Bool = false) -> String {
    rows.map { row in
      row.map { cell in
        let needsQuotes = quoteAll || cell.contains { "\",;\t|\n".contains($0) }
        return needsQuotes ? "\"" + String(cell.flatMap { $0 == "\"" ? ["\"", "\""] : [$0] }) + "\"" : cell
      }.joined(separator: delimiter)
    }.joined(separator: lineEnd) + lineEnd
  }

  @Test("The table reads as it should") func plain() throws {
    #expect(
      described(try load(Self.table(",", "\n"))) == [
        "张三 2024-01-04 00:00 350 @徐家汇店 ", "张三 2024-01-05 09:30 1000 @南京路店 童装", "1002 2024-01-06 00:00 -500 @丂店 女装",
        "VIP-00000001 2024-01-07 00:00 9990 @南京路店 儿童", "- 2024-01-06 00:00 700 @南京路店 童装",
      ])
  }

  @Test(
    "The same table in any dialect is the same book", arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func dialects(delimiter: String, lineEnd: String) throws {
    let expected = try load(Self.table(",", "\n"))
    for quoteAll in [false, true] {
      let text = Self.table(delimiter, lineEnd, quoteAll: quoteAll)
      expectSame(try load(text), expected, "UTF-8", exceptDialect: true)
      expectSame(try load([0xEF, 0xBB, 0xBF] + text.utf8), expected, "UTF-8 with mark", exceptDialect: true)
      let chinese = try load(encoded(text, as: "GB18030"))
      expectSame(chinese, expected, "GB18030", exceptDialect: true)
      #expect(chinese.findings.inputs.first?.encoding == "gb18030")
      expectSame(
        try load(encoded(text, as: "GB18030")) { $0.encoding = .gb18030 }, expected, "GB18030 stated",
        exceptDialect: true)
    }
  }

  @Test("A trail byte that looks like a bar is none") func trailBytes() throws {
    // 絴 is BD 7C in GB18030, whose second byte is that of `|`.
    let text = "会员卡号|日期|金额|门店\n1|2024-01-01|1.00|絴\n2|2024-01-01|2.00|\"絴\"\n3|2024-01-01|3.00|絴絴\n"
    let bytes = try encoded(text, as: "GB18030")
    #expect(bytes.contains(0x7C))
    expectSame(try load(bytes), try load(text), "bars", exceptDialect: true)
  }

  @Test("A file whose Chinese text comes late is still told apart") func lateEvidence() throws {
    var text = "member,date,amount,store\n"
    while text.utf8.count < 1_100_000 { text += "1001,2024-01-01,1.00,A\n" }
    text += "1001,2024-01-02,1.00,南京路店\n"
    let expected = try load(text, blocks: [])
    let book = try load(encoded(text, as: "GB18030"), blocks: [100_000])
    expectSame(book, expected, "late", exceptDialect: true)
    #expect(book.findings.inputs.first?.encoding == "gb18030")
  }

  @Test("One damaged row of a UTF-8 file is set aside, with its column") func damaged() throws {
    var bytes = Array("member,date,amount,store\n1,2024-01-01,1.00,南京路\n2,2024-01-01,1.00,".utf8)
    bytes += [0xE5, 0x8D] + Array("\n3,2024-01-01,1.00,北京路\n".utf8)
    let book = try load(bytes)
    #expect(book.findings.accepted == 2)
    #expect(book.findings.quarantine.first?.reason == .undecodable)
    #expect(book.findings.quarantine.first?.column == "store")
    #expect(book.findings.quarantine.first?.line == 3)
  }

  @Test("UTF-16 is read in either byte order, with a mark and without") func wide() throws {
    let text = "会员号,date,amount\n王,2024-01-01,1.00\n"
    let little = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big] {
      #expect(described(try load(bytes)) == ["王 2024-01-01 100"])
    }
  }

  @Test("Encodings that are not read are named") func unsupported() throws {
    #expect(throws: (any Error).self) { _ = try TextEncoding(named: "klingon") }
    #expect(try TextEncoding(named: "GBK") == .gb18030)
  }

  @Test(
    "Few Chinese characters are enough to tell GB18030 from UTF-8",
    arguments: ["联通", "店", "南京路", "王", "张三丰", "北京", "旗舰店", "会员", "二楼", "小米"])
  func shortSamples(store: String) throws {
    let text = "member,date,amount,store\n1,2024-01-01,1.00,\(store)\n"
    let book = try load(encoded(text, as: "GB18030"))
    #expect(book.stores.names == [store])
    #expect(book.findings.inputs.first?.encoding == "gb18030")
    #expect(try load(text).stores.names == [store])
  }

  @Test("Latin text of one byte a character is not taken for Chinese") func latin() throws {
    let bytes = Array("member,date,amount,store\n1,2024-01-01,1.00,M".utf8) + [0xFC] + Array("ller\n".utf8)
    let failure = try #require(throws: Diagnostic.self) { try load(bytes, blocks: []) }
    #expect(failure.code == .encoding)
    #expect(try load(bytes + Array("1,2024-01-02,1.00,A\n".utf8)) { $0.encoding = .utf8 }.findings.quarantined == 1)
  }

  @Test("Other kinds of files are named") func otherFormats() throws {
    let failure = try #require(throws: Diagnostic.self) { try load([0x50, 0x4B, 0x03, 0x04, 0, 0], blocks: []) }
    #expect(failure.code == .file)
    #expect(failure.message.text.contains("damaged workbook"))
    let document = try #require(throws: Diagnostic.self) { try load("%PDF-1.4\n", blocks: []) }
    #expect(document.message.text.contains("a PDF document"))
  }

  @Test("A damaged row does not make a small UTF-8 table another one") func smallAndDamaged() throws {
    let bytes = Array("会员,date,amount\n王,2024-01-01,1\n2,2024-01-0".utf8) + [0xFF, 0xFE] + Array(",2\n".utf8)
    let book = try load(bytes)
    #expect(book.findings.quarantine.map(\.reason) == [.undecodable])
    #expect(book.findings.quarantine.first?.raw == #"2,2024-01-0\xFF\xFE,2"#)
  }

  @Test("Ten zero bytes are no date") func zeroBytes() throws {
    let rows = (1...50).map { "\($0),2024-01-25,5.00\n" }.joined()
    let book = try load("member,date,amount\n7,\(String(repeating: "\0", count: 10)),5.00\n" + rows)
    #expect(book.findings.quarantined == 1 && book.firstDay == Day(year: 2024, month: 1, day: 25))
  }
}

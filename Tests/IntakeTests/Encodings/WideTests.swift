import Fixtures
import Messages
import Testing
@testable import Intake

@Suite("UTF-16") struct WideTests {
  static let texts = [
    "member,date,amount\n1,2024-01-05,1.00\n", "会员卡号,消费日期,实付金额\r\n张三,2024-01-05,10.00\r\n",
    "會員卡號\t消費日期\t實付金額\r\n王小明\t2024年1月5日\t10.00\r\n",
    "备注,金额\n" + String(repeating: "这是一条很长的中文备注没有任何拉丁字母", count: 20) + ",1\n", "name,x\n𠮷野家,😀\n", "a,é\nb,ü\n",
  ]

  @Test("It is told with a mark and without", arguments: texts) func detection(text: String) throws {
    for (name, encoding) in [("UTF-16LE", TextEncoding.utf16le), ("UTF-16BE", .utf16be)] {
      let found = try detected(encoded(text, as: name))
      #expect(found == (encoding, text))
      #expect(try detected(encoded("\u{FEFF}" + text, as: name)) == (encoding, text))
    }
    #expect(try detected(Array(text.utf8)) == (.utf8, text))
  }

  @Test("A mark settles the order of stated UTF-16") func stated() throws {
    let bytes = try encoded("\u{FEFF}a,b\n", as: "UTF-16BE")
    #expect(try detected(bytes, stated: TextEncoding(named: "utf-16")) == (.utf16be, "a,b\n"))
    #expect(
      try detected(encoded("a,b\n", as: "UTF-16LE"), stated: TextEncoding(named: "unicode")) == (.utf16le, "a,b\n"))
  }

  @Test("A list of members may be written in it") func memberList() throws {
    let file = try TemporaryFile(encoded("\u{FEFF}姓名\t会员卡号\r\n张三\t1001\r\n", as: "UTF-16LE"))
    #expect(try loadMemberList(from: file.path).map(\.id) == ["1001"])
  }

  @Test("ASCII text, zero bytes and UTF-32 are not mistaken for it") func notWide() throws {
    #expect(try detected(Array("this app can break\n".utf8)).encoding == .utf8)
    #expect(try detected(Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0, count: 64)).encoding == .utf8)
    #expect(throws: Diagnostic.self) { try detected([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]) }
  }

  @Test("A stream of it is the same text whatever the sizes of the pieces") func stream() throws {
    for text in Self.texts {
      for (name, order) in [("UTF-16LE", ByteOrder.little), ("UTF-16BE", .big)] {
        let bytes = try encoded("\u{FEFF}" + text + text, as: name)
        for size in [1, 2, 3, 7, 100, 4096] {
          let stream = WideStream(Pieces(bytes), order)
          #expect(try whole(stream, by: size) == Array((text + text).utf8))
        }
      }
    }
  }

  @Test("What is no text is marked, byte by byte") func undecodable() throws {
    for (bytes, order, shown) in [
      ([0x61, 0, 0x00, 0xD8, 0x62, 0], ByteOrder.little, "a\\x00\\xD8b"), ([0, 0x61, 0xDC, 0x01], .big, "a\\xDC\\x01"),
      ([0x61, 0, 0x62], .little, "a\\x62"), ([0x00, 0xD8, 0x00, 0xD8, 0x00, 0xDC], .little, "\\x00\\xD8\u{10000}"),
      ([0x00, 0xD8], .little, "\\x00\\xD8"),
    ] as [([UInt8], ByteOrder, String)] {
      for size in [1, 2, 64] {
        let text = try whole(WideStream(Pieces(bytes), order), by: size)
        #expect(rawText(text.span, 0..<text.count, from: .utf16le) == shown)
      }
    }
  }

  @Test("Any bytes decode to something") func anything() throws {
    var random = Dice(seed: 1)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      for encoding in TextEncoding.allCases {
        let text = EncodingDetection.text(of: bytes, in: encoding)
        _ = rawText(text.span, 0..<text.count, from: encoding)
      }
      _ = try? detected(bytes)
    }
  }
}

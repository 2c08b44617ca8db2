import Fixtures
import MemberBook
import Testing
@testable import Intake

@Suite("Bytes that are no text") struct UndecodableTests {
  @Test("The row as it was shows them") func rows() throws {
    let header = "会员卡号,消费日期,实付金额\n"
    let utf8 =
      Array(header.utf8) + Array("张三,2024-01-05,1\n1,2024-01-05,".utf8) + [0xE5, 0x8D, 0xFF] + Array("41\n".utf8)
    #expect(try load(utf8).findings.quarantine.map(\.raw) == ["1,2024-01-05,\\xE5\\x8D\\xFF41"])
    let chinese = try encoded(header + "张三,2024-01-05,1\n", as: "GB18030") + Array("1,2024-01-05,".utf8)
    let book = try load(chinese + [0xFF, 0xB0, 0x0A])
    #expect(book.findings.quarantine.map(\.raw) == ["1,2024-01-05,\\xFF\\xB0"])
    #expect(book.findings.quarantine.map(\.reason) == [.undecodable])
  }

  @Test("Many of them need more room than text") func room() {
    let bytes = [UInt8](repeating: 0xFF, count: 10_000)
    for encoding in [TextEncoding.gb18030, .big5] {
      let text = TextDecoder(encoding: encoding).decode(bytes)
      #expect(text.count == 30_000)
      #expect(rawText(text.span, 0..<6, from: encoding) == "\\xFF\\xFF")
    }
  }

  @Test("Every pair of bytes is shown as text or as itself") func pairs() {
    for encoding in [TextEncoding.gb18030, .big5] {
      for lead in UInt8(0x80)...0xFF {
        for trail in UInt8(0x40)...0xFF {
          let text = TextDecoder(encoding: encoding).decode([lead, trail, 0x0A])
          #expect(text.last == 0x0A && text.count >= 2)
          let shown = rawText(text.span, 0..<text.count, from: encoding)
          #expect(!shown.unicodeScalars.contains("\u{FFFD}"))
        }
      }
    }
  }

  @Test("Encodings go by the names that people use") func names() throws {
    for (name, encoding) in [
      ("big5", TextEncoding.big5), ("cp950", .big5), ("BIG5-HKSCS", .big5), ("utf16", .utf16le), ("UTF-16", .utf16le),
      ("unicode", .utf16le), ("utf-16be", .utf16be), ("GBK", .gb18030), ("GB2312", .gb18030), ("UTF-8", .utf8),
    ] {
      #expect(try TextEncoding(named: name) == encoding)
    }
    for encoding in TextEncoding.allCases { #expect(try TextEncoding(named: encoding.rawValue) == encoding) }
  }
}

import Fixtures
import MemberBook
import Messages
import Testing
@testable import Intake

@Suite("Which Chinese encoding a file is in") struct ChineseEncodingTests {
  static let simplifiedHeaders = [
    "会员卡号,消费日期,实付金额", "会员号,日期,金额", "会员编号,交易日期,实收金额,门店", "卡号,销售日期,销售金额,品类",
    "手机号,下单时间,实付,渠道", "顾客编号,业务日期,成交金额,导购", "member,date,amount,门店", "会员,时间,金额",
  ]
  static let traditionalHeaders = [
    "會員卡號,消費日期,實付金額", "會員號,日期,金額", "會員編號,交易日期,實收金額,門店", "卡號,銷售日期,銷售金額,品類",
    "手機號,下單時間,實付,渠道", "顧客編號,業務日期,成交金額,導購", "member,date,amount,門店", "會員,時間,金額",
  ]
  static let simplifiedNames = [
    "张三", "李四", "王小明", "陈美丽", "刘德华", "欧阳娜娜", "赵敏", "杨过", "黄蓉", "周杰伦", "吴彦祖", "孙悦", "徐静蕾", "林志玲",
    "何炅", "郭富城", "马云", "高圆圆", "罗志祥", "梁朝伟", "宋慧", "郑爽", "谢霆锋", "韩红", "南京路店", "徐家汇店", "旗舰店", "二楼",
    "北京", "上海", "店", "会员", "小米", "联通", "童装", "女装", "家居", "银卡", "金卡", "钻石卡", "男", "女", "是", "否", "一", "王",
  ]
  static let traditionalNames = [
    "張三", "李四", "王小明", "陳美麗", "劉德華", "歐陽娜娜", "趙敏", "楊過", "黃蓉", "周杰倫", "吳彥祖", "孫悅", "徐靜蕾", "林志玲",
    "郭富城", "馬英九", "高圓圓", "羅志祥", "梁朝偉", "宋慧", "鄭爽", "謝霆鋒", "韓紅", "忠孝店", "信義店", "旗艦店", "二樓", "台北",
    "高雄", "店", "會員", "銅鑼灣", "旺角", "尖沙咀", "深水埗", "童裝", "女裝", "家居", "銀卡", "金卡", "鑽石卡", "男", "女", "是", "否",
    "板橋門市", "許功蓋", "王",
  ]

  @Test("A header alone is enough") func headers() throws {
    for header in Self.simplifiedHeaders {
      #expect(try detected(encoded(header + "\n1,2024-01-05,1\n", as: "GB18030")).encoding == .gb18030, "\(header)")
    }
    for header in Self.traditionalHeaders {
      let text = header + "\n1,2024-01-05,1\n"
      #expect(try detected(encoded(text, as: "BIG5")) == (.big5, text), "\(header)")
      #expect(try detected(encoded(text, as: "GBK")) == (.gb18030, text), "\(header)")
    }
  }

  @Test("A header decides about names that could be either", arguments: ["王", "李四", "一", "女"])
  func headerAndName(name: String) throws {
    let traditional = "會員卡號,消費日期,實付金額,姓名\n1,2024-01-05,1,\(name)\n"
    #expect(try detected(encoded(traditional, as: "BIG5")) == (.big5, traditional))
    #expect(try detected(encoded(traditional, as: "GBK")) == (.gb18030, traditional))
  }

  @Test("One short name in a file of ASCII is told right, nearly always") func names() throws {
    var wrong: [String] = []
    for (names, encoding, name) in [
      (Self.simplifiedNames, TextEncoding.gb18030, "GB18030"), (Self.traditionalNames, .big5, "BIG5-HKSCS"),
      (Self.traditionalNames, .gb18030, "GB18030"),
    ] {
      for cell in names {
        let text = "member,date,amount,name\n1,2024-01-05,1.00,\(cell)\n"
        let found = try? detected(encoded(text, as: name))
        if found?.encoding != encoding || found?.text != text { wrong.append("\(cell) in \(name)") }
      }
    }
    #expect(wrong.count <= 3, "\(wrong)")
  }

  @Test("Several names are always told right") func severalNames() throws {
    for start in stride(from: 0, to: 40, by: 4) {
      let simplified = "member,name\n" + Self.simplifiedNames[start..<start + 4].map { "1,\($0)\n" }.joined()
      let traditional = "member,name\n" + Self.traditionalNames[start..<start + 4].map { "1,\($0)\n" }.joined()
      #expect(try detected(encoded(simplified, as: "GB18030")) == (.gb18030, simplified))
      #expect(try detected(encoded(traditional, as: "BIG5-HKSCS")) == (.big5, traditional))
      #expect(try detected(encoded(traditional, as: "GB18030")) == (.gb18030, traditional))
      #expect(try detected(Array(simplified.utf8)) == (.utf8, simplified))
      #expect(try detected(Array(traditional.utf8)) == (.utf8, traditional))
    }
  }

  @Test("Text that no Chinese encoding explains is named, not guessed") func others() throws {
    for (text, name) in [
      ("member,store\n1,Müller\n2,Jérôme\n", "ISO-8859-1"), ("member,store\n1,Ärzte\n2,Äpfel\n", "ISO-8859-1"),
      ("member,store\n1,한국어로 쓴 글입니다\n2,서울특별시 강남구 삼성동 매장입니다\n", "EUC-KR"),
    ] {
      let failure = try #require(throws: Diagnostic.self) { try detected(encoded(text, as: name)) }
      #expect(failure.code == .encoding)
    }
    for text in ["Café", "Ünal", "Привет мир", "Ελλάδα", "Łódź"] {
      let file = "member,store\n1,\(text)\n"
      #expect(try detected(Array(file.utf8)) == (.utf8, file))
    }
  }

  @Test("Damage in a row or two changes nothing") func damage() throws {
    var traditional = try encoded(Self.traditionalHeaders[0] + "\n", as: "BIG5")
    for name in Self.traditionalNames.prefix(20) { traditional += try encoded("\(name),2024-01-05,1\n", as: "BIG5") }
    traditional += [0x31, 0xFF, 0xFF, 0x2C, 0x31, 0x0A]
    #expect(try detected(traditional).encoding == .big5)
  }

  @Test("Big5 decodes with what Hong Kong and Microsoft added to it") func big5() throws {
    let text = "€碁裏墻恒粧嫺深水埗鰂魚涌堃喆邨峯"
    var bytes = try encoded("碁裏墻恒粧嫺深水埗鰂魚涌堃喆邨峯", as: "BIG5-HKSCS")
    bytes = [0xA3, 0xE1] + bytes
    #expect(String(decoding: TextDecoder(encoding: .big5).decode(bytes), as: UTF8.self) == text)
    // Ê̄ and Ê̌ begin with the same character, which the C library holds back.
    #expect(
      String(decoding: TextDecoder(encoding: .big5).decode([0x88, 0x62, 0x41, 0x88, 0x64]), as: UTF8.self)
        == "\u{CA}\u{304}A\u{CA}\u{30C}")
  }

  @Test("Trail bytes that look like delimiters are none") func trailBytes() throws {
    // 育 is A8 7C in Big5, 功 is A5 5C.
    let text = "會員卡號|消費日期|實付金額|門店\n1|2024-01-05|1.00|育\n2|2024-01-06|2.00|\"育功\"\n3|2024-01-07|3.00|育育\n"
    let bytes = try encoded(text, as: "BIG5")
    #expect(bytes.contains(0x7C) && bytes.contains(0x5C))
    let book = try load(bytes)
    #expect(book.findings.inputs.first?.encoding == "big5")
    expectSame(book, try load(text), "bars", exceptDialect: true)
    #expect(book.stores.names.contains("育功"))
  }

  @Test("A traditional file is the same in Big5, GBK and UTF-8") func sameBook() throws {
    let rows = Self.traditionalNames.enumerated().map { "\($0 + 1),2024-01-05,1.00,\($1)\n" }.joined()
    let text = "會員卡號,消費日期,實付金額,門店\n" + rows + "總計,,46.00,\n"
    let expected = try load(text)
    expectSame(try load(encoded(text, as: "BIG5-HKSCS")), expected, "Big5", exceptDialect: true)
    expectSame(try load(encoded(text, as: "GB18030")), expected, "GB18030", exceptDialect: true)
    #expect(expected.findings.quarantine.map(\.reason) == [.totalRow("總計")])
  }
}

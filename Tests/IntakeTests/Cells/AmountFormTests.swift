import Testing

@testable import Intake

@Suite("Amounts as people write them") struct AmountFormTests {
  static func read(_ text: String, decimals: Int = 2) -> DecimalReading {
    DecimalReading(Array(text.utf8).span, decimals: decimals)
  }

  @Test(
    "Currencies, signs and widths",
    arguments: [
      ("RMB 1,234.50", 123450), ("rmb1234.5", 123450), ("CNY 12", 1200), ("12 CNY", 1200), ("HK$ 1,000", 100000),
      ("NT$1,000", 100000), ("US$5", 500), ("-US$5", -500), ("USD -5", -500), ("人民币5元", 500), ("5元整", 500),
      ("NT$ 5 元", 500), ("5圓", 500), ("港幣 5", 500), ("12.50€", 1250), ("45-", -4500), ("1,234.50-", -123450),
      ("￥45.00-", -4500), ("１，２３４．５０", 123450), ("￥１，２３４．５０元", 123450), ("（45.00）", -4500), ("－45", -4500),
      ("$(45.00)", -4500), ("($45.00)", -4500), ("'123", 12300), ("' -5.5", -550), ("+ 5", 500), ("  7  ", 700),
      ("000000000000000000001", 100), ("999999999999.99", 99_999_999_999_999),
      ("1,000,000,000,000", 100_000_000_000_000),
    ])
  func read(text: String, minor: Int64) { #expect(Self.read(text) == .value(minor)) }

  @Test(
    "What stands for no number, or for one in another notation, is not read",
    arguments: [
      "NaN", "nan", "inf", "Infinity", "1e3", "1E3", "1e400", "1E+3", "0x10", "1,23", "1.234,50", "1 23.50",
      "1,234 567", "0,123", "-", "—",
      "－",
      "/", "N/A", "NULL", "null", "none", "#N/A", "无", "--5", "-5-", "(5)-", "(-5)", "((5))", "+-5", "5-5", "()", "¥",
      "元",
      "¥¥5", "5%", "1.2万", "12.5.0", "1..2", "'", "''5", "RMB", "$-", "1/2", "½", "٣", "一百", "5元5角",
    ])
  func unreadable(text: String) {
    #expect(Self.read(text) == (text == "'" ? .blank : .unreadable))
  }

  @Test("Sixteen digits do not wrap around with three decimals") func wide() {
    #expect(Self.read("9999999999999999", decimals: 3) == .beyondBound)
    #expect(Self.read("999999999999999", decimals: 3) == .beyondBound)
    #expect(Self.read("-99999999999.999", decimals: 3) == .value(-99_999_999_999_999))
  }

  @Test("Every amount is read back in every form") func forms() {
    var random = Dice(seed: 1)
    for _ in 0..<300 {
      let minor = Int64.random(in: 0...(Bool.random(using: &random) ? 1_000_000 : 100_000_000_000_000), using: &random)
      let (whole, cents) = (minor / 100, minor % 100)
      let fraction = (cents < 10 ? "0" : "") + String(cents)
      var grouped = String(whole)
      for place in stride(from: grouped.count - 3, to: 0, by: -3) {
        grouped.insert(",", at: grouped.index(grouped.startIndex, offsetBy: place))
      }
      for number in ["\(whole).\(fraction)", "\(grouped).\(fraction)", "\(grouped).\(fraction)000"] {
        let wide = String(
          String.UnicodeScalarView(number.unicodeScalars.map { Unicode.Scalar($0.value + 0xFEE0) ?? $0 }))
        for text in [number, wide, "¥\(number)", "\(number)元", "HK$ \(number)", "+\(number)", "'\(number)"] {
          #expect(Self.read(text) == .value(minor), "\(text)")
        }
        for text in ["-\(number)", "(\(number))", "\(number)-", "-¥\(number)", "¥-\(wide)", "（\(wide)）"] {
          #expect(Self.read(text) == .value(-minor), "\(text)")
        }
      }
    }
  }

  @Test("No bytes stop the reading") func anything() {
    var random = Dice(seed: 1)
    let pieces = ["-", "(", ")", ",", ".", "'", "¥", "￥", "元", "RMB", "9", "000", "１", "，", " ", "\u{FF}", "999999999"]
    for _ in 0..<6_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        if Bool.random(using: &random) {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += pieces.randomElement(using: &random).map { Array($0.utf8) } ?? []
        }
      }
      for decimals in [2, 3] {
        if case .value(let value) = DecimalReading(bytes.span, decimals: decimals) {
          #expect(value.magnitude <= UInt64(DecimalReading.bound))
        }
      }
    }
  }
}

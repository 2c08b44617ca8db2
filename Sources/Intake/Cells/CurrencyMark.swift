import MemberBook

/// What may stand before or after an amount to say its currency.
enum CurrencyMark {
  /// The currency that an amount says, by its sign; nil where it says none.
  static func name(in cell: ByteSpan) -> String? {
    // Nearly every amount is digits from end to end.
    if cell.count > 0, isDigit(cell[0]), isDigit(cell[cell.count - 1]) { return nil }
    var bytes = folded(cell).map(upper)[...]
    while let first = bytes.first, first == 0x20 || "-+('".utf8.contains(first) { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || "-)".utf8.contains(last) { bytes.removeLast() }
    let mark = leading.first { bytes.starts(with: $0) } ?? trailing.first { bytes.suffix($0.count).elementsEqual($0) }
    return mark.map(name(ofMark:))
  }

  /// The sign of the currency that `mark` stands for by itself, in any of its forms; nil where it is none.
  static func name(of mark: String) -> String? {
    let bytes = folded(Array(mark.utf8).span).map(upper)
    return (leading + trailing).contains(bytes) ? name(ofMark: bytes) : nil
  }

  private static func name(ofMark mark: [UInt8]) -> String {
    let text = String(decoding: mark, as: UTF8.self)
    return names.first { $0.marks.contains(text) }?.name ?? text
  }

  private static let names: [(name: String, marks: Set<String>)] = [
    ("¥", ["¥", "￥", "RMB", "CNY", "人民币", "人民幣", "元整", "元", "圆", "圓"]), ("$", ["$", "US$", "USD", "美元"]),
    ("€", ["€", "EUR", "欧元", "歐元"]), ("£", ["£", "￡", "GBP"]), ("HK$", ["HK$", "HKD", "港币", "港幣", "港元"]),
    ("NT$", ["NT$", "TWD", "NTD", "新台币", "新台幣", "新臺幣"]), ("MOP$", ["MOP$", "MOP"]), ("S$", ["S$", "SGD"]),
  ]

  /// ￥ (U+FFE5) and ¥ (U+00A5) are both in use for the yuan; longer marks stand before those that they begin with.
  static let leading: [[UInt8]] = [
    "HK$", "NT$", "US$", "MOP$", "S$", "¥", "￥", "$", "€", "£", "￡", "RMB", "CNY", "HKD", "TWD", "NTD", "USD", "MOP",
    "SGD", "EUR", "GBP", "JPY", "人民币", "人民幣", "港币", "港幣", "新台币", "新台幣", "新臺幣", "美元",
  ].map { Array($0.utf8) }

  static let trailing: [[UInt8]] = [
    "人民币", "人民幣", "港元", "港币", "港幣", "美元", "欧元", "歐元", "元整", "元", "圆", "圓", "RMB", "CNY", "HKD", "TWD", "NTD",
    "USD", "MOP", "SGD", "EUR", "GBP", "JPY", "€",
  ].map { Array($0.utf8) }
}

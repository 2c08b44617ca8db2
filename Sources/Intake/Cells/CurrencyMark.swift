/// What may stand before or after an amount to say its currency. The currency itself is not read: a file is in one.
enum CurrencyMark {
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

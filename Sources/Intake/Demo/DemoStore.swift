/// One of the boutique's stores.
public struct DemoStore: Sendable, Equatable {
  /// As receipts have it, in Chinese.
  public let name: String
  /// Members, walk-ins and so receipts that are its own, in thousandths.
  public let share: Int
  /// Its prices, in percent of the categories'.
  public let price: Int
  /// Receipts of 1, 2, 3 and 4 lines, in thousandths.
  public let lines: [Int]
  /// Purchases of which a line comes back, in thousandths.
  public let returned: Int
  /// How it sells.
  public let channels: [DemoChannel]
  /// Those who serve there, by name.
  public let advisors: [String]
  /// How busy an hour is, from 0 to 23.
  public let hours: [Int]
  /// How much more each category sells here than its weight says, in percent.
  public let leaning: [Int]

  static let all = [
    DemoStore(
      name: "万象城店", share: 450, price: 115, lines: [450, 320, 160, 70], returned: 25,
      channels: [DemoChannel(name: "门店", share: 900), DemoChannel(name: "企微", share: 100)],
      advisors: ["陈思雨", "林晓彤", "黄佩珊", "何嘉敏"], hours: mall,
      leaning: [100, 80, 130, 90, 100, 110, 100, 170, 90, 130]),
    DemoStore(
      name: "天河店", share: 300, price: 100, lines: [520, 300, 130, 50], returned: 30,
      channels: [DemoChannel(name: "门店", share: 940), DemoChannel(name: "企微", share: 60)],
      advisors: ["梁美仪", "周婉婷", "吴倩", "郑雅文"], hours: mall,
      leaning: [110, 110, 100, 120, 110, 100, 110, 70, 100, 90]),
    DemoStore(
      name: "线上商城", share: 250, price: 85, lines: [650, 240, 80, 30], returned: 90,
      channels: [DemoChannel(name: "小程序", share: 600), DemoChannel(name: "天猫", share: 400, isSelfService: true)],
      advisors: ["客服小晴", "客服小雅", "客服阿宁", "客服小满"], hours: online,
      leaning: [90, 140, 70, 100, 90, 110, 80, 60, 170, 100]),
  ]

  private static let mall = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 35, 60, 75, 80, 90, 95, 95, 90, 95, 125, 110, 50, 0, 0]
  private static let online = [
    45, 20, 10, 0, 0, 0, 5, 15, 25, 35, 45, 45, 60, 55, 40, 35, 35, 35, 40, 55, 90, 120, 115, 75,
  ]
}

/// A way of buying from a store.
public struct DemoChannel: Sendable, Equatable {
  /// As receipts have it, in Chinese.
  public let name: String
  /// The store's receipts that go this way, in thousandths.
  public let share: Int
  /// Nobody serves there.
  var isSelfService = false
}

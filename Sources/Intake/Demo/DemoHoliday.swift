public import Quantities

/// Days on which more people buy, or fewer.
public struct DemoHoliday: Sendable, Equatable {
  /// In Chinese.
  public let name: String
  /// In 2024 and in 2025.
  public let ranges: [DayRange]
  /// How busy these days are, in percent of what month and weekday say.
  public let traffic: Int
  /// What is taken off every list price, in percent.
  public let off: Int
  /// How much more gifts sell, in percent.
  public let gifts: Int

  /// Where two overlap, the first holds.
  static let all = [
    DemoHoliday("春节休市", from: [(2024, 2, 10), (2025, 1, 29)], days: 3, traffic: 40),
    DemoHoliday("春节前", from: [(2024, 1, 27), (2025, 1, 15)], days: 14, traffic: 160, gifts: 200),
    DemoHoliday("5·20", from: [(2024, 5, 18), (2025, 5, 18)], days: 3, traffic: 180, gifts: 500),
    DemoHoliday("618", from: [(2024, 6, 10), (2025, 6, 10)], days: 9, traffic: 170, off: 20),
    DemoHoliday("夏末清仓", from: [(2024, 8, 10), (2025, 8, 10)], days: 16, traffic: 130, off: 30),
    DemoHoliday("中秋", from: [(2024, 9, 13), (2025, 10, 2)], days: 5, traffic: 160, gifts: 400),
    DemoHoliday("国庆", from: [(2024, 10, 1), (2025, 10, 1)], days: 7, traffic: 160),
    DemoHoliday("双11", from: [(2024, 11, 1), (2025, 11, 1)], days: 11, traffic: 180, off: 25),
    DemoHoliday("圣诞", from: [(2024, 12, 20), (2025, 12, 20)], days: 6, traffic: 150, gifts: 400),
  ]

  private init(
    _ name: String, from starts: [(year: Int, month: Int, day: Int)], days: Int, traffic: Int, off: Int = 0,
    gifts: Int = 100
  ) {
    self.name = name
    ranges = starts.compactMap { start in
      Day(year: start.year, month: start.month, day: start.day).flatMap { DayRange($0, $0 + (days - 1)) }
    }
    self.traffic = traffic
    self.off = off
    self.gifts = gifts
  }
}

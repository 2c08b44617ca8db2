/// A kind of goods.
public struct DemoCategory: Sendable, Equatable {
  /// As receipts have it, in Chinese.
  public let name: String
  /// List prices in yuan, dense at the low end, before season, store and purse.
  public let prices: ClosedRange<Int>
  /// What a piece costs the boutique, in thousandths of its list price.
  public let cost: Int
  /// How much is bought by season, spring first.
  public let weights: [Int]
  /// Its prices by season, in percent: winter's coats are the dear ones.
  public let seasonal: [Int]
  /// Lines of two pieces, in thousandths.
  public let pairs: Int

  static let all = [
    DemoCategory(
      name: "连衣裙", prices: 499...1_899, cost: 360, weights: [190, 260, 120, 60], seasonal: [100, 95, 105, 115],
      pairs: 10),
    DemoCategory(
      name: "上衣", prices: 259...899, cost: 340, weights: [180, 220, 130, 80], seasonal: [100, 90, 105, 115], pairs: 50),
    DemoCategory(
      name: "外套", prices: 799...2_999, cost: 400, weights: [110, 30, 170, 270], seasonal: [90, 60, 115, 160],
      pairs: 5),
    DemoCategory(
      name: "裤装", prices: 329...999, cost: 350, weights: [120, 100, 120, 110], seasonal: [100, 90, 105, 110],
      pairs: 20),
    DemoCategory(
      name: "半身裙", prices: 359...1_099, cost: 350, weights: [100, 110, 90, 50], seasonal: [100, 90, 105, 110],
      pairs: 10),
    DemoCategory(
      name: "针织", prices: 399...1_299, cost: 380, weights: [80, 30, 140, 170], seasonal: [95, 75, 105, 125], pairs: 20),
    DemoCategory(
      name: "鞋", prices: 459...1_599, cost: 420, weights: [80, 80, 80, 80], seasonal: [100, 90, 105, 120], pairs: 5),
    DemoCategory(
      name: "包", prices: 699...3_299, cost: 430, weights: [50, 50, 50, 60], seasonal: [100, 100, 100, 100], pairs: 5),
    DemoCategory(
      name: "配饰", prices: 99...499, cost: 300, weights: [70, 100, 80, 80], seasonal: [100, 95, 100, 105], pairs: 120),
    DemoCategory(
      name: "礼品", prices: 129...699, cost: 450, weights: [20, 20, 20, 40], seasonal: [100, 100, 100, 100],
      pairs: 200),
  ]
}

public import Quantities

/// Points by the calendar month in which they were earned (their vintage) and by the month in which they were redeemed,
/// expired or were clawed back; a vintage's age is the difference of the two. Tables of disjoint sets of members add, in
/// any order, to the same total.
///
/// Vintage 0 is what members had before the data began; vintage v ≥ 1 is month v − 1.
public struct VintageTable: Sendable, Equatable {
  /// The 1st of the first month.
  public let firstMonth: Day
  public let monthCount: Int
  /// By vintage.
  public internal(set) var issued: [Int64]
  /// By vintage and month: `[vintage * monthCount + month]`.
  var redeemed: [Int64]
  var expired: [Int64]
  var clawedBack: [Int64]
  /// By month: what was paid for the purchases that earned points, less the returns that should have given some back,
  /// in minor units.
  public internal(set) var sales: [Int64]
  /// Of the points redeemed, those that nobody is known to have redeemed: assumed behaviour.
  public internal(set) var assumed: Int64 = 0

  /// A century: longer data are refused, so that the table stays within a few dozen megabytes.
  public static let monthLimit = 1200

  public init(from first: Day, months: Int) {
    firstMonth = first.firstOfMonth
    monthCount = max(months, 1)
    issued = [Int64](repeating: 0, count: monthCount + 1)
    redeemed = [Int64](repeating: 0, count: (monthCount + 1) * monthCount)
    expired = redeemed
    clawedBack = redeemed
    sales = [Int64](repeating: 0, count: monthCount)
  }

  /// How many calendar months the days from `first` to `last` touch.
  public static func monthCount(from first: Day, through last: Day) -> Int {
    let (from, to) = (first.components, last.components)
    return (to.year - from.year) * 12 + to.month - from.month + 1
  }

  /// Whether a table can hold those days.
  public static func covers(_ first: Day, through last: Day) -> Bool {
    monthCount(from: first, through: last) <= monthLimit
  }

  mutating func add(_ other: VintageTable) {
    for index in issued.indices { issued[index] += other.issued[index] }
    for index in redeemed.indices {
      redeemed[index] += other.redeemed[index]
      expired[index] += other.expired[index]
      clawedBack[index] += other.clawedBack[index]
    }
    for index in sales.indices { sales[index] += other.sales[index] }
    assumed += other.assumed
  }

  /// What can become of a point.
  public enum Fate: Sendable, CaseIterable {
    case redeemed, expired, clawedBack
  }

  mutating func add(_ points: Int64, _ fate: Fate, of vintage: Int, in month: Int) {
    let cell = vintage * monthCount + month
    switch fate {
    case .redeemed: redeemed[cell] += points
    case .expired: expired[cell] += points
    case .clawedBack: clawedBack[cell] += points
    }
  }

  func points(_ fate: Fate, of vintage: Int, in month: Int) -> Int64 {
    let cell = vintage * monthCount + month
    return switch fate {
    case .redeemed: redeemed[cell]
    case .expired: expired[cell]
    case .clawedBack: clawedBack[cell]
    }
  }
}

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
  var fates: [FateCounts]
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
    fates = Array(repeating: FateCounts(), count: (monthCount + 1) * monthCount)
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
    issued.add(other.issued)
    fates.add(other.fates)
    sales.add(other.sales)
    assumed += other.assumed
  }

  /// What can become of a point.
  public enum Fate: Int, CounterKey {
    case redeemed, expired, clawedBack
  }

  typealias FateCounts = Counters<Fate, Int64, 3>

  mutating func add(_ points: Int64, _ fate: Fate, of vintage: Int, in month: Int) {
    fates[vintage * monthCount + month][fate] += points
  }

  func points(_ fate: Fate, of vintage: Int, in month: Int) -> Int64 {
    fates[vintage * monthCount + month][fate]
  }
}

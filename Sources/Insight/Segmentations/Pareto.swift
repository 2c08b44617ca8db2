import Quantities

/// How the spend is spread over members.
public struct Pareto: Sendable, Equatable {
  public let members: Int64
  /// In minor units.
  public let spend: Int64
  /// What the members so far from the top bring: at each tenth of the members, in minor units; the last is all.
  public let tenths: [Int64]
  /// What the top fifth of the members brings.
  public let topFifth: Int64
  /// The fewest members who bring so much of the spend, in percent.
  public let bringing: [(percent: Int64, members: Int64)]
  /// The Gini coefficient as an exact fraction; nil where there is no spend above 0 to spread.
  public let gini: (numerator: Int128, denominator: Int128)?
  /// Members whose spend is below 0, who can make the coefficient larger than 1.
  public let negative: Int64

  /// `spend` is every member's who bought.
  public init(_ spend: [Int64]) { self.init(sorted: RadixSort.sorted(spend)) }

  /// Gini = Σ(2i − n − 1)·xᵢ ÷ (n·Σx), x ascending, i from 1 (Dixon and others, Ecology 68, 1987, eq. 2).
  init(sorted: [Int64]) {
    let count = sorted.count
    let total = sorted.reduce(0, +)
    members = Int64(count)
    self.spend = total
    negative = Int64(sorted.prefix { $0 < 0 }.count)
    var tenths: [Int64] = []
    var weighted: Int128 = 0
    var sum: Int64 = 0
    var fifth: Int64 = 0
    var marks = Pareto.marks.map { (percent: $0, members: Int64(count), isFound: total <= 0) }
    for rank in 1...max(count, 1) where count > 0 {
      let place = count - rank
      weighted += Int128(2 * (place + 1) - count - 1) * Int128(sorted[place])
      sum += sorted[place]
      for index in marks.indices
      where !marks[index].isFound && Int128(sum) * 100 >= Int128(total) * Int128(marks[index].percent) {
        marks[index].members = Int64(rank)
        marks[index].isFound = true
      }
      while tenths.count < 10, rank == Pareto.part(tenths.count + 1, of: count, tenths: 10) { tenths.append(sum) }
      if rank == Pareto.part(1, of: count, tenths: 5) { fifth = sum }
    }
    self.tenths = tenths
    topFifth = fifth
    bringing = marks.map { ($0.percent, $0.members) }
    gini = total > 0 ? (weighted, Int128(count) * Int128(total)) : nil
  }

  private static let marks: [Int64] = [50, 80, 90]

  /// So many parts of the members, to the nearest whole one, at least one.
  private static func part(_ part: Int, of count: Int, tenths whole: Int) -> Int {
    max(1, (count * part * 2 + whole) / (2 * whole))
  }

  /// The coefficient in ten-thousandths, to the nearest.
  public var giniTenThousandths: Int64? {
    gini.map { Int64(clamping: ($0.numerator * 20_000 + $0.denominator) / (2 * $0.denominator)) }
  }

  public static func == (one: Pareto, other: Pareto) -> Bool {
    one.spend == other.spend && one.tenths == other.tenths && one.members == other.members
      && one.topFifth == other.topFifth && one.bringing.map(\.members) == other.bringing.map(\.members)
  }
}

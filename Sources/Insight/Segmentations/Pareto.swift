import MemberBook
import Numerics

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
  public init(_ spend: [Int64]) { self.init(SpendRanking(spend)) }

  /// Gini = Σ(2i − n − 1)·xᵢ ÷ (n·Σx), x ascending, i from 1 (Dixon and others, Ecology 68, 1987, eq. 2).
  public init(_ ranking: SpendRanking) {
    let sorted = ranking.ascending.span
    let count = sorted.count
    var total: Int64 = 0
    for i in sorted.indices { total += sorted[i] }
    members = Int64(count)
    spend = total
    var negative = 0
    while negative < count, sorted[negative] < 0 { negative += 1 }
    self.negative = Int64(negative)
    let wanted = Pareto.marks.map { (Int128(total) * Int128($0) + 99) / 100 }
    var found: [Int64] = []
    var tenths: [Int64] = []
    var weighted: Int128 = 0
    var sum: Int64 = 0
    var fifth: Int64 = 0
    let middle = Pareto.part(1, of: count, tenths: 5)
    var nextTenth = Pareto.part(1, of: count, tenths: 10)
    for rank in stride(from: 1, through: count, by: 1) {
      let place = count - rank
      let value = sorted[place]
      weighted += Int128(2 * (place + 1) - count - 1) * Int128(value)
      sum += value
      while found.count < wanted.count, total > 0, Int128(sum) >= wanted[found.count] { found.append(Int64(rank)) }
      while tenths.count < 10, rank >= nextTenth {
        tenths.append(sum)
        nextTenth = Pareto.part(tenths.count + 1, of: count, tenths: 10)
      }
      if rank == middle { fifth = sum }
    }
    self.tenths = tenths
    topFifth = fifth
    bringing = Pareto.marks.enumerated().map { ($1, $0 < found.count ? found[$0] : Int64(count)) }
    gini = total > 0 ? (weighted, Int128(count) * Int128(total)) : nil
  }

  private static let marks: [Int64] = [50, 80, 90]

  /// So many parts of the members, to the nearest whole one, at least one.
  private static func part(_ part: Int, of count: Int, tenths whole: Int) -> Int {
    max(1, (count * part * 2 + whole) / (2 * whole))
  }

  /// How many members stand at a tenth, from the top.
  public static func members(ofTenth tenth: Int, of members: Int64) -> Int64 {
    Int64(part(tenth, of: Int(members), tenths: 10))
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

/// What members spent who bought, in order.
public struct SpendRanking: Sendable {
  let ascending: [Int64]

  init(_ spend: [Int64]) { ascending = RadixSort.sorted(spend) }

  public init(_ summary: MemberSummary) {
    var spend: [Int64] = []
    spend.reserveCapacity(summary.count)
    for member in 0..<summary.count where summary.last[member] >= 0 { spend.append(summary.spend[member]) }
    self.init(spend)
  }
}

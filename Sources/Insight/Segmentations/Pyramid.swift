public import MemberBook
public import Programme
public import Quantities
public import Simulation

/// Members by what they contribute: the margin on what they bought, less what they cost.
public struct Pyramid: Sendable {
  public enum Layer: UInt8, CaseIterable, Sendable {
    case platinum, gold, iron, lead, none

    /// As it is written in conditions.
    public var name: String { self == .none ? "no_purchase" : String(describing: self) }

    public var title: Message {
      switch self {
      case .platinum: Message("platinum", zh: "铂金")
      case .gold: Message("gold", zh: "黄金")
      case .iron: Message("iron", zh: "铁")
      case .lead: Message("lead", zh: "铅")
      case .none: Message("no purchase", zh: "未购买")
      }
    }
  }

  /// By member: the layer's raw value.
  public let layers: [UInt8]
  /// By member, in minor units.
  public let contributions: [Int64]

  /// `contributions` is what each member brings less what they cost; `isActive` whether there is anything to judge by.
  public init(_ contributions: [Int64], _ cuts: PyramidCuts, isActive: (Int) -> Bool) {
    self.contributions = contributions
    let active = contributions.indices.filter(isActive)
    let sorted = RadixSort.sorted(active.map { contributions[$0] })
    let brought = sorted.reduce(Int128(0)) { $0 + Int128(max($1, 0)) }
    func top(_ share: Ratio) -> Int {
      switch cuts.by {
      case .members: Pyramid.nearest(share, sorted)
      case .profit: Pyramid.bringing(share, of: brought, sorted)
      }
    }
    let platinum = top(cuts.platinum.fraction)
    let gold = top(cuts.platinum.fraction.adding(cuts.gold.fraction) ?? .one)
    var layers = [UInt8](repeating: Layer.none.rawValue, count: contributions.count)
    for member in active {
      let value = contributions[member]
      let layer: Layer =
        if value < 0 {
          .lead
        } else if platinum > 0, value >= sorted[sorted.count - platinum] {
          .platinum
        } else if gold > 0, value >= sorted[sorted.count - gold] {
          .gold
        } else {
          .iron
        }
      layers[member] = layer.rawValue
    }
    self.layers = layers
  }

  /// How many members from the top come nearest to the share of all, where equal ones stay together; the fewer of two
  /// that are as near.
  private static func nearest(_ share: Ratio, _ sorted: [Int64]) -> Int {
    let count = sorted.count
    guard count > 0 else { return 0 }
    let even = Int128(count) * Int128(share.numerator)
    let wanted = Int(even / Int128(share.denominator))
    if wanted >= count { return count }
    // The value at which the cut would fall: all who have it are in, or none.
    let value = sorted[count - 1 - wanted]
    let without = count - upperPlace(of: value, in: sorted)
    let with = count - lowerPlace(of: value, in: sorted)
    let scale = Int128(share.denominator)
    return Int128(with) * scale - even < even - Int128(without) * scale ? with : without
  }

  /// The fewest members from the top who bring the share of `all`, and who are equal to the last of them.
  private static func bringing(_ share: Ratio, of all: Int128, _ sorted: [Int64]) -> Int {
    var sum: Int128 = 0
    for rank in 1...max(sorted.count, 1) where !sorted.isEmpty {
      if sum * Int128(share.denominator) >= all * Int128(share.numerator) { return 0 + rank - 1 }
      let value = sorted[sorted.count - rank]
      if value <= 0 { return rank - 1 }
      sum += Int128(value)
    }
    return sorted.count
  }

  private static func lowerPlace(of value: Int64, in sorted: [Int64]) -> Int { place(in: sorted) { $0 < value } }
  private static func upperPlace(of value: Int64, in sorted: [Int64]) -> Int { place(in: sorted) { $0 <= value } }

  /// The first place that `comesBefore` does not hold for.
  private static func place(in sorted: [Int64], _ comesBefore: (Int64) -> Bool) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if comesBefore(sorted[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  public var classes: MemberClasses {
    MemberClasses(
      names: Layer.allCases.map(\.name), of: layers,
      aliases: Layer.allCases.map { Alias(zh: $0.title.text(in: .simplified)).forms })
  }
}

extension LineMargins {
  /// What is left after the goods of what each member bought within `days`, in minor units, rounded once a member,
  /// halves away from zero.
  public func ofMembers(_ book: Book, over days: DayRange, _ workers: Workers) throws(Diagnostic) -> [Int64] {
    let from = max(0, days.first - book.firstDay)
    let through = min(days.last, book.lastDay) - book.firstDay
    let members = book.members.count
    let pieces = 64
    let parts = try workers.map(pieces) { piece in
      (piece * members / pieces..<(piece + 1) * members / pieces).map { member -> Int64 in
        var sum: Int128 = 0
        for receipt in book.purchases.range(of: member) {
          let day = Int(book.purchases.dayOffset[receipt])
          if day < from || day > through { continue }
          let net = book.purchases.amount[receipt]
          let store = book.storeCode(of: receipt)
          for line in book.purchases.lines(of: receipt) {
            sum += gross(ofLine: line, amount: book.amount(ofLine: line, receiptNet: net), store: store, book)
          }
        }
        let half: Int128 = sum < 0 ? -500_000 : 500_000
        return Int64(clamping: (sum + half) / 1_000_000)
      }
    }
    return parts.flatMap(\.self)
  }
}

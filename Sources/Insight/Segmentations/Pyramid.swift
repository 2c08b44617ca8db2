public import MemberBook
public import Messages
public import Numerics
public import Programme
import Quantities
public import Simulation

/// Members by what they contribute: the margin on what they bought, less what they cost.
public struct Pyramid: Sendable {
  public enum Layer: UInt8, CaseIterable, Sendable {
    case platinum, gold, iron, lead, none

    /// As it is written in conditions.
    public var name: String { title.text(in: .english) }

    public var title: Message {
      switch self {
      case .platinum: Message("platinum", zh: "铂金")
      case .gold: Message("gold", zh: "黄金")
      case .iron: Message("iron", zh: "铁")
      case .lead: Message("lead", zh: "铅")
      case .none: Message("no_purchase", zh: "未购买")
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
    var values: [Int64] = []
    values.reserveCapacity(contributions.count)
    for member in contributions.indices where isActive(member) { values.append(contributions[member]) }
    let both = cuts.platinum.fraction.adding(cuts.gold.fraction) ?? .one
    let (platinum, gold): (Int64?, Int64?)
    switch cuts.by {
    case .members:
      (platinum, gold) = (Pyramid.nearest(cuts.platinum.fraction, values), Pyramid.nearest(both, values))
    case .profit:
      let sorted = RadixSort.sorted(values)
      (platinum, gold) = (Pyramid.bringing(cuts.platinum.fraction, sorted), Pyramid.bringing(both, sorted))
    }
    var layers = [UInt8](repeating: Layer.none.rawValue, count: contributions.count)
    for member in contributions.indices where isActive(member) {
      let value = contributions[member]
      let layer: Layer =
        if value < 0 {
          .lead
        } else if let platinum, value >= platinum {
          .platinum
        } else if let gold, value >= gold {
          .gold
        } else {
          .iron
        }
      layers[member] = layer.rawValue
    }
    self.layers = layers
  }

  /// From which value on so many members stand as come nearest to the share of all, where equal ones stay together; the
  /// fewer of two that are as near. Nil where nobody does.
  private static func nearest(_ share: Ratio, _ values: [Int64]) -> Int64? {
    let count = values.count
    guard count > 0 else { return nil }
    let even = Int128(count) * Int128(share.numerator)
    let scale = Int128(share.denominator)
    let wanted = Int(even / scale)
    if wanted >= count { return .min }
    // The value at which the cut would fall: all who have it are in, or none.
    let value = RadixSort.value(at: count - 1 - wanted, of: values)
    var (above, equal) = (0, 0)
    var next = Int64.max
    for other in values {
      if other > value {
        above += 1
        next = min(next, other)
      }
      if other == value { equal += 1 }
    }
    if Int128(above + equal) * scale - even < even - Int128(above) * scale { return value }
    return above > 0 ? next : nil
  }

  /// From which value on the fewest members stand who bring the share of all that is brought, those who are equal to the
  /// last of them too. Nil where nobody does.
  private static func bringing(_ share: Ratio, _ sorted: [Int64]) -> Int64? {
    let brought = sorted.reduce(Int128(0)) { $0 + Int128(max($1, 0)) }
    var sum: Int128 = 0
    var last: Int64?
    for value in sorted.reversed() {
      if value <= 0 || sum * Int128(share.denominator) >= brought * Int128(share.numerator) { break }
      sum += Int128(value)
      last = value
    }
    return last
  }

  public var classes: MemberClasses {
    MemberClasses(
      names: Layer.allCases.map(\.name), of: layers,
      aliases: Layer.allCases.map { Alias(zh: $0.title.text(in: .simplified)).forms })
  }
}

extension LineMargins {
  /// What is left after the goods of what each member bought within `days`, in minor units, rounded once a member,
  /// halves away from zero. `summary` is of those days.
  public func ofMembers(
    _ book: Book, _ summary: MemberSummary, _ job: Job = .unattended
  ) throws(Diagnostic) -> [Int64] {
    if let flat {
      return summary.spend.map { spend in
        let (product, overflow) = spend.multipliedReportingOverflow(by: flat)
        // Most fit a word, which is far quicker to divide.
        guard !overflow, product.magnitude < 1 << 62 else { return rounded(Int128(spend) * Int128(flat), 1_000_000) }
        return (product + (product < 0 ? -500_000 : 500_000)) / 1_000_000
      }
    }
    let days = summary.days
    let from = max(0, days.first - book.firstDay)
    let through = min(days.last, book.lastDay) - book.firstDay
    let members = book.members.count
    let pieces = 64
    let parts = try job.map(pieces) { piece in
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
        return rounded(sum, 1_000_000)
      }
    }
    return parts.flatMap(\.self)
  }
}

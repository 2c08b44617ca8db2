import MemberBook
import Quantities

/// Adds up members' purchases stretch by stretch: a stretch is a run of them on the same tier.
struct PlainTally {
  private(set) var totals: PlainTotals
  private let tierCount: Int
  private let range: PlainDays
  private let quantities: ReceiptQuantities
  private let earning: PlainEarning
  private var points = PlainPoints()
  /// Of the present member: the latest visit, purchases and visits within the range, the balance.
  private var lastVisit = Int32.min
  private var bought = 0
  private var visited: Int64 = 0
  private var balance: Int64 = 0
  /// Whether they bought in the equal range just before, and the tier on the eve of the range, where another came after.
  private var wasActive = false
  private var eveTier = -1

  init(_ rules: CompiledRules, _ book: Book, _ range: PlainDays) {
    tierCount = rules.tiers.count
    totals = PlainTotals(tierCount: tierCount)
    self.range = range
    earning = PlainEarning(rules)
    quantities = ReceiptQuantities(book)
  }

  @inline(__always)
  mutating func begin(_ receipts: Range<Int>, _ days: DayColumn) {
    wasActive = range.hasEarlier(receipts, days)
    eveTier = -1
    lastVisit = .min
    bought = 0
    visited = 0
    balance = 0
    if earning.rates.isEmpty { points.begin(receipts) }
  }

  /// The receipts `stretch` on `tier`, and what expires on it, up to the start of `tick`.
  @inline(__always)
  mutating func add(_ stretch: Range<Int>, tier: Int, through tick: Int32, _ days: DayColumn, _ nets: NetColumn) {
    var split = stretch.lowerBound
    if !stretch.isEmpty && days.tick(split) < range.first {
      while split < stretch.upperBound && days.tick(split) < range.first { split += 1 }
      take(stretch.lowerBound..<split, isWithin: false, tier: tier, days, nets)
    }
    take(split..<stretch.upperBound, isWithin: true, tier: tier, days, nets)
    guard !earning.expiry.isEmpty else { return }
    let early = points.expire(before: min(range.first, tick + 1), by: earning, days)
    let late = points.expire(before: tick + 1, by: earning, days)
    balance -= early + late
    totals.cells[tier].expired += early
    totals.cells[tierCount + tier].expired += late
  }

  @inline(__always)
  private mutating func take(
    _ receipts: Range<Int>, isWithin: Bool, tier: Int, _ days: DayColumn, _ nets: NetColumn
  ) {
    guard !receipts.isEmpty else { return }
    var cell = PlainTotals.Cell()
    cell.purchases = Int64(receipts.count)
    (cell.spend, cell.visits) = paid(receipts, days, nets)
    if quantities.areKnown { for receipt in receipts { cell.quantity += quantities[receipt] } }
    if !earning.rates.isEmpty {
      cell.issued = issued(receipts, by: earning.rates[tier], nets)
    } else if earning.earns {
      (cell.issued, cell.capped) = points.issue(receipts, tier: tier, by: earning, days, nets)
    }
    balance += cell.issued
    if isWithin {
      bought += receipts.count
      visited += cell.visits
    }
    totals.cells[(isWithin ? tierCount : 0) + tier].add(cell)
  }

  @inline(__always)
  private func issued(_ receipts: Range<Int>, by rate: Rate, _ nets: NetColumn) -> Int64 {
    var issued: Int64 = 0
    for receipt in receipts {
      issued += rate.denominator.divide(Int64(nets[receipt]) &* rate.numerator &+ rate.addend).quotient
    }
    return issued
  }

  /// Spend and visits.
  @inline(__always)
  private mutating func paid(_ receipts: Range<Int>, _ days: DayColumn, _ nets: NetColumn) -> (Int64, Int64) {
    var (spend, visits) = (Int64(0), Int64(0))
    var last = lastVisit
    for receipt in receipts {
      let tick = days.tick(receipt)
      let net = Int64(nets[receipt])
      spend += net
      visits += net > 0 && tick != last ? 1 : 0
      last = net > 0 ? tick : last
    }
    lastVisit = last
    return (spend, visits)
  }

  /// The tier changes on `tick`.
  @inline(__always)
  mutating func change(from held: Int, to tier: Int, on tick: Int32) {
    let isWithin = tick >= range.first
    if isWithin && eveTier < 0 { eveTier = held }
    let place = (isWithin ? tierCount : 0) + held
    if tier > held { totals.cells[place].upgrades += 1 } else { totals.cells[place].downgrades += 1 }
  }

  /// The last tier of the member, by number in the book.
  @inline(__always)
  mutating func end(_ member: Int, tier: Int, joined: Bool) {
    if wasActive { totals.retention[eveTier < 0 ? tier : eveTier].count(bought > 0) }
    totals.stocks[tier].referrals += range.referrals(by: member)
    totals.stocks[tier].members += 1
    totals.stocks[tier].outstanding += balance
    totals.stocks[tier].active += bought > 0 ? 1 : 0
    totals.stocks[tier].repeating += visited > 1 ? 1 : 0
    totals.notYetJoined += joined ? 0 : 1
    totals.finalTiers.append(UInt8(truncatingIfNeeded: tier))
  }
}

import MemberBook
import Programme
import Quantities

/// Fills a vintage table with what the kernel tells.
struct VintageKeeper: ReplayObserver {
  private(set) var table: VintageTable
  /// By tick: the month, from the first in the data; the day before the data counts as that month.
  private let monthOf: [Int32]

  static var followsLots: Bool { true }

  /// For the days through tick `last`.
  init(_ timeline: Timeline, through last: Int) {
    let first = timeline.day(1)
    let day = max(timeline.day(last), first)
    table = VintageTable(from: first, months: VintageTable.monthCount(from: first, through: day))
    let from = first.components
    monthOf = (0...max(last, 1)).map { tick in
      let day = timeline.day(tick).components
      return Int32(clamping: max((day.year - from.year) * 12 + day.month - from.month, 0))
    }
  }

  private func vintage(earned tick: Int) -> Int { tick <= 0 ? 0 : Int(monthOf[tick]) + 1 }

  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
    let month = Int(monthOf[walk.tick])
    switch event {
    case .receipt(let receipt, let earned):
      guard earned.points > 0 else { return }
      table.issued[vintage(earned: walk.tick)] += earned.points
      table.sales[month] += receipt.net
    case .action(_, let earned, _): if earned.points > 0 { table.issued[vintage(earned: walk.tick)] += earned.points }
    case .opened(let points): table.issued[0] += points
    case .redeemed(let redemption):
      for part in redemption.parts {
        table.add(part.points, .redeemed, of: vintage(earned: Int(part.earned)), in: month)
      }
      if case .purchase = redemption.occasion { table.assumed += redemption.points }
    case .expired(_, let lots): lose(lots, .expired, in: month)
    case .clawback(let clawback):
      table.sales[month] += clawback.receipt.net
      lose(clawback.lots, .clawedBack, in: month)
    // Points that pay a debt were issued, and are gone at once.
    case .paid(let points, _): table.add(points, .clawedBack, of: vintage(earned: walk.tick), in: month)
    case .received(let transfer): lose(transfer.paidLots, .clawedBack, in: month)
    case .owed, .gave, .imported, .changed, .reviewed, .missed: break
    }
  }

  private mutating func lose(_ lots: [Lot], _ fate: VintageTable.Fate, in month: Int) {
    for lot in lots { table.add(lot.remaining, fate, of: vintage(earned: Int(lot.earned)), in: month) }
  }
}

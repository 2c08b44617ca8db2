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

  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState) {
    guard earned > 0 else { return }
    table.issued[vintage(earned: receipt.tick)] += earned
    table.sales[Int(monthOf[receipt.tick])] += receipt.net
  }

  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int) {
    table.sales[Int(monthOf[receipt.tick])] += receipt.net
  }

  mutating func redeemed(_ redemption: Redemption, from parts: [LotPart], tier: Int, walk: WalkState) {
    let month = Int(monthOf[redemption.occasion.tick])
    for part in parts { table.add(part.points, .redeemed, of: vintage(earned: Int(part.earned)), in: month) }
    if case .purchase = redemption.occasion { table.assumed += redemption.points }
  }

  mutating func owes(_ points: Int64, since receipt: ReceiptFacts, tier: Int) {}

  /// Points that pay a debt were issued, and are gone at once.
  mutating func paid(_ points: Int64, by occasion: Redemption.Occasion, tier: Int) {
    let tick = occasion.tick
    table.add(points, .clawedBack, of: vintage(earned: tick), in: Int(monthOf[tick]))
  }

  mutating func action(
    _ action: ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, walk: WalkState
  ) {
    if earned > 0 { table.issued[vintage(earned: action.tick)] += earned }
  }

  mutating func opened(_ points: Int64, tier: Int, walk: WalkState) { table.issued[0] += points }

  mutating func lost(_ lots: [Lot], tick: Int, _ cause: LotLoss) {
    let fate: VintageTable.Fate = cause == .expired ? .expired : .clawedBack
    for lot in lots { table.add(lot.remaining, fate, of: vintage(earned: Int(lot.earned)), in: Int(monthOf[tick])) }
  }

  mutating func expired(_ points: Int64, tick: Int, tier: Int) {}
  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {}
  mutating func imported(from: Int, to: Int, tick: Int, walk: WalkState) {}
  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {}
}

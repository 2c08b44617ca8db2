import MemberBook
import Quantities

/// Adds up members over their running sums, stretch by stretch: a stretch is a run of receipts on the same tier,
/// between two changes of a tier path.
struct RunningSumTally {
  private let range: AskedRange
  private let quantities: ReceiptQuantities
  private let earning: PurchaseEarning

  init(_ earning: PurchaseEarning, _ book: Book, _ range: AskedRange) {
    self.range = range
    self.earning = earning
    quantities = ReceiptQuantities(book)
  }

  /// Where the present member's receipts are divided, by place.
  private struct Places {
    /// The first receipt within the range.
    let firstInRange: Int
    /// The first receipt whose points have not expired.
    var oldestPoints = 0
  }

  /// Adds a member, by number in the book, whose tiers were `path`, to `totals` by tier.
  /// - Returns: the member's tier at the end of the range.
  func add(
    _ member: Int, _ sums: borrowing RunningSums, _ path: borrowing TierPath, to totals: inout TierTotalsSpan
  ) -> Int {
    var places = Places(firstInRange: sums.place(from: range.first))
    if earning.expires { earning.expire(&places.oldestPoints, at: range.first - 1, sums) }
    // Of the points that were issued before the range, what has not expired by then.
    let opening =
      earning.earns ? sums.issued(in: ReceiptWindow(start: places.oldestPoints, end: places.firstInRange)) : 0
    var stretch = ReceiptWindow()
    // The tier when the range began is known once it changes within the range: -1 until then.
    var (tier, tierBefore) = (0, -1)
    for index in 0..<path.count {
      let change = path[index]
      stretch.end = change.receipts
      add(stretch, of: sums, through: change.tick, &places, to: &totals[tier].flow)
      if change.tick >= range.first {
        tierBefore = tierBefore < 0 ? tier : tierBefore
        totals[tier].flow.move(from: tier, to: Int(change.tier))
      }
      (tier, stretch.start) = (Int(change.tier), change.receipts)
    }
    stretch.end = sums.count
    add(stretch, of: sums, through: range.last, &places, to: &totals[tier].flow)
    tierBefore = tierBefore < 0 ? tier : tierBefore
    let activity = sums.activity(from: places.firstInRange)
    totals[tierBefore].opening += opening
    if range.wasActiveEarlier(sums) { totals[tierBefore].retention.count(activity.isActive) }
    totals[tier].stock[.members] += 1
    totals[tier].stock[.active] += activity.isActive ? 1 : 0
    totals[tier].stock[.repeating] += activity.isRepeating ? 1 : 0
    totals[tier].stock[.referrals] += range.referrals(by: member)
    if earning.earns {
      let outstanding = ReceiptWindow(start: places.oldestPoints, end: sums.count)
      totals[tier].stock[.outstanding] += sums.issued(in: outstanding)
    }
    return tier
  }

  /// Adds a stretch, as far as it lies within the range, and the points that expire up to the start of `tick`.
  @inline(__always)
  private func add(
    _ stretch: ReceiptWindow, of sums: borrowing RunningSums, through tick: Int32, _ places: inout Places,
    to flow: inout PurchaseFlow
  ) {
    let receipts = ReceiptWindow(start: max(stretch.start, places.firstInRange), end: stretch.end)
    if receipts.end > receipts.start {
      flow.buy(receipts, sums, quantities)
      if earning.earns { flow.issued += sums.issued(in: receipts) }
      if earning.isCapped { flow.capped += sums.capped(in: receipts) }
    }
    if earning.expires {
      let held = places.oldestPoints
      earning.expire(&places.oldestPoints, at: tick, sums)
      flow.expired += sums.issued(in: ReceiptWindow(start: held, end: places.oldestPoints))
    }
  }
}

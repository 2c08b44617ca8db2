import Programme
import Quantities

// Lots: how they come, go with time, and are taken back by returns.

extension ReferenceMember {
  /// A purchase of net > 0.
  mutating func earn(_ receipt: ReferenceReceipt, at index: Int) {
    let points = pointsIssued(by: receipt)
    issued[index] = points
    today.issued += points
    addLot(points, on: receipt.day)
  }

  mutating func addLot(_ points: Int64, on day: Day) {
    // What earns no points makes no lot.
    guard points > 0, let policy = rules.points else { return }
    let release = policy.pending.map { referenceDay(day, plus: $0) } ?? day
    lots.append(
      ReferenceLot(earned: day, release: release, expiry: expiry(of: day, policy.expire), remaining: points))
  }

  func expiry(of day: Day, _ rule: PointsExpiry) -> Day? {
    switch rule {
    case .afterEarning(let length): referenceDay(day, plus: length)
    case .calendarYearEnd(let extraYear): firstOfJanuary(day.components.year + (extraYear ? 2 : 1))
    case .never, .inactivity: nil
    }
  }

  /// At the start of `day`: a lot goes on its expiry day, released or not; under `inactivity` all go together.
  mutating func expireLots(on day: Day) {
    var allGone = false
    if case .inactivity(let length) = rules.points?.expire, let lastPurchase {
      allGone = day >= referenceDay(lastPurchase, plus: length)
      if allGone { self.lastPurchase = nil }
    }
    for index in lots.indices {
      let isDue = lots[index].expiry.map { $0 <= day } ?? false
      guard allGone || isDue else { continue }
      today.expired += lots[index].remaining
      lots[index].remaining = 0
    }
  }

  /// A return: what it claims is taken from the lots in spending order; what they cannot cover is waived.
  mutating func clawBack(_ receipt: ReferenceReceipt, at index: Int) {
    guard let policy = rules.points else { return }
    var claim: Int64
    if let original = receipt.original, original < index, receipts[original].amount > 0 {
      // In proportion to the original's points, in all never more than they were, waived ones included.
      let share = Fraction(issued[original]) * Fraction(-receipt.amount) / Fraction(receipts[original].amount)
      claim = min(share.rounded(policy.rounding), issued[original] - claimed[original])
      claimed[original] += claim
    } else {
      claim = points(of: receipt, sign: -1)
    }
    for lot in spendingOrder() {
      let taken = min(claim, lots[lot].remaining)
      lots[lot].remaining -= taken
      claim -= taken
      clawedBack[index] += taken
    }
    today.clawedBack += clawedBack[index]
    today.waived += claim
  }

  /// First what expires first (what has no fixed day comes last), then the oldest, then the first created.
  func spendingOrder() -> [Int] {
    lots.indices.sorted { one, other in
      let (a, b) = (lots[one], lots[other])
      let (early, late) = (a.expiry ?? .distantFuture, b.expiry ?? .distantFuture)
      if early != late { return early < late }
      return a.earned != b.earned ? a.earned < b.earned : one < other
    }
  }
}

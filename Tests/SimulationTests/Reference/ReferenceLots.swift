import Programme
import Quantities

// Lots: how they come, go with time, and are taken back by returns (rules P6 to P8).

extension ReferenceMember {
  /// A purchase of net > 0.
  mutating func earn(_ receipt: ReferenceReceipt, at index: Int) {
    let points = pointsIssued(by: receipt)
    issued[index] = points
    // Capped by what was issued.
    qualifying[index] = min(points, self.points(of: receipt, sign: 1, qualifying: true))
    today.issued += points
    let paid = payDebt(with: points)
    counted[index] = qualifying[index] - paid.qualifying
    addLot(points - paid.all, on: receipt.day)
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

  /// At the start of `day`: a lot goes on its expiry day, released or not; under `inactivity` all that have no day of
  /// their own go together.
  mutating func expireLots(on day: Day) {
    var allGone = false
    if case .inactivity(let length) = rules.points?.expire, let lastPurchase {
      allGone = day >= referenceDay(lastPurchase, plus: length)
      if allGone { self.lastPurchase = nil }
    }
    for index in lots.indices {
      let isDue = lots[index].expiry.map { $0 <= day } ?? false
      guard isDue || (allGone && lots[index].expiry == nil) else { continue }
      today.expired += lots[index].remaining
      lots[index].remaining = 0
    }
  }

  /// A return: what it claims is taken from the lots in spending order; what they cannot cover is waived.
  mutating func clawBack(_ receipt: ReferenceReceipt, at index: Int) {
    guard let policy = rules.points else { return }
    var claim: Int64
    let qualifyingClaim: Int64
    if let original = receipt.original, original < index, receipts[original].amount > 0 {
      // In proportion to the original's points, in all never more than they were, waived ones included.
      let share = Fraction(issued[original]) * Fraction(-receipt.amount) / Fraction(receipts[original].amount)
      claim = min(share.rounded(policy.rounding), issued[original] - claimed[original])
      claimed[original] += claim
      // In the same proportion of those that qualify, in all never more than those.
      let same = Fraction(qualifying[original]) * Fraction(-receipt.amount) / Fraction(receipts[original].amount)
      qualifyingClaim = min(claim, same.rounded(policy.rounding), qualifying[original] - qualifyingClaimed[original])
      qualifyingClaimed[original] += qualifyingClaim
    } else {
      claim = points(of: receipt, sign: -1)
      qualifyingClaim = min(claim, points(of: receipt, sign: -1, qualifying: true))
    }
    for lot in spendingOrder() {
      let taken = min(claim, lots[lot].remaining)
      lots[lot].remaining -= taken
      claim -= taken
      clawedBack[index] += taken
    }
    today.clawedBack += clawedBack[index]
    // What was not there is waived, or owed until points that are issued later pay it.
    counted[index] = -min(qualifyingClaim, clawedBack[index])
    if policy.debt == .waive {
      today.waived += claim
    } else {
      owed += claim
      qualifyingOwed += qualifyingClaim + counted[index]
    }
  }

  /// Issued points pay what is owed before anything else, and are clawed back by that.
  mutating func payDebt(with points: Int64) -> (all: Int64, qualifying: Int64) {
    let all = min(points, owed)
    let qualifying = min(all, qualifyingOwed)
    owed -= all
    qualifyingOwed -= qualifying
    today.clawedBack += all
    return (all, qualifying)
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

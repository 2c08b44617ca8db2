import Programme
import Quantities

// How many points an amount is worth: the exact product, rounded once a receipt (rules P1 to P4).

extension ReferenceMember {
  /// What a purchase of net > 0 issues: its points, less what the cap of its calendar period leaves out.
  func pointsIssued(by receipt: ReferenceReceipt) -> Int64 {
    capped(points(of: receipt, sign: 1), on: receipt.day)
  }

  /// What the cap of the calendar period of `day` leaves of `points`, after everything processed so far.
  func capped(_ points: Int64, on day: Day) -> Int64 {
    guard let cap = rules.points?.cap else { return points }
    var soFar: Int64 = 0
    for index in 0..<processed where share(cap.period, receipts[index].day, day) { soFar += issued[index] }
    for index in 0..<actionsDone where share(cap.period, actions[index].day, day) { soFar += issuedByAction[index] }
    // Returns free nothing, so what was clawed back still counts.
    return min(points, max(0, cap.points.count - soFar))
  }

  /// Magnitude × the rate, tier and bonuses in force on the receipt's day; `sign` is -1 for a return. No cap. With
  /// `qualifying` without the bonuses that are to be spent only.
  func points(of receipt: ReferenceReceipt, sign: Int64, qualifying: Bool = false) -> Int64 {
    guard let policy = rules.points, let rate = inForce(policy.earn, on: receipt.day) else { return 0 }
    let net = sign * receipt.amount
    precondition(net > 0)
    var weighted = Fraction(0)
    for line in receipt.lines {
      weighted = weighted + Fraction(sign * line.amount) * multiplier(receipt, line, policy, qualifying)
    }
    let exact: Fraction
    if rate.wholeSteps {
      let steps = Fraction(net / rate.per.minor)
      exact = steps * Fraction(rate.points) * weighted / Fraction(net)
    } else {
      exact = weighted * Fraction(rate.points) / Fraction(rate.per.minor)
    }
    // Lines below 0 under a bonus can outweigh the rest; points never go below 0.
    return exact < Fraction(0) ? 0 : exact.rounded(policy.rounding)
  }

  /// The stacked multiplier of a line: the tier's, and every bonus whose condition holds.
  private func multiplier(
    _ receipt: ReferenceReceipt, _ line: ReferenceLine, _ policy: PointsPolicy, _ qualifying: Bool
  ) -> Fraction {
    // A tier without an entry in the policy multiplies by 1.
    let entry = policy.tiers.first { $0.name == rules.ladder.tiers[tier].name }
    var factors = [Fraction(entry.flatMap { inForce($0.earn, on: receipt.day) }?.factor ?? .one)]
    for bonus in policy.bonuses where !qualifying || bonus.qualifies == .yes {
      guard let condition = bonus.when, meets(condition, receipt, line, by: self) else { continue }
      factors.append(Fraction(inForce(bonus.earn, on: receipt.day)?.factor ?? .one))
    }
    switch policy.stacking {
    case .multiply: return factors.reduce(Fraction(1), *)
    case .add:
      let sum = factors.reduce(Fraction(1)) { $0 + $1 - Fraction(1) }
      return sum < Fraction(0) ? Fraction(0) : sum
    case .highest: return factors.reduce(Fraction(0)) { $0 < $1 ? $1 : $0 }
    }
  }
}

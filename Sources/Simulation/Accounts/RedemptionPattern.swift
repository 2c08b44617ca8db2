/// How redemption develops with a vintage's age, over all vintages.
struct RedemptionPattern {
  /// By age: the factor to the next age; nil where no vintage shows it.
  private var factors: [Double?] = []
  /// By age: what is redeemed at that age, as a share of the vintage's points; nil where no vintage shows it.
  private var shares: [Double?] = []
  /// Vintages with points that were seen through their last age.
  private(set) var endedCount = 0

  /// Of the first `complete` months, with the points that vintages have by `month`.
  init(_ vintages: CumulativeVintages, lastAges: [Int?], complete: Int, by month: Int) {
    for earned in 0..<max(complete, 0) {
      guard let last = lastAges[earned], vintages.netIssued(earned + 1, by: month) > 0 else { continue }
      if earned + last < complete { endedCount += 1 }
    }
    let oldest = min(complete - 1, lastAges.prefix(max(complete, 0)).compactMap(\.self).max() ?? -1)
    guard oldest >= 0 else { return }
    for age in 0...oldest {
      // Σ C(i, j + 1), Σ C(i, j), Σ ΔC(i, j), Σ points: at most all points ever issued.
      var (next, present, added, points) = (Int64(0), Int64(0), Int64(0), Int64(0))
      for earned in 0..<(complete - age) {
        guard let last = lastAges[earned], last >= age else { continue }
        let now = vintages.redeemed(earned + 1, by: earned + age)
        added += now - (age > 0 ? vintages.redeemed(earned + 1, by: earned + age - 1) : 0)
        points += vintages.netIssued(earned + 1, by: month)
        guard earned + age + 1 < complete, last > age else { continue }
        next += vintages.redeemed(earned + 1, by: earned + age + 1)
        present += now
      }
      factors.append(present > 0 ? Double(next) / Double(present) : nil)
      shares.append(points > 0 ? Double(added) / Double(points) : nil)
    }
  }

  /// What is redeemed in the end of a vintage that has not ended; nil where the later ages were never seen.
  func ultimate(
    of vintage: Int, _ vintages: CumulativeVintages, _ lastAges: [Int?], _ complete: Int, by month: Int
  ) -> (points: Double, basis: UltimateRedemption.Basis)? {
    let points = Double(vintages.netIssued(vintage, by: month))
    // How old the points from before the data are is not known: they count as just earned.
    guard vintage > 0 else {
      guard let last = lastAges.first.flatMap(\.self) else { return nil }
      return later(than: -1, to: last).map { (points * $0, .pattern) }
    }
    let earned = vintage - 1
    guard let last = lastAges[earned] else { return nil }
    let age = min(complete - 1 - earned, last)
    let redeemed = age >= 0 ? vintages.redeemed(vintage, by: earned + age) : 0
    if redeemed > 0, let factor = development(from: age, to: last) { return (Double(redeemed) * factor, .developed) }
    return later(than: age, to: last).map { (Double(redeemed) + points * $0, .pattern) }
  }

  private func development(from age: Int, to last: Int) -> Double? {
    guard age < last else { return 1 }
    guard last <= factors.count else { return nil }
    var product = 1.0
    for factor in factors[age..<last] {
      guard let factor else { return nil }
      product *= factor
    }
    return product
  }

  /// The share of the points that is redeemed at the ages after `age`.
  private func later(than age: Int, to last: Int) -> Double? {
    guard age < last else { return 0 }
    guard last < shares.count else { return nil }
    var sum = 0.0
    for share in shares[(age + 1)...last] {
      guard let share else { return nil }
      sum += share
    }
    return sum
  }
}

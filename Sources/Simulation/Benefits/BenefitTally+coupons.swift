/// Coupons along a member's way.
extension BenefitTally {
  /// A coupon of the present member whose redemptions the data say.
  struct Issue {
    let coupon: Int
    let tick: Int
    let tier: Int
    var isRedeemed = false
  }

  /// The first tick of which a coupon counts: those handed out before are gone at the end of the range.
  static func firstIssue(_ compiled: CompiledBenefits, ticks: ClosedRange<Int>) -> Int {
    let earliest = compiled.coupons.map { coupon in
      coupon.isReal ? 1 : coupon.expiry.indices.first { Int(coupon.expiry[$0]) > ticks.upperBound } ?? ticks.lowerBound
    }
    return max(min(earliest.min() ?? ticks.lowerBound, ticks.lowerBound), 1)
  }

  func issue(_ place: Int, tick: Int, tier: Int) {
    let coupon = compiled.coupons[place]
    if tick >= first { coupons[place * tierCount + tier][.issued] += 1 }
    guard !coupon.isReal else { return issues.append(Issue(coupon: place, tick: tick, tier: tier)) }
    if tick >= first { count(coupon.units(spend: spent, purchases: purchases), coupon.entry, tick: tick, tier: tier) }
    if Int(coupon.expiry[tick]) > last { coupons[place * tierCount + tier][.open] += 1 }
  }

  /// The redemptions of the data on the days before `end` that were not counted yet, at the present tier.
  func countRedemptions(until end: Int) {
    for place in compiled.coupons.indices {
      let all = compiled.coupons[place].redemptions[member] ?? []
      while redeemed[place] < all.count, all[redeemed[place]].tick < end {
        let redemption = all[redeemed[place]]
        redeemed[place] += 1
        guard redemption.tick >= first, redemption.tick <= last else { continue }
        coupons[place * tierCount + tier][.redeemed] += 1
        count(redemption.units, compiled.coupons[place].entry, tick: redemption.tick, tier: tier)
      }
    }
  }

  /// What is open of coupons whose redemptions the data say: each redemption is of the oldest that it can be of.
  func settleIssues() {
    guard !issues.isEmpty else { return }
    issues.sort { ($0.coupon, $0.tick) < ($1.coupon, $1.tick) }
    for place in compiled.coupons.indices {
      let expiry = compiled.coupons[place].expiry
      for redemption in compiled.coupons[place].redemptions[member] ?? [] where redemption.tick <= last {
        let found = issues.firstIndex {
          $0.coupon == place && !$0.isRedeemed && $0.tick <= redemption.tick
            && Int(expiry[$0.tick]) > redemption.tick
        }
        if let found { issues[found].isRedeemed = true }
      }
    }
    for issue in issues where !issue.isRedeemed && Int(compiled.coupons[issue.coupon].expiry[issue.tick]) > last {
      coupons[issue.coupon * tierCount + issue.tier][.open] += 1
    }
  }

  // MARK: lapses

  /// The lapses before `end` of a member who has not bought since, at the present tier.
  func countLapses(until end: Int) {
    guard lastBought > 0 else { return }
    for (place, (entry, ticks)) in compiled.byLapse.enumerated() where !hasLapsed[place] {
      let due = Int(ticks[lastBought])
      guard due < end, due <= last else { continue }
      hasLapsed[place] = true
      if due >= from { add(1, entry, tick: due, tier: tier) }
    }
  }

  /// A purchase ends what was a lapse, and begins the wait for the next.
  func noteBuying(on tick: Int, net: Int64) {
    guard PurchaseRule.isPurchase(net: net) else { return }
    countLapses(until: tick + 1)
    lastBought = tick
    for place in hasLapsed.indices { hasLapsed[place] = false }
    spent += net
    purchases += 1
  }
}

/// What a replay over running sums found of some members.
struct RunningSumTotals {
  /// By tier.
  var tiers: [TierTotals]
  /// Members without a receipt until the end of the range.
  var notYetJoined: Int64 = 0
  /// By member, in the order of the book: the tier at the end of the range; empty where that is of no interest.
  var finalTiers: [UInt8] = []

  init(tierCount: Int) { tiers = [TierTotals](repeating: TierTotals(), count: tierCount) }
}

extension Outcome {
  /// Adds what was found of members who come after those that are in it, and whose gross margin is `margin` millionths.
  mutating func add(_ totals: RunningSumTotals, margin: Int64?) {
    for (tier, found) in totals.tiers.enumerated() {
      add(found.flow, to: tier, margin: margin)
      stocks[tier].add(found.stock)
      inGroups[0][.active] += found.stock[.active]
      retention[tier].add(found.retention)
      self.totals[.opening] += found.opening
    }
    self.totals[.notYetJoined] += totals.notYetJoined
    finalTiers += totals.finalTiers
  }

  private mutating func add(_ flow: PurchaseFlow, to tier: Int, margin: Int64?) {
    flows[tier][.purchases] += flow.purchases
    flows[tier][.visits] += flow.visits
    flows[tier][.spend] += flow.spend
    flows[tier][.quantity] += flow.quantity
    flows[tier][.issued] += flow.issued
    flows[tier][.capped] += flow.capped
    flows[tier][.expired] += flow.expired
    flows[tier][.upgrades] += flow.upgrades
    flows[tier][.downgrades] += flow.downgrades
    if let margin { gross[tier] += Int128(flow.spend) * Int128(margin) }
  }
}

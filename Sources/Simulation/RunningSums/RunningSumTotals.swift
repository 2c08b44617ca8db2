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
      flows[tier].add(found.flow, margin: margin)
      stocks[tier].add(found.stock)
      activeInGroup[0] += found.stock.active
      retention[tier].add(found.retention)
      opening += found.opening
    }
    notYetJoined += totals.notYetJoined
    finalTiers += totals.finalTiers
  }
}

extension Flow {
  fileprivate mutating func add(_ flow: PurchaseFlow, margin: Int64?) {
    purchases += flow.purchases
    visits += flow.visits
    spend += flow.spend
    quantity += flow.quantity
    issued += flow.issued
    capped += flow.capped
    expired += flow.expired
    upgrades += flow.upgrades
    downgrades += flow.downgrades
    if let margin { gross += Int128(flow.spend) * Int128(margin) }
  }
}

import Quantities

extension Metric {
  private static let everywhere: Set<Split> = [.tier, .month, .store, .channel]
  private static let onReceipts: Set<Split> = [.tier, .month, .store, .channel, .category]

  /// Every metric of a replay. A new one is one entry here.
  public static let all: [Metric] = [
    Metric("members", .count, "Members at the end of the range", by: [.tier]) { .count($0.stock.members) },
    Metric("share", .share, "Members at the end of the range as a share of all members", by: [.tier]) {
      .share(part: $0.stock.members, whole: $0.members)
    },
    Metric("active", .count, "Members with a purchase in the range; by tier, the tier at its end", by: onReceipts) {
      .count($0.active)
    },
    Metric(
      "repeat_rate", .share, "Members with purchases on two days or more, as a share of those with any", by: [.tier]
    ) { .share(part: $0.stock.repeating, whole: $0.stock.active) },
    Metric("purchases", .count, "Receipts of 0 or more", by: onReceipts) { .count($0.flow.purchases) },
    Metric("returns", .count, "Receipts of less than 0", by: onReceipts) { .count($0.flow.returns) },
    Metric(
      "visits", .count,
      "Days on which a member's receipts come to more than 0, in the row of the receipt that made them so",
      by: [.tier, .month]
    ) {
      .count($0.flow.visits)
    },
    Metric("spend", .money, "Net amount paid, returns included", by: onReceipts) {
      .money(Money(minor: $0.flow.spend))
    },
    Metric("basket", .money, "Spend ÷ purchases (客单价)", by: onReceipts) {
      .average(Money(minor: $0.flow.spend), per: $0.flow.purchases)
    },
    Metric("items_per_purchase", .count, "Pieces ÷ purchases (连带率)", by: onReceipts) {
      .quotient($0.flow.quantity, over: $0.flow.purchases * 1000)
    },
    Metric("points_opening", .points, "Points outstanding before the range", by: []) { .points($0.opening) },
    Metric("points_issued", .points, "Points earned in the range, after rounding and cap", by: everywhere) {
      .points($0.flow.issued)
    },
    Metric("points_redeemed", .points, "Points spent in the range", by: everywhere) { _ in .points(0) },
    Metric("points_clawed_back", .points, "Points that returns took back", by: everywhere) {
      .points($0.flow.clawedBack)
    },
    Metric("points_waived", .points, "Points that returns should have taken back and that were gone", by: everywhere) {
      .points($0.flow.waived)
    },
    Metric("points_capped", .points, "Points that the cap kept from being issued", by: everywhere) {
      .points($0.flow.capped)
    },
    Metric("points_expired", .points, "Points that expired in the range", by: [.tier, .month]) {
      .points($0.flow.expired)
    },
    Metric("points_outstanding", .points, "Points that members hold at the end of the range", by: [.tier]) {
      .points($0.stock.outstanding)
    },
    Metric("upgrades", .count, "Changes to a higher tier, in the row of the tier left", by: [.tier, .month]) {
      .count($0.flow.upgrades)
    },
    Metric("downgrades", .count, "Changes to a lower tier, in the row of the tier left", by: [.tier, .month]) {
      .count($0.flow.downgrades)
    },
    Metric(
      "vip_share", .share, "Spend on tiers above the entry tier as a share of all sales, walk-ins included",
      by: [.month, .store, .channel]
    ) { .share(part: $0.vipSpend, whole: $0.flow.spend + $0.walkInSpend) },
    Metric("usage", .share, "Sales with a member as a share of all sales (用卡率)", by: [.month, .store, .channel]) {
      .share(part: $0.flow.spend, whole: $0.flow.spend + $0.walkInSpend)
    },
    Metric(
      "benefit_cost", .money,
      "What benefits cost: discounts, gifts and services, whatever would have been bought anyway",
      by: [.tier, .month]
    ) { .money(Money(minor: $0.benefitCost)) },
    Metric("points_cost", .money, "Points redeemed × what a point costs", by: [.tier, .month]) {
      .money(Money(minor: $0.pointsCost))
    },
    Metric("programme_cost", .money, "Benefit cost and points cost", by: [.tier, .month]) {
      .money(Money(minor: $0.benefitCost + $0.pointsCost))
    },
    Metric(
      "margin", .money, "What is left of the spend after the goods, less the programme's cost", by: [.tier, .month]
    ) { slice in
      guard slice.costing.knowsMargin else { return .unknown }
      let gross = rounded(slice.flow.gross, 1_000_000)
      return .money(Money(minor: gross - slice.benefitCost - slice.pointsCost))
    },
    Metric("liability", .money, "Points outstanding × what a point costs", by: [.tier]) { slice in
      slice.costing.cost(ofPoints: slice.stock.outstanding).map { .money(Money(minor: $0)) } ?? .unknown
    },
  ]

  public static let margin = all.first { $0.name == "margin" } ?? all[0]
  public static let liability = all.first { $0.name == "liability" } ?? all[0]

  public static func named(_ name: String) -> Metric? { all.first { $0.name == name } }
}

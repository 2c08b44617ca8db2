import Messages
import Programme
import Quantities

extension Metric {
  private static let everywhere: Set<Split> = [.tier, .month, .store, .channel]
  private static let onReceipts: Set<Split> = [.tier, .month, .store, .channel, .category]

  public static let all = ofReplay + ofAccounts

  /// Every metric of a replay, but for those of accounts. A new one is one entry here.
  private static let ofReplay: [Metric] = [
    Metric(.members, by: [.tier]) { .count($0.stock.members) },
    Metric(.share, by: [.tier]) {
      .share(part: $0.stock.members, whole: $0.members)
    },
    Metric(.active, by: onReceipts, countsMembers: true) { .count($0.active) },
    Metric(.repeatRate, by: onReceipts, countsMembers: true) { .share(part: $0.repeating, whole: $0.active) },
    Metric(.retention, by: onReceipts, countsMembers: true) {
      .share(part: $0.retention.kept, whole: $0.retention.before)
    },
    Metric(.churn, by: onReceipts, countsMembers: true) {
      .share(part: $0.retention.before - $0.retention.kept, whole: $0.retention.before)
    },
    Metric(.referralsPerMember, by: [.tier, .month], countsMembers: true) { slice in
      slice.referrals.map { .quotient($0, over: slice.active) } ?? .unknown
    },
    Metric(.purchases, by: onReceipts) { .count($0.flow.purchases) },
    Metric(.returns, by: onReceipts) { .count($0.flow.returns) },
    Metric(.visits, by: [.tier, .month]) {
      .count($0.flow.visits)
    },
    Metric(.spend, by: onReceipts) {
      .money(Money(minor: $0.flow.spend))
    },
    Metric(.basket, by: onReceipts) {
      .average(Money(minor: $0.flow.spend), per: $0.flow.purchases)
    },
    Metric(.itemsPerPurchase, by: onReceipts) {
      // Without a column of quantities there are none.
      $0.flow.quantity == 0 ? .unknown : .quotient($0.flow.quantity, over: $0.flow.purchases * 1000)
    },
    Metric(.pointsOpening, by: []) { .points($0.opening) },
    Metric(.pointsIssued, by: everywhere) {
      .points($0.flow.issued)
    },
    Metric(.pointsRedeemed, by: everywhere) {
      .points($0.flow.redeemed)
    },
    Metric(.pointsTransferredIn, by: [.tier, .month]) {
      .points($0.flow.transferredIn)
    },
    Metric(.pointsTransferredOut, by: [.tier, .month]) {
      .points($0.flow.transferredOut)
    },
    Metric(.transfersRefused, by: [.tier, .month]) {
      .count($0.flow.refused)
    },
    Metric(.redemptionRate, by: [.tier, .month]) {
      .share(part: $0.flow.redeemed, whole: $0.flow.redeemed + $0.flow.expired)
    },
    Metric(.pointsClawedBack, by: everywhere) {
      .points($0.flow.clawedBack)
    },
    Metric(.pointsWaived, by: everywhere) {
      .points($0.flow.waived)
    },
    Metric(.pointsOwed, by: [.tier]) {
      .points($0.stock.owed)
    },
    Metric(.pointsCapped, by: everywhere) {
      .points($0.flow.capped)
    },
    Metric(.pointsExpired, by: [.tier, .month]) {
      .points($0.flow.expired)
    },
    Metric(.pointsOutstanding, by: [.tier]) {
      .points($0.stock.outstanding)
    },
    Metric(.upgrades, by: [.tier, .month]) {
      .count($0.flow.upgrades)
    },
    Metric(.downgrades, by: [.tier, .month]) {
      .count($0.flow.downgrades)
    },
    Metric(.vipShare, by: [.month, .store, .channel, .category]) {
      .share(part: $0.vipSpend, whole: $0.flow.spend + $0.walkInSpend)
    },
    Metric(.usage, by: [.month, .store, .channel, .category]) {
      .share(part: $0.flow.spend, whole: $0.flow.spend + $0.walkInSpend)
    },
    Metric(.benefitCost, by: [.tier, .month]) { .money(Money(minor: $0.benefitCost)) },
    Metric(.pointsCost, by: [.tier, .month]) { slice in
      slice.pointsCost.map { .money(Money(minor: $0)) } ?? .unknown
    },
    Metric(.programmeCost, by: [.tier, .month]) { slice in
      slice.programmeCost.map { .money(Money(minor: $0)) } ?? .unknown
    },
    Metric(.margin, by: [.tier, .month]) { slice in
      guard slice.costing.knowsMargin, let cost = slice.programmeCost else { return .unknown }
      let gross = rounded(slice.flow.gross, 1_000_000)
      return .money(Money(minor: gross - cost))
    },
    Metric(.budgetLeft, by: []) { slice in
      guard let budget = slice.budget, let pointsCost = slice.pointsCost else { return .unknown }
      return slice.costing.left(of: budget, slice.benefitCost, pointsCost).map { .money($0) } ?? .unknown
    },
    Metric(.goalsMissed, by: []) { slice in
      guard let goal = slice.goal else { return .unknown }
      return .count(Int64(goal.count { $0.isReached != true }))
    },
    Metric(.membershipFees, by: []) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.fees.minor })) },
    Metric(.membershipRevenue, by: []) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.revenue.minor })) },
    Metric(.membershipDeferred, by: []) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.deferred.minor })) },
    Metric(.couponExposure, by: []) { .money($0.couponExposure) },
  ]

  public static let margin = all.first { $0.name == "margin" } ?? all[0]
  public static let liability = all.first { $0.name == "liability" } ?? all[0]

  /// By its name, or by what stands for it in Chinese.
  public static func named(_ name: String) -> Metric? { byName[name] }

  private static let byName = Dictionary(
    all.flatMap { metric in ([metric.name] + metric.aliases.flatMap(\.forms)).map { ($0, metric) } }
  ) { first, _ in first }
}

import Messages
public import Programme
import Quantities

extension Metric {
  /// How each is computed. A new one is one entry here.
  public init(_ name: MetricName) {
    switch name {
    case .members:
      self.init(name, by: [.tier]) { .count($0.stock[.members]) }
    case .share:
      self.init(name, by: [.tier]) { .share(part: $0.stock[.members], whole: $0.members) }
    case .active:
      self.init(name, by: .onReceipts) { .count($0.people[.active]) }
    case .repeatRate:
      self.init(name, by: .onReceipts) { .share(part: $0.people[.repeating], whole: $0.people[.active]) }
    case .retention:
      self.init(name, by: .onReceipts) { .share(part: $0.retention[.kept], whole: $0.retention[.before]) }
    case .churn:
      self.init(name, by: .onReceipts) {
        .share(part: $0.retention[.before] - $0.retention[.kept], whole: $0.retention[.before])
      }
    case .referralsPerMember:
      self.init(name, by: [.tier, .month]) { part in
        part.referrals.map { .quotient($0, over: part.people[.active]) } ?? .unknown
      }
    case .purchases:
      self.init(name, by: .onReceipts) { .count($0.flow[.purchases]) }
    case .returns:
      self.init(name, by: .onReceipts) { .count($0.flow[.returns]) }
    case .visits:
      self.init(name, by: [.tier, .month]) { .count($0.flow[.visits]) }
    case .spend:
      self.init(name, by: .onReceipts) { .money(Money(minor: $0.flow[.spend])) }
    case .basket:
      self.init(name, by: .onReceipts) { .average(Money(minor: $0.flow[.spend]), per: $0.flow[.purchases]) }
    case .itemsPerPurchase:
      self.init(name, by: .onReceipts) {
        // Without a column of quantities there are none.
        $0.flow[.quantity] == 0 ? .unknown : .quotient($0.flow[.quantity], over: $0.flow[.purchases] * 1000)
      }
    case .pointsOpening:
      self.init(name, by: []) { .points($0.opening) }
    case .pointsIssued:
      self.init(name, by: .everywhere) { .points($0.flow[.issued]) }
    case .pointsRedeemed:
      self.init(name, by: .everywhere) { .points($0.flow[.redeemed]) }
    case .pointsTransferredIn:
      self.init(name, by: [.tier, .month]) { .points($0.flow[.transferredIn]) }
    case .pointsTransferredOut:
      self.init(name, by: [.tier, .month]) { .points($0.flow[.transferredOut]) }
    case .transfersRefused:
      self.init(name, by: [.tier, .month]) { .count($0.flow[.refused]) }
    case .redemptionRate:
      self.init(name, by: [.tier, .month]) {
        .share(part: $0.flow[.redeemed], whole: $0.flow[.redeemed] + $0.flow[.expired])
      }
    case .pointsClawedBack:
      self.init(name, by: .everywhere) { .points($0.flow[.clawedBack]) }
    case .pointsWaived:
      self.init(name, by: .everywhere) { .points($0.flow[.waived]) }
    case .pointsOwed:
      self.init(name, by: [.tier]) { .points($0.stock[.owed]) }
    case .pointsCapped:
      self.init(name, by: .everywhere) { .points($0.flow[.capped]) }
    case .pointsExpired:
      self.init(name, by: [.tier, .month]) { .points($0.flow[.expired]) }
    case .pointsOutstanding:
      self.init(name, by: [.tier]) { .points($0.stock[.outstanding]) }
    case .upgrades:
      self.init(name, by: [.tier, .month]) { .count($0.flow[.upgrades]) }
    case .downgrades:
      self.init(name, by: [.tier, .month]) { .count($0.flow[.downgrades]) }
    case .vipShare:
      self.init(name, by: [.month, .store, .channel, .category]) {
        .share(part: $0.vipSpend, whole: $0.flow[.spend] + $0.walkInSpend)
      }
    case .usage:
      self.init(name, by: [.month, .store, .channel, .category]) {
        .share(part: $0.flow[.spend], whole: $0.flow[.spend] + $0.walkInSpend)
      }
    case .benefitCost:
      self.init(name, by: [.tier, .month]) { .money(Money(minor: $0.askedBenefitCost)) }
    case .pointsCost:
      self.init(name, by: [.tier, .month]) { part in
        part.pointsCost.map { .money(Money(minor: $0)) } ?? .unknown
      }
    case .programmeCost:
      self.init(name, by: [.tier, .month]) { part in
        part.programmeCost.map { .money(Money(minor: $0)) } ?? .unknown
      }
    case .margin:
      self.init(name, by: [.tier, .month]) { part in
        guard part.costing.knowsMargin, let cost = part.programmeCost else { return .unknown }
        let gross = rounded(part.gross, 1_000_000)
        return .money(Money(minor: gross - cost))
      }
    case .budgetLeft:
      self.init(name, by: []) { part in
        guard let budget = part.budget, let pointsCost = part.pointsCost else { return .unknown }
        return part.costing.left(of: budget, part.benefitCost, pointsCost).map { .money($0) } ?? .unknown
      }
    case .goalsMissed:
      self.init(name, by: []) { part in
        guard let goal = part.goal else { return .unknown }
        return .count(Int64(goal.count { $0.isReached != true }))
      }
    case .membershipFees:
      self.init(name, by: []) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.fees.minor })) }
    case .membershipRevenue:
      self.init(name, by: []) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.revenue.minor })) }
    case .membershipDeferred:
      self.init(name, by: []) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.deferred.minor })) }
    case .couponExposure:
      self.init(name, by: []) { .money($0.couponExposure) }
    case .liability:
      self.init(name, by: [.month]) { part in
        guard part.costing.hasPoints else { return .money(.zero) }
        return (part.accounts?.accrual).map { .money(Money(minor: $0.closing)) } ?? .unknown
      }
    case .breakage:
      self.init(name, by: [.month]) { part in
        .share(part: part.accounts?.breakage ?? 0, whole: part.accounts?.points ?? 0)
      }
    case .deferredRevenue:
      self.init(name, by: [.month]) { part in
        guard part.costing.hasPoints else { return .money(.zero) }
        return (part.accounts?.deferral).map { .money(Money(minor: $0[.closing])) } ?? .unknown
      }
    }
  }

  public static let all = MetricName.allCases.map { Metric($0) }

  /// By its name, or by what stands for it in Chinese.
  public static func named(_ name: String) -> Metric? { byName[name] }

  private static let byName = Dictionary(
    all.flatMap { metric in ([metric.name] + metric.aliases.flatMap(\.forms)).map { ($0, metric) } }
  ) { first, _ in first }
}

extension Set<Split> {
  fileprivate static let everywhere: Set<Split> = [.tier, .month, .store, .channel]
  fileprivate static let onReceipts: Set<Split> = [.tier, .month, .store, .channel, .category]
}

public import Messages
public import Programme
public import Quantities

/// How a figure that managers name is computed from an outcome, and where it can be split.
public struct Metric: Sendable {
  public let identity: MetricName
  /// What tables can split it by.
  public let splits: Set<Split>
  let compute: @Sendable (Slice) -> MetricValue

  init(_ identity: MetricName, by splits: Set<Split>, _ compute: @escaping @Sendable (Slice) -> MetricValue) {
    self.identity = identity
    // What each member's tier tells apart, any set of members does.
    self.splits = splits.contains(.tier) ? splits.union([.segment]) : splits
    self.compute = compute
  }

  public var name: String { identity.rawValue }
  public var traits: MetricTraits { identity.facts.traits }
  public var takes: MetricArgument? { identity.facts.takes }
  /// What people read: the name, with blanks for its underscores, in their language.
  public var title: Message { identity.title }
  /// What may be typed for the name in Chinese: the title, and what else managers say.
  public var aliases: [Alias] { [Alias(zh: identity.facts.chinese)] + identity.facts.aliases }
  public var summary: Message { identity.facts.summary }
  public var unit: MetricUnit { identity.facts.unit }
}

/// A metric's exact value.
public enum MetricValue: Sendable, Equatable {
  case count(Int64)
  case points(Int64)
  case money(Money)
  case share(part: Int64, whole: Int64)
  /// Minor units ÷ a count.
  case average(Money, per: Int64)
  case quotient(Int64, over: Int64)
  /// What it would need is not known, such as a margin.
  case unknown

  /// As an exact fraction, money in major units; nil where it is undefined.
  public var ratio: Ratio? {
    switch self {
    case .count(let value), .points(let value): Ratio(value)
    case .money(let money): money.major
    case .share(let part, let whole), .quotient(let part, let whole): Ratio(part, over: whole)
    case .average(let money, let count): Ratio(money.minor, over: count)?.divided(by: Ratio(100))
    case .unknown: nil
    }
  }
}

/// The part of an outcome that a metric looks at.
struct Slice {
  let flow: Flow
  let stock: Stock
  /// Members with a purchase.
  let active: Int64
  /// Members with at least two visit days.
  let repeating: Int64
  /// What became of those who bought in the equal range just before.
  let retention: Retention
  /// Members who joined in the range, referred by these; nil where no referrer is known.
  let referrals: Int64?
  /// Members at the end, in all tiers.
  let members: Int64
  let opening: Int64
  /// Spend on tiers above the entry tier.
  let vipSpend: Int64
  let walkInSpend: Int64
  /// In minor units.
  let benefitCost: Int64
  /// By reward.
  let rewards: [RewardFlow]
  let costing: Costing
  /// The budget that is asked about.
  let budget: Budget?
  /// How the goal that is asked about stands; nil where the range does not lie in its period.
  let goal: [GoalStanding]?
  let memberships: [MembershipAccount]
  let couponExposure: Money
  /// Of the month asked for, or the last; nil where none are attached.
  let accounts: PointsAccounts.Month?

  /// What the points that were spent cost, in minor units; nil where a point has no cost.
  var pointsCost: Int64? {
    let others = flow.redeemed - rewards.reduce(0) { $0 + $1.points }
    guard let cost = others == 0 ? 0 : costing.cost(ofPoints: others) else { return nil }
    return zip(rewards.indices, rewards).reduce(cost) { $0 + costing.cost(ofReward: $1.0, points: $1.1.points) }
  }
  /// Of benefits and points.
  var programmeCost: Int64? { pointsCost.map { benefitCost + $0 } }
}

/// Which part of an outcome is asked for.
public struct SliceKey: Sendable, Hashable {
  public var tier: Int?
  public var group: Int?
  /// Of the benefits, budgets or goals, whichever the metric takes, the one called so.
  public var named: String?

  public init(tier: Int? = nil, group: Int? = nil, named: String? = nil) {
    self.tier = tier
    self.group = group
    self.named = named
  }
}

extension Outcome {
  /// The metric's value for a part of the outcome.
  public func value(of name: MetricName, in key: SliceKey = SliceKey()) -> MetricValue {
    value(of: Metric(name), in: key)
  }

  /// The metric's value for a part of the outcome.
  public func value(of metric: Metric, in key: SliceKey = SliceKey()) -> MetricValue {
    let flow: Flow
    let stock = key.tier.map { stocks[$0] } ?? self.stock
    var active = stock.active
    var members = GroupMembers()
    members.repeating = stock.repeating
    members.retention = key.tier.map { retention[$0] } ?? retention.reduce(into: Retention()) { $0.add($1) }
    members.referrals = stock.referrals
    switch (key.tier, key.group) {
    case (nil, nil): flow = self.flow
    case (let tier?, nil): flow = self.flow(ofTier: tier)
    case (nil, let group?):
      flow = self.flow(ofGroup: group)
      active = activeInGroup[group]
      members = inGroups[group]
    case (let tier?, let group?): flow = flows[group * tiers.count + tier]
    }
    let entry = key.group.map { flows[$0 * tiers.count] } ?? self.flow(ofTier: 0)
    let all = key.group.map { self.flow(ofGroup: $0) } ?? self.flow
    let walkIns = key.group.map { walkInSpend[$0] } ?? walkInSpend.reduce(0, +)
    return metric.compute(
      Slice(
        flow: flow, stock: stock, active: active, repeating: members.repeating, retention: members.retention,
        referrals: findings.knowsReferrers ? members.referrals : nil, members: self.stock.members, opening: opening,
        vipSpend: all.spend - entry.spend, walkInSpend: walkIns,
        benefitCost: benefitCost(
          tier: key.tier, month: key.group, benefit: metric.takes == .benefit ? key.named : nil),
        rewards: rewards(tier: key.tier, group: key.group), costing: costing,
        budget: costing.budget(named: key.named),
        goal: metric.takes == .goal ? costing.goal(named: key.named).flatMap { standings(of: $0) } : nil,
        memberships: memberships,
        couponExposure: Money(minor: couponLines.reduce(0) { $0 + $1.exposure.minor }),
        accounts: accounts(ofMonth: key.group)))
  }
}

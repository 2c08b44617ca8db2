import Programme
public import Quantities

/// A figure that managers name, declared once: how it is computed from an outcome, and where it can be split.
public struct Metric: Sendable {
  public let name: String
  /// What people read: the name, with blanks for its underscores, in their language.
  public let title: Message
  /// What may be typed for the name in Chinese: the title, and what else managers say.
  public let aliases: [Alias]
  public let summary: Message
  public let unit: MetricUnit
  /// What tables can split it by.
  public let splits: Set<Split>
  /// Whether it is told only by an outcome that accounts are attached to.
  public let needsAccounts: Bool
  let compute: @Sendable (Slice) -> MetricValue

  init(
    _ name: String, zh title: String, also aliases: [Alias] = [], _ unit: MetricUnit, _ summary: Message,
    by splits: Set<Split>, needsAccounts: Bool = false,
    _ compute: @escaping @Sendable (Slice) -> MetricValue
  ) {
    self.name = name
    self.title = Message(
      Wording(stringLiteral: name.replacing("_", with: " ")), zh: Wording(stringLiteral: title))
    self.aliases = [Alias(zh: title)] + aliases
    self.unit = unit
    self.summary = summary
    // What each member's tier tells apart, any set of members does.
    self.splits = splits.contains(.tier) && !needsAccounts ? splits.union([.segment]) : splits
    self.needsAccounts = needsAccounts
    self.compute = compute
  }
}

public enum MetricUnit: String, Sendable {
  case count, points, money, share

  /// What people call it; the same word in English.
  public var noun: Message {
    switch self {
    case .count: Message("count", zh: "数量")
    case .points: Message("points", zh: "积分")
    case .money: Message("money", zh: "金额")
    case .share: Message("share", zh: "占比")
    }
  }
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
  /// Of the benefits, the one called so.
  public var benefit: String?
  public var budget: String?

  public init(tier: Int? = nil, group: Int? = nil, benefit: String? = nil, budget: String? = nil) {
    self.tier = tier
    self.group = group
    self.benefit = benefit
    self.budget = budget
  }
}

extension Outcome {
  /// The metric's value for a part of the outcome.
  public func value(of metric: Metric, in key: SliceKey = SliceKey()) -> MetricValue {
    let flow: Flow
    let stock: Stock
    var active: Int64
    switch (key.tier, key.group) {
    case (nil, nil):
      flow = self.flow
      stock = self.stock
      active = stock.active
    case (let tier?, nil):
      flow = self.flow(ofTier: tier)
      stock = stocks[tier]
      active = stock.active
    case (nil, let group?):
      flow = self.flow(ofGroup: group)
      stock = self.stock
      active = activeInGroup[group]
    case (let tier?, let group?):
      flow = flows[group * tiers.count + tier]
      stock = stocks[tier]
      active = stock.active
    }
    let entry = key.group.map { flows[$0 * tiers.count] } ?? self.flow(ofTier: 0)
    let all = key.group.map { self.flow(ofGroup: $0) } ?? self.flow
    let walkIns = key.group.map { walkInSpend[$0] } ?? walkInSpend.reduce(0, +)
    return metric.compute(
      Slice(
        flow: flow, stock: stock, active: active, members: self.stock.members, opening: opening,
        vipSpend: all.spend - entry.spend, walkInSpend: walkIns,
        benefitCost: benefitCost(tier: key.tier, month: key.group, benefit: key.benefit),
        rewards: rewards(tier: key.tier, group: key.group), costing: costing,
        budget: costing.budget(named: key.budget), memberships: memberships,
        couponExposure: Money(minor: couponLines.reduce(0) { $0 + $1.exposure.minor }),
        accounts: accounts(ofMonth: key.group)))
  }
}

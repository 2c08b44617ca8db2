import Programme
import Quantities

/// The counters of a part of an outcome, from which every metric is computed. Who has counted some of them in another way,
/// such as against another range than the equal one before, puts those in their place.
public struct OutcomePart: Sendable {
  private let outcome: Outcome
  private let key: SliceKey
  /// What happened within the range.
  public var flow: Flow
  /// Gross margin, in millionths of a minor unit.
  public let gross: Int128
  /// Members at the end of the range, of the tier or of all.
  let stock: Stock
  /// Members who are active, who repeat and who were referred, of the tier, of the group or of all.
  private(set) var people: Stock
  /// What became of those who bought before.
  public var retention: Retention

  /// What `outcome` counted of the part that `key` asks for.
  public init(_ outcome: Outcome, _ key: SliceKey = SliceKey()) {
    self.outcome = outcome
    self.key = key
    stock = key.tier.map { outcome.stocks[$0] } ?? outcome.stock
    (people, retention) = (stock, key.tier.map { outcome.retention[$0] } ?? outcome.retention.total())
    switch (key.tier, key.group) {
    case (nil, nil):
      flow = outcome.flow
      gross = outcome.gross.reduce(0, +)
    case (let tier?, nil):
      flow = outcome.flow(ofTier: tier)
      gross = outcome.cells(ofTier: tier).reduce(0) { $0 + outcome.gross[$1] }
    case (nil, let group?):
      flow = outcome.flow(ofGroup: group)
      gross = outcome.gross[outcome.cells(ofGroup: group)].reduce(0, +)
      (people, retention) = (outcome.inGroups[group], outcome.retentionInGroups[group])
    case (let tier?, let group?):
      let cell = group * outcome.tiers.count + tier
      (flow, gross) = (outcome.flows[cell], outcome.gross[cell])
    }
  }

  var costing: Costing { outcome.costing }
  /// Points outstanding before the range, in all tiers.
  var opening: Int64 { outcome.totals[.opening] }
  /// Members at the end, in all tiers.
  var members: Int64 { outcome.stock[.members] }
  /// Members who joined in the range, referred by these; nil where no referrer is known.
  var referrals: Int64? { outcome.findings.knowsReferrers ? people[.referrals] : nil }
  /// Spend on tiers above the entry tier.
  var vipSpend: Int64 {
    let all = key.group.map { outcome.flow(ofGroup: $0) } ?? outcome.flow
    let entry = key.group.map { outcome.flows[outcome.cells(ofGroup: $0).lowerBound] } ?? outcome.flow(ofTier: 0)
    return all[.spend] - entry[.spend]
  }
  /// Sales without a member, in minor units.
  var walkInSpend: Int64 { key.group.map { outcome.walkInSpend[$0] } ?? outcome.walkInSpend.reduce(0, +) }

  /// What all benefits cost, in minor units.
  var benefitCost: Int64 { outcome.benefitCost(tier: key.tier, month: key.group, benefit: nil) }
  /// What the benefit that is asked about cost, or all of them.
  var askedBenefitCost: Int64 { outcome.benefitCost(tier: key.tier, month: key.group, benefit: key.named) }
  /// What the points that were spent cost, in minor units; nil where a point has no cost.
  var pointsCost: Int64? {
    let rewards = outcome.rewards(tier: key.tier, group: key.group)
    let others = flow[.redeemed] - rewards.reduce(0) { $0 + $1[.points] }
    guard let cost = others == 0 ? 0 : costing.cost(ofPoints: others) else { return nil }
    return zip(rewards.indices, rewards).reduce(cost) { $0 + costing.cost(ofReward: $1.0, points: $1.1[.points]) }
  }
  /// Of benefits and points.
  var programmeCost: Int64? { pointsCost.map { benefitCost + $0 } }

  /// The budget that is asked about.
  var budget: Budget? { costing.budget(named: key.named) }
  /// How the goal that is asked about stands; nil where the range does not lie in its period.
  var goal: [GoalStanding]? { costing.goal(named: key.named).flatMap { outcome.standings(of: $0) } }
  var memberships: [MembershipAccount] { outcome.memberships }
  var couponExposure: Money { Money(minor: outcome.couponLines.reduce(0) { $0 + $1.exposure.minor }) }
  /// Of the month asked for, or the last; nil where none are attached.
  var accounts: PointsAccounts.Month? { outcome.accounts(ofMonth: key.group) }
}

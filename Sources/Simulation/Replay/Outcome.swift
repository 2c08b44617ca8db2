/// What a replay found within its range. Outcomes of disjoint sets of members add, in any order, to the same total.
public struct Outcome: Sendable, Equatable {
  public let tiers: [String]
  /// How many groups the receipts were split into besides the tier; 1 where they were not.
  public let groupCount: Int
  /// What happened within the range, by group and by the tier held before it happened: `flows[group * tiers + tier]`.
  public internal(set) var flows: [Flow]
  /// Of the same, the gross margin in millionths of a minor unit.
  public internal(set) var gross: [Int128]
  /// Members at the end of the range, by their tier then.
  public internal(set) var stocks: [Stock]
  /// What became of those who bought in the equal range just before, by their tier when the range began.
  public internal(set) var retention: [Retention]
  /// By group, a store, a month, a category: members by what they did in it, of whom nothing else is counted there than who
  /// is active, who repeats and who was referred.
  public internal(set) var inGroups: [Stock]
  /// By group: what became of those with a purchase in it before.
  public internal(set) var retentionInGroups: [Retention]
  /// By group: sales without a member within the range, in minor units.
  public internal(set) var walkInSpend: [Int64]
  /// What turns counts into money.
  public let costing: Costing
  /// By benefit, month and tier, see `Costing.cell`: how many units were given, for a discount how much money.
  public internal(set) var benefitUnits: [Int64]
  /// By reward, group and tier, see `rewardCell`: what was redeemed of the catalogue within the range.
  public internal(set) var rewards: [RewardFlow]
  /// By coupon and tier: `coupon * tiers + tier`.
  public internal(set) var couponCounts: [CouponCount]
  /// What was sold of paid memberships.
  public internal(set) var memberships: [MembershipAccount] = []
  /// What is counted of all tiers together.
  public internal(set) var totals = OutcomeTotals()
  /// Redemptions of the data that the replay's balance did not cover, within the range.
  public internal(set) var shortfall = Shortfall()
  /// Transfers that were refused within the range.
  public internal(set) var refusals = RefusedTransfers()
  /// What of the members file could not be used.
  public internal(set) var findings = FactFindings()
  /// Each member's tier at the end of the range.
  public internal(set) var finalTiers: [UInt8] = []
  /// The accounts of the range's months, where they were asked for.
  public internal(set) var accountMonths: [PointsAccounts.Month] = []
  public internal(set) var hasAccounts = false

  init(tiers: [String], groupCount: Int, _ costing: Costing) {
    self.tiers = tiers
    self.costing = costing
    benefitUnits = [Int64](repeating: 0, count: costing.cellCount)
    couponCounts = Array(repeating: CouponCount(), count: costing.coupons.count * tiers.count)
    self.groupCount = groupCount
    rewards = Array(repeating: RewardFlow(), count: costing.rewards.count * groupCount * tiers.count)
    flows = Array(repeating: Flow(), count: tiers.count * groupCount)
    gross = Array(repeating: 0, count: flows.count)
    stocks = Array(repeating: Stock(), count: tiers.count)
    retention = Array(repeating: Retention(), count: tiers.count)
    inGroups = Array(repeating: Stock(), count: groupCount)
    retentionInGroups = Array(repeating: Retention(), count: groupCount)
    walkInSpend = Array(repeating: 0, count: groupCount)
  }

  /// Adds what was found for other members, which come after these. With `times` -1 it takes that away again, the
  /// members' own tiers aside.
  mutating func add(_ other: Outcome, times: Int64 = 1) {
    flows.add(other.flows, times: times)
    gross.add(other.gross, times: Int128(times))
    stocks.add(other.stocks, times: times)
    retention.add(other.retention, times: times)
    inGroups.add(other.inGroups, times: times)
    retentionInGroups.add(other.retentionInGroups, times: times)
    walkInSpend.add(other.walkInSpend, times: times)
    benefitUnits.add(other.benefitUnits, times: times)
    rewards.add(other.rewards, times: times)
    couponCounts.add(other.couponCounts, times: times)
    totals.add(other.totals, times: times)
    shortfall.add(other.shortfall, times: Int128(times))
    refusals.add(other.refusals, times: times)
    if times > 0 { finalTiers += other.finalTiers }
  }

  /// Over every group and tier.
  public var flow: Flow { flows.total() }
  /// Over every tier.
  public var stock: Stock { stocks.total() }

  /// Over every group.
  public func flow(ofTier tier: Int) -> Flow { cells(ofTier: tier).lazy.map { flows[$0] }.total() }

  /// Over every tier.
  public func flow(ofGroup group: Int) -> Flow { flows[cells(ofGroup: group)].total() }

  /// Where what happened on a tier stands.
  public func cells(ofTier tier: Int) -> StrideTo<Int> { stride(from: tier, to: flows.count, by: tiers.count) }

  /// Where what happened in a group stands.
  public func cells(ofGroup group: Int) -> Range<Int> { (group * tiers.count)..<((group + 1) * tiers.count) }
}

/// What is counted of all tiers together.
public typealias OutcomeTotals = Counters<OutcomeCounter, Int64, 3>

/// What is counted of an outcome as a whole.
public enum OutcomeCounter: Int, CounterKey {
  /// Points outstanding before the range.
  case opening
  /// Members of whom nothing was heard yet when the range ended, no purchase above all; they count on the entry tier.
  case notYetJoined
  /// Reviews within the range that renewed because their window began before the data.
  case unseenReviews
}

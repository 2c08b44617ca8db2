/// What a replay found within its range. Outcomes of disjoint sets of members add, in any order, to the same total.
public struct Outcome: Sendable, Equatable {
  public let tiers: [String]
  /// How many groups the receipts were split into besides the tier; 1 where they were not.
  public let groupCount: Int
  /// What happened within the range, by group and by the tier held before it happened: `flows[group * tiers + tier]`.
  public internal(set) var flows: [Flow]
  /// Members at the end of the range, by their tier then.
  public internal(set) var stocks: [Stock]
  /// What became of those who bought in the equal range just before, by their tier when the range began.
  public internal(set) var retention: [Retention]
  /// By group, where there are any: how members are counted in it, besides who is active.
  public internal(set) var inGroups: [GroupMembers] = []
  /// By group: members with a purchase in it within the range.
  public internal(set) var activeInGroup: [Int64]
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
  /// Points outstanding before the range.
  public internal(set) var opening: Int64 = 0
  /// Members of whom nothing was heard yet when the range ended, no purchase above all; they count on the entry tier.
  public internal(set) var notYetJoined: Int64 = 0
  /// Reviews within the range that renewed because their window began before the data.
  public internal(set) var unseenReviews: Int64 = 0
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
    couponCounts = [CouponCount](repeating: CouponCount(), count: costing.coupons.count * tiers.count)
    self.groupCount = groupCount
    rewards = [RewardFlow](repeating: RewardFlow(), count: costing.rewards.count * groupCount * tiers.count)
    flows = [Flow](repeating: Flow(), count: tiers.count * groupCount)
    stocks = [Stock](repeating: Stock(), count: tiers.count)
    retention = [Retention](repeating: Retention(), count: tiers.count)
    activeInGroup = [Int64](repeating: 0, count: groupCount)
    walkInSpend = activeInGroup
  }

  /// Adds what was found for other members, which come after these. With `times` -1 it takes that away again, the
  /// members' own tiers aside.
  mutating func add(_ other: Outcome, times: Int64 = 1) {
    for index in flows.indices { flows[index].add(other.flows[index], times: times) }
    for index in stocks.indices { stocks[index].add(other.stocks[index], times: times) }
    for index in retention.indices { retention[index].add(other.retention[index], times: times) }
    for index in activeInGroup.indices { activeInGroup[index] += times * other.activeInGroup[index] }
    for index in benefitUnits.indices { benefitUnits[index] += times * other.benefitUnits[index] }
    for index in couponCounts.indices { couponCounts[index].add(other.couponCounts[index], times: times) }
    for index in walkInSpend.indices { walkInSpend[index] += times * other.walkInSpend[index] }
    opening += times * other.opening
    notYetJoined += times * other.notYetJoined
    unseenReviews += times * other.unseenReviews
    for index in rewards.indices { rewards[index].add(other.rewards[index], times: times) }
    shortfall.add(other.shortfall, times: times)
    refusals.add(other.refusals, times: times)
    if times > 0 { finalTiers += other.finalTiers }
  }

  public var flow: Flow { flows.reduce(into: Flow()) { $0.add($1) } }
  public var stock: Stock { stocks.reduce(into: Stock()) { $0.add($1) } }

  /// Over every group.
  public func flow(ofTier tier: Int) -> Flow {
    stride(from: tier, to: flows.count, by: tiers.count).reduce(into: Flow()) { $0.add(flows[$1]) }
  }

  /// Over every tier.
  public func flow(ofGroup group: Int) -> Flow {
    flows[(group * tiers.count)..<((group + 1) * tiers.count)].reduce(into: Flow()) { $0.add($1) }
  }
}

/// What happened within a range of days.
public struct Flow: Sendable, Equatable {
  public var purchases: Int64 = 0
  public var returns: Int64 = 0
  /// Net, in minor units.
  public var spend: Int64 = 0
  public var visits: Int64 = 0
  /// Gross margin, in millionths of a minor unit.
  public var gross: Int128 = 0
  /// In thousandths.
  public var quantity: Int64 = 0
  public var issued: Int64 = 0
  /// What the cap kept from being issued.
  public var capped: Int64 = 0
  public var clawedBack: Int64 = 0
  /// Points that returns should have taken back and that were not there any more.
  public var waived: Int64 = 0
  public var expired: Int64 = 0
  public var redeemed: Int64 = 0
  /// What was given to other members, and got from them.
  public var transferredOut: Int64 = 0
  public var transferredIn: Int64 = 0
  /// Transfers that were refused.
  public var refused: Int64 = 0
  public var upgrades: Int64 = 0
  public var downgrades: Int64 = 0

  public init() {}

  /// Adds a receipt that lies within the range, whole.
  @inline(__always)
  mutating func take(_ receipt: ReceiptFacts, _ earned: EarnedPoints) {
    let isPurchase = PurchaseRule.isPurchase(net: receipt.net)
    purchases += isPurchase ? 1 : 0
    returns += isPurchase ? 0 : 1
    spend += receipt.net
    visits += receipt.visits
    issued += earned.points
    capped += earned.capped
  }

  public mutating func add(_ other: Flow, times: Int64 = 1) {
    purchases += times * other.purchases
    returns += times * other.returns
    spend += times * other.spend
    visits += times * other.visits
    gross += Int128(times) * other.gross
    quantity += times * other.quantity
    issued += times * other.issued
    capped += times * other.capped
    clawedBack += times * other.clawedBack
    waived += times * other.waived
    expired += times * other.expired
    redeemed += times * other.redeemed
    transferredOut += times * other.transferredOut
    transferredIn += times * other.transferredIn
    refused += times * other.refused
    upgrades += times * other.upgrades
    downgrades += times * other.downgrades
  }
}

/// What there is at the end of a range.
public struct Stock: Sendable, Equatable {
  public var members: Int64 = 0
  /// Members with a purchase within the range.
  public var active: Int64 = 0
  /// Members with at least two visit days within the range.
  public var repeating: Int64 = 0
  /// Members who joined within the range, referred by these.
  public var referrals: Int64 = 0
  /// Points outstanding.
  public var outstanding: Int64 = 0
  /// Points that returns should have taken back and that later ones will pay.
  public var owed: Int64 = 0

  public init() {}

  public mutating func add(_ other: Stock, times: Int64 = 1) {
    members += times * other.members
    active += times * other.active
    repeating += times * other.repeating
    referrals += times * other.referrals
    outstanding += times * other.outstanding
    owed += times * other.owed
  }
}

public import Messages

/// The figures that managers name: what each is called, what it is counted in, what it means and what must be known of
/// it, declared once, see `facts`. How it is computed from counters stands with its `Metric`.
public enum MetricName: String, CaseIterable, Sendable {
  case members
  case share
  case active
  case repeatRate = "repeat_rate"
  case retention
  case churn
  case referralsPerMember = "referrals_per_member"
  case purchases
  case returns
  case visits
  case spend
  case basket
  case itemsPerPurchase = "items_per_purchase"
  case pointsOpening = "points_opening"
  case pointsIssued = "points_issued"
  case pointsRedeemed = "points_redeemed"
  case pointsTransferredIn = "points_transferred_in"
  case pointsTransferredOut = "points_transferred_out"
  case transfersRefused = "transfers_refused"
  case redemptionRate = "redemption_rate"
  case pointsClawedBack = "points_clawed_back"
  case pointsWaived = "points_waived"
  case pointsOwed = "points_owed"
  case pointsCapped = "points_capped"
  case pointsExpired = "points_expired"
  case pointsOutstanding = "points_outstanding"
  case upgrades
  case downgrades
  case vipShare = "vip_share"
  case usage
  case benefitCost = "benefit_cost"
  case pointsCost = "points_cost"
  case programmeCost = "programme_cost"
  case margin
  case budgetLeft = "budget_left"
  case goalsMissed = "goals_missed"
  case membershipFees = "membership_fees"
  case membershipRevenue = "membership_revenue"
  case membershipDeferred = "membership_deferred"
  case couponExposure = "coupon_exposure"
  case liability
  case breakage
  case deferredRevenue = "deferred_revenue"

  /// What people read: the name, with blanks for its underscores, in their language.
  public var title: Message {
    Message(Wording(stringLiteral: rawValue.replacing("_", with: " ")), zh: Wording(stringLiteral: facts.chinese))
  }

  /// What there is to know of a metric.
  public struct Facts: Sendable {
    /// What it is measured in.
    public let unit: MetricUnit
    /// What people read in Chinese, which may be typed for the name too.
    public let chinese: String
    /// What else managers say.
    public let aliases: [Alias]
    /// Which side of a goal is the good one.
    public let aim: Aim
    /// What commands must know of it besides.
    public let traits: MetricTraits
    /// What of the plan can be named in its brackets; nil where nothing can.
    public let takes: MetricArgument?
    /// One line for help.
    public let summary: Message

    init(
      _ unit: MetricUnit, zh chinese: String, also names: [String] = [], aim: Aim = .atLeast,
      is traits: MetricTraits = [], takes: MetricArgument? = nil, _ summary: Message
    ) {
      self.unit = unit
      self.chinese = chinese
      aliases = names.map { Alias(zh: $0) }
      self.aim = aim
      self.traits = traits
      self.takes = takes
      self.summary = summary
    }
  }
}

/// What a metric is measured in.
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

/// Which side of a goal is the good one.
public enum Aim: String, Sendable {
  case atLeast = "at least"
  case atMost = "at most"
}

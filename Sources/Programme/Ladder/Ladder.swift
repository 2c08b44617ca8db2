public import Quantities

/// The tiers of a programme and how they are won, kept and lost. The first tier is the entry tier.
public struct Ladder: Declared {
  public var name: String
  public var window: QualificationWindow = .rolling(.months(12))
  public var keep: TierTerm = .duration(.months(12))
  public var downgrade: Downgrade = .oneStep
  public var grace: CalendarDuration?
  public var upgrade: UpgradeTiming = .immediate
  public var tiers: [Tier] = []

  public init(name: String) { self.name = name }

  /// The most tiers a ladder can have.
  public static let tierLimit = 200

  public static let declaration = Declaration<Ladder>(
    "ladder", zh: "等级体系",
    Message(
      "The tiers of a programme: what qualifies for them and how long they last",
      zh: "会员计划的各个等级：如何达到、有效多久"),
    fields: [
      Field("window", \.window, Message("The days whose purchases count towards a tier", zh: "哪些日子的购买计入等级")),
      Field("keep", \.keep, Message("How long a tier lasts before review", zh: "等级在考核前有效多久")),
      Field(
        "downgrade", \.downgrade,
        Message("Where a member goes who no longer qualifies at a review", zh: "考核不达标的会员降到哪一级")),
      Field(
        "grace", \.grace,
        Message("How much longer a tier lasts, once per term, after a failed review", zh: "考核不达标后等级再延长多久，每个保级期一次")),
      Field("upgrade", \.upgrade, Message("When a higher tier takes effect", zh: "升级何时生效")),
    ],
    children: [
      Children(
        \.tiers, Message("A tier; the first is the entry tier and names no threshold", zh: "等级；第一个是起始等级，不设门槛"),
        firstIsBare: true)
    ],
    example: """
      ladder 会员 {
        window = rolling 12mo, keep = 12mo, downgrade = one step
        grace = 30d, upgrade = immediate
        tier 普通
        tier 银卡 { spend = 2,000, purchases = 6 }
        tier 金卡 { spend = 8,000, visits = 24, actions(签到) = 50 }
        tier 钻石 { spend = 30,000, points = 60,000, need = all }
      }
      """,
    check: { $0.inconsistency })

  /// The ladder that holds where none is defined: one tier for everyone.
  public static let single: Ladder = {
    var ladder = Ladder(name: "all")
    ladder.tiers = [Tier(name: "all")]
    return ladder
  }()
}

/// A step of a ladder. It qualifies by its own thresholds alone.
public struct Tier: Declared {
  public var name: String
  public var spend = Scheduled<Money>()
  public var visits = Scheduled<Count>()
  public var purchases = Scheduled<Count>()
  public var points = Scheduled<Points>()
  /// By the names that actions have in the data.
  public var actions = NamedValues<Count>()
  public var need: Need = .any

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<Tier>(
    "tier", zh: "等级", Message("A step of a ladder and what qualifies for it", zh: "等级体系中的一级，以及如何达到"),
    fields: [
      Field("spend", \.spend, Message("Net amount paid within the window, returns included", zh: "考察期内的实付净额，已减退货")),
      Field(
        "visits", \.visits,
        Message(
          "Days within the window with a purchase that was not wholly returned the same day", zh: "考察期内有购买且当天未全部退货的天数")),
      Field("purchases", \.purchases, Message("Receipts within the window, returns not counted", zh: "考察期内的小票数，不计退货")),
      Field(
        "points", \.points, Message("Points earned within the window, less those clawed back", zh: "考察期内获得的积分，减去因退货扣回的")
      ),
      Field(
        "actions", byEach: Message("action", zh: "行为"), \.actions,
        Message(
          "Actions of that name within the window, whether or not they earned points: actions(签到) = 10",
          zh: "考察期内该名称的行为次数，不论是否获得积分：actions(签到) = 10")),
      Field("need", \.need, Message("Whether one threshold is enough or all are needed", zh: "达到一项门槛即可，还是须全部达到")),
    ])

  /// How many thresholds both tiers have.
  fileprivate func common(with other: Tier) -> Int {
    [
      spend.isSet && other.spend.isSet, visits.isSet && other.visits.isSet,
      purchases.isSet && other.purchases.isSet, points.isSet && other.points.isSet,
    ].count { $0 } + actions.names.count { actions[$0].isSet && other.actions[$0].isSet }
  }

  public var hasThreshold: Bool {
    spend.isSet || visits.isSet || purchases.isSet || points.isSet || actions.isSet
  }
}

extension Ladder {
  /// The names of all actions that its tiers ask for, each once.
  public var actionNames: [String] {
    var names: [String] = []
    for name in tiers.flatMap(\.actions.names) where !names.contains(name) { names.append(name) }
    return names
  }

  var inconsistency: Inconsistency? {
    if tiers.count > Ladder.tierLimit {
      return Inconsistency(DefinitionProblem.tooManyTiers(limit: Ladder.tierLimit), at: [tiers[Ladder.tierLimit].name])
    }
    guard let entry = tiers.first else { return Inconsistency(DefinitionProblem.noTier(ladder: name), at: []) }
    if entry.hasThreshold {
      return Inconsistency(DefinitionProblem.entryTierHasThreshold(entry.name), at: [entry.name])
    }
    for tier in tiers {
      if let low = tier.spend.values.first(where: { $0 < .zero }) {
        return Inconsistency(
          ReadingProblem.outOfBounds(low.text(in: nil), must: Message("0 or more", zh: "不小于 0")),
          at: [tier.name, "spend"])
      }
    }
    for (below, tier) in zip(tiers, tiers.dropFirst()) {
      if !tier.hasThreshold { return Inconsistency(DefinitionProblem.noThreshold(tier: tier.name), at: [tier.name]) }
      let found =
        [
          descent("spend", \.spend, of: tier, from: below), descent("visits", \.visits, of: tier, from: below),
          descent("purchases", \.purchases, of: tier, from: below), descent("points", \.points, of: tier, from: below),
        ].compactMap(\.self)
        + tier.actions.names.compactMap { name in
          descent("actions(\(name))", \.actions[name], of: tier, from: below)
        }
      // Where all are needed above and any is enough below, one that is not lower already makes the tier the harder one.
      let isHarder = tier.need == .all && below.need == .any && found.count < tier.common(with: below)
      if let first = found.first, !isHarder { return first }
    }
    return nil
  }

  /// A day on which `tier` asks for less than the tier below it.
  private func descent<Value: Phrased & Comparable>(
    _ metric: String, _ path: KeyPath<Tier, Scheduled<Value>>, of tier: Tier, from below: Tier
  ) -> Inconsistency? {
    let (upper, lower) = (tier[keyPath: path], below[keyPath: path])
    for day in [Day.distantPast] + upper.boundaries + lower.boundaries {
      guard let high = upper.value(on: day), let low = lower.value(on: day), high < low else { continue }
      return Inconsistency(
        DefinitionProblem.thresholdBelow(
          metric: metric, tier: tier.name, value: high, previous: below.name,
          previousValue: low),
        at: [tier.name, metric])
    }
    return nil
  }
}

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
    "ladder", "The tiers of a programme: what qualifies for them and how long they last",
    fields: [
      Field("window", \.window, "The days whose purchases count towards a tier"),
      Field("keep", \.keep, "How long a tier lasts before review"),
      Field("downgrade", \.downgrade, "Where a member goes who no longer qualifies at a review"),
      Field("grace", \.grace, "How much longer a tier lasts, once per term, after a failed review"),
      Field("upgrade", \.upgrade, "When a higher tier takes effect"),
    ],
    children: [Children(\.tiers, "A tier; the first is the entry tier and names no threshold")],
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
    "tier", "A step of a ladder and what qualifies for it",
    fields: [
      Field("spend", \.spend, "Net amount paid within the window, returns included"),
      Field("visits", \.visits, "Days within the window with a purchase that was not wholly returned the same day"),
      Field("purchases", \.purchases, "Receipts within the window, returns not counted"),
      Field("points", \.points, "Points earned within the window, less those clawed back"),
      Field(
        "actions", byEach: "action", \.actions,
        "Actions of that name within the window, whether or not they earned points: actions(签到) = 10"),
      Field("need", \.need, "Whether one threshold is enough or all are needed"),
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
          ReadingProblem.outOfBounds(low.text(in: nil), must: "0 or more"), at: [tier.name, "spend"])
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
      let notation = Notation()
      return Inconsistency(
        DefinitionProblem.thresholdBelow(
          metric: metric, tier: tier.name, value: high.text(in: notation), previous: below.name,
          previousValue: low.text(in: notation)),
        at: [tier.name, metric])
    }
    return nil
  }
}

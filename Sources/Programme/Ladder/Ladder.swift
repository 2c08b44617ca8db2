public import Quantities

/// The tiers of a programme and how they are won, kept and lost. The first tier is the entry tier.
public struct Ladder: Declared {
  public var name: String
  public var window: QualificationWindow = .rolling(.months(12))
  /// Which purchases count; nil where all do.
  public var counts: Condition?
  public var keep: TierTerm = .duration(.months(12))
  public var downgrade: Downgrade = .oneStep
  public var grace: CalendarDuration?
  public var upgrade: UpgradeTiming = .immediate
  public var transition: Transition = .atReview
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
      Field(
        "counts", \.counts,
        Message(
          "Which lines count towards spend, visits and purchases, here and in tasks; all where it is left out. A receipt "
            + "is a purchase where they come to more than 0, a return takes off those of its own that match; points "
            + "count whatever earned them",
          zh: "哪些行计入消费额、到店和购买，任务卡也一样；不写则全部计入。符合的行合计大于 0 的小票算一笔购买，"
            + "退货只减去自身符合的行；积分不论来源都计入")),
      Field("keep", \.keep, Message("How long a tier lasts before review", zh: "等级在考核前有效多久")),
      Field(
        "downgrade", \.downgrade,
        Message("Where a member goes who no longer qualifies at a review", zh: "考核不达标的会员降到哪一级")),
      Field(
        "grace", \.grace,
        Message("How much longer a tier lasts, once per term, after a failed review", zh: "考核不达标后等级再延长多久，每个保级期一次")),
      Field("upgrade", \.upgrade, Message("When a higher tier takes effect", zh: "升级何时生效")),
      Field(
        "transition", \.transition,
        Message(
          "What thresholds that change `during` a range mean for those who hold a tier. at review: the new ones count at "
            + "the next review; at once: on the morning of the change everyone is reviewed by them, without grace; keep: a "
            + "tier is reviewed by those of the day it was reached, as long as it is held, be they higher or lower",
          zh: "门槛用 `during` 改变时，对已有等级的会员意味着什么。at review：下次考核按新门槛；"
            + "at once：改变当天早上所有人按新门槛考核，没有宽限；keep：只要一直持有，该等级按达到那天的门槛考核，"
            + "不论高低")),
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
        tier 银卡 {
          spend = 2,000, purchases = 6
          task 三笔 { purchases = 3, window = month, lasts = 3mo }
        }
        tier 金卡 { spend = 8,000, visits = 24, actions(签到) = 50 }
        tier 钻石 { spend = 30,000, points = 60,000, need = all }
        tier 黑卡 { by = invitation }
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
public struct Tier: Thresholded {
  public var name: String
  public var spend = Scheduled<Money>()
  public var visits = Scheduled<Count>()
  public var purchases = Scheduled<Count>()
  public var points = Scheduled<Points>()
  /// By the names that actions have in the data.
  public var actions = NamedValues<Count>()
  public var need: Need = .any
  public var tasks: [TaskCard] = []
  public var by: Admission = .qualification

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<Tier>(
    "tier", zh: "等级", Message("A step of a ladder and what qualifies for it", zh: "等级体系中的一级，以及如何达到"),
    fields: thresholdFields + [
      Field(
        "by", \.by,
        Message(
          "How the tier is won. An invitation is what the members file says: no purchase wins the tier, no review takes "
            + "it away; such tiers stand above all others",
          zh: "如何获得该等级。invitation 指会员文件写明的邀请：购买不能达到，考核也不会取消；"
            + "这样的等级排在其他等级之上"))
    ],
    children: [Children(\.tasks, TaskCard.declaration.summary)])

  /// How many thresholds both tiers have.
  fileprivate func common(with other: Tier) -> Int {
    [
      spend.isSet && other.spend.isSet, visits.isSet && other.visits.isSet,
      purchases.isSet && other.purchases.isSet, points.isSet && other.points.isSet,
    ].count { $0 } + actions.names.count { actions[$0].isSet && other.actions[$0].isSet }
  }
}

extension Ladder {
  /// The names of all actions that its tiers and their tasks ask for, each once.
  public var actionNames: [String] {
    var names: [String] = []
    let asking = tiers.flatMap { $0.actions.names + $0.tasks.flatMap(\.actions.names) }
    for name in asking where !names.contains(name) { names.append(name) }
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
    if let found = taskInconsistency ?? invitationInconsistency { return found }
    for tier in tiers {
      if let found = tier.negativeSpend { return Inconsistency(found.problem, under: tier.name, at: found.path) }
    }
    for (below, tier) in zip(tiers, tiers.dropFirst()) {
      if !tier.hasThreshold && tier.tasks.isEmpty && tier.by != .invitation {
        return Inconsistency(DefinitionProblem.noThreshold(tier: tier.name), at: [tier.name])
      }
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

  /// What does not go together about tasks.
  private var taskInconsistency: Inconsistency? {
    for (place, tier) in tiers.enumerated() {
      for task in tier.tasks {
        let path = [tier.name, task.name]
        if place == 0 { return Inconsistency(DefinitionProblem.entryTierHasTask(tier.name), at: path) }
        if !task.hasThreshold { return Inconsistency(DefinitionProblem.emptyTask(task.name), at: path) }
        if let found = task.negativeSpend { return Inconsistency(found.problem, at: path + found.path) }
        if keep == .whileQualified && task.lasts == nil {
          return Inconsistency(DefinitionProblem.taskNeedsTerm(task.name), at: path)
        }
      }
    }
    return nil
  }

  /// What does not go together about invitations.
  private var invitationInconsistency: Inconsistency? {
    for (place, tier) in tiers.enumerated() {
      guard tier.by == .invitation else {
        guard place > 0, tiers[place - 1].by == .invitation else { continue }
        return Inconsistency(
          DefinitionProblem.tierAboveInvitation(tier.name, below: tiers[place - 1].name), at: [tier.name])
      }
      let problem: DefinitionProblem? =
        place == 0
        ? .invitedEntryTier(tier.name)
        : tier.hasThreshold || !tier.tasks.isEmpty ? .invitationWithThreshold(tier.name) : nil
      if let problem { return Inconsistency(problem, at: [tier.name, "by"]) }
    }
    return nil
  }

  /// The lowest tier that is won by invitation; as many as there are tiers where none is.
  public var firstInvitation: Int { tiers.firstIndex { $0.by == .invitation } ?? tiers.count }

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

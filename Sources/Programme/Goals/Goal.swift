import Messages
import PlanLanguage
public import Quantities

/// What a year, quarter or month is to reach, by metric: `goal 2026 { repeat_rate = 45%, basket = ¥420 }`.
public struct Goal: Declared {
  /// How the plan calls it.
  public var name: String
  /// In the order of the metrics, those of one metric as they were written.
  public private(set) var targets: [Target] = []

  /// A figure that is to be reached, of everybody or of a tier.
  public struct Target: Sendable, Equatable {
    /// What is measured.
    public let metric: MetricName
    /// The tier it is measured of; nil for all members.
    public let tier: String?
    /// As it was written; nil for the metric's usual side.
    let writtenAim: Aim?
    /// The amount to reach.
    public let amount: GoalAmount

    /// The side that is the good one: as written, else the metric's own.
    public var aim: Aim { writtenAim ?? metric.facts.aim }
    /// As it is asked for elsewhere: `members(金卡)`.
    public var text: String { metric.rawValue + (tier.map { "(\(spelled(name: $0)))" } ?? "") }
  }

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Goal>(
    "goal", zh: "目标",
    Message(
      "What a year, quarter or month, its name, is to reach, metric by metric, also by tier: members(金卡) = 300; `run` tells how a range in it stands",
      zh: "某年、某季或某月（即名称）各指标要达到的值，也可按等级：members(金卡) = 300；`run` 说明其中的区间离目标多远"),
    fields: MetricName.allCases.filter(\.canBeGoal).map { Field($0) },
    isNamedByPeriod: true,
    example: """
      goal 2026 { repeat_rate = 45%, basket = 420, churn = 30%, members(金卡) = 40 }
      goal 2026-Q1 { spend = 120,000, returns = at most 60 }
      """,
    check: { $0.inconsistency })

  /// The days that its name says; nil where it is no period.
  public var period: DayRange? { DayRange(period: name) }

  private var inconsistency: Inconsistency? {
    if period == nil { return Inconsistency(PeriodProblem(name: name, kind: Goal.declaration.kind), at: []) }
    if targets.isEmpty {
      return Inconsistency(
        DefinitionProblem.missing(Message("metrics", zh: "指标"), of: title, example: "repeat_rate = 45%"), at: [])
    }
    return nil
  }

  fileprivate subscript(metric: MetricName, tier: String?) -> Target? {
    get { targets.first { $0.metric == metric && $0.tier == tier } }
    set {
      guard let newValue else { return }
      if let place = targets.firstIndex(where: { $0.metric == metric && $0.tier == tier }) {
        targets[place] = newValue
      } else {
        let order = MetricName.allCases
        let end = targets.firstIndex { target in
          order.firstIndex(of: target.metric) ?? 0 > order.firstIndex(of: metric) ?? 0
        }
        targets.insert(newValue, at: end ?? targets.count)
      }
    }
  }
}

extension MetricName {
  /// What is told of a budget or of a goal is none.
  fileprivate var canBeGoal: Bool { facts.takes?.isNamedByPeriod != true }
}

extension Field where Root == Goal {
  /// The field of a metric, in the metric's unit.
  fileprivate init(_ metric: MetricName) {
    switch metric.facts.unit {
    case .money: self.init(metric, Money.self)
    case .share: self.init(metric, Percent.self)
    case .points: self.init(metric, Points.self)
    case .count: self.init(metric, GoalNumber.self)
    }
  }

  private init<Amount: GoalQuantity>(_ metric: MetricName, _ unit: Amount.Type) {
    self.init(
      metric.rawValue, aliases: ([metric.facts.chinese].map { Alias(zh: $0) } + metric.facts.aliases).flatMap(\.forms),
      namedAfter: "metric", alsoByEach: Message("TIER", zh: "等级"), GoalValue<Amount>.self, metric.facts.summary
    ) { goal, tier, value in
      goal[metric, tier] = Goal.Target(
        metric: metric, tier: tier, writtenAim: value.aim, amount: value.amount.goalAmount)
    } get: { goal in
      goal.targets.filter { $0.metric == metric }.compactMap { target in
        Amount(target.amount).map { (target.tier, GoalValue(aim: target.writtenAim, amount: $0)) }
      }
    }
  }
}

public import Quantities

/// How points are earned, kept, and lost.
public struct PointsPolicy: Declared {
  public var name: String
  public var earn = Scheduled<EarnRate>()
  public var rounding: Rounding = .floor
  public var stacking: Stacking = .multiply
  public var cap: PointsCap?
  public var pending: CalendarDuration?
  public var expire: PointsExpiry = .never
  public var value: PointPrice?
  public var cost: PointPrice?
  public var tiers: [TierRate] = []
  public var bonuses: [Bonus] = []
  public var actions: [ActionRate] = []

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<PointsPolicy>(
    "points", "How points are earned, when they can be spent and when they expire",
    fields: [
      Field("earn", \.earn, "Points for money paid; `per full` counts whole steps only"),
      Field("rounding", \.rounding, "How a fraction of a point is rounded, once a receipt"),
      Field("stacking", \.stacking, "How the tier's multiplier and bonuses join: ×, 1 + Σ(m − 1), or the largest"),
      Field("cap", \.cap, "The most a member can earn in a calendar period; what is over it is never issued"),
      Field("pending", \.pending, "How long points wait before they can be spent"),
      Field("expire", \.expire, "When points that were not spent are gone"),
      Field("value", \.value, "What a point buys"),
      Field("cost", \.cost, "What a point costs the house when it is spent; its value where it is left out"),
    ],
    children: [
      Children(\.tiers, "What the members of a tier earn, as a multiplier"),
      Children(\.bonuses, "A multiplier on purchases that meet a condition"),
      Children(\.actions, "What an action earns that is no purchase; its name is the one in the actions file"),
    ],
    example: """
      points 基础 {
        earn = 1pt per 1, rounding = floor, stacking = multiply
        cap = 5,000pt per month, pending = 7d, expire = 12mo after earning
        value = 0.01 per pt, cost = 0.008 per pt
        tier 金卡 { earn = 1.5x }
        bonus 会员日 { earn = 2x, when = day 8 }
        action 签到 { earn = 5pt, limit = 1 per day }
      }
      """,
    check: { policy in
      if policy.earn.base == nil {
        return Inconsistency(
          DefinitionProblem.missing("earn", of: "points \(policy.name)", example: "earn = 1pt per 1"), at: [])
      }
      for bonus in policy.bonuses where bonus.when == nil {
        return Inconsistency(
          DefinitionProblem.missing("when", of: "bonus \(bonus.name)", example: "when = day 8"), at: [bonus.name])
      }
      for action in policy.actions where action.earn.base == nil {
        return Inconsistency(
          DefinitionProblem.missing("earn", of: "action \(action.name)", example: "earn = 5pt"), at: [action.name])
      }
      return nil
    })
}

/// The multiplier of a tier.
public struct TierRate: Declared {
  public var name: String
  public var earn = Scheduled<Multiplier>(.one)

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<TierRate>(
    "tier", "What the members of a tier earn",
    fields: [Field("earn", \.earn, "The multiplier on the base rate for a purchase made on this tier")])
}

/// A multiplier while a condition holds.
public struct Bonus: Declared {
  public var name: String
  public var earn = Scheduled<Multiplier>(.one)
  public var when: Condition?

  public init(name: String) { self.name = name }

  public static let declaration = Declaration<Bonus>(
    "bonus", "A multiplier on purchases that meet a condition",
    fields: [
      Field("earn", \.earn, "The multiplier while the condition holds"),
      Field("when", \.when, "Which purchases it is for"),
    ])
}

public enum Stacking: String, PhrasedChoice {
  case multiply, add, highest
}

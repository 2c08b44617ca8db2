import Messages
public import PlanLanguage
public import Quantities

/// How points are earned, kept, and lost.
public struct PointsPolicy: Declared {
  /// How the plan calls it.
  public var name: String
  /// The multiplier while the condition holds.
  public var earn = Scheduled<EarnRate>()
  /// How a fraction of a point is rounded, once a receipt.
  public var rounding: Rounding = .floor
  /// How the tier's multiplier and bonuses join: ×, 1 + Σ(m − 1), or the largest.
  public var stacking: Stacking = .multiply
  /// The most a member can earn in a calendar period; what is over it is never issued.
  public var cap: PointsCap?
  /// How long points wait before they can be spent.
  public var pending: CalendarDuration?
  /// When points that were not spent are gone.
  public var expire: PointsExpiry = .never
  /// An assumption: the share of the points that can be spent which goes after each purchase, one of 0 .
  public var redeem = Scheduled<RedeemRule>()
  /// What a return should take back and is not there: waived, or owed and paid by the points issued next.
  public var debt: DebtRule = .waive
  /// How much a member may give to others: at each row of the actions file whose action is transfer (转赠, 转让), what .
  public var transfer = Scheduled<TransferRule>()
  /// What a point buys.
  public var value: PointPrice?
  /// What a point costs the house when it is spent; its value where it is left out.
  public var cost: PointPrice?
  /// What the members of a tier earn, as a multiplier.
  public var tiers: [TierRate] = []
  /// What an action earns that is no purchase; its name is the one in the actions file.
  public var bonuses: [Bonus] = []
  /// What an action earns that is no purchase; its name is the one in the actions file.
  public var actions: [ActionRate] = []
  /// Something that points buy; a row of the actions file whose detail, or else whose action, has its name redeems .
  public var rewards: [Reward] = []
  /// Members who save together.
  public var pools: [Pool] = []

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<PointsPolicy>(
    "points", zh: "积分政策",
    Message("How points are earned, when they can be spent and when they expire", zh: "积分如何获得、何时可用、何时过期"),
    fields: [
      Field(
        "earn", \.earn,
        Message("Points for money paid; `per full` counts whole steps only", zh: "消费所得积分；`per full` 只计满额部分")),
      Field(
        "rounding", \.rounding,
        Message("How a fraction of a point is rounded, once a receipt", zh: "不足一分的积分如何取整，每张小票一次")),
      Field(
        "stacking", \.stacking,
        Message(
          "How the tier's multiplier and bonuses join: ×, 1 + Σ(m − 1), or the largest",
          zh: "等级倍数与积分奖励如何叠加：×、1 + Σ(m − 1)，或取最大")),
      Field(
        "cap", \.cap,
        Message(
          "The most a member can earn in a calendar period; what is over it is never issued",
          zh: "会员在一个日历周期内最多可得的积分；超出部分不发放")),
      Field("pending", \.pending, Message("How long points wait before they can be spent", zh: "积分待生效多久才可使用")),
      Field("expire", \.expire, Message("When points that were not spent are gone", zh: "未使用的积分何时过期")),
      Field(
        "redeem", \.redeem,
        Message(
          "An assumption: the share of the points that can be spent which goes after each purchase, one of 0 "
            + "too, before its own points; where the data have redemptions these count instead",
          zh: "假设：每次购买（含零元）后，在加上该笔积分之前，可用积分中被使用的比例；数据中有兑换记录时以记录为准")),
      Field(
        "debt", \.debt,
        Message(
          "What a return should take back and is not there: waived, or owed and paid by the points issued next",
          zh: "退货应扣回而已不在账上的积分：免扣，或记欠并由之后发放的积分抵还")),
      Field(
        "transfer", \.transfer,
        Message(
          "How much a member may give to others: at each row of the actions file whose action is transfer (转赠, 转让), what "
            + "was given this calendar year and this come to at most so much of what can be spent and what was given "
            + "this year; more, or more than can be spent, is refused whole. Points keep the days of their earning and "
            + "expiry and count towards no tier. Without it every transfer is refused",
          zh: "会员可转赠多少：行为文件中行为为 transfer（转赠、转让）的每一行，当年已转出与本次之和，"
            + "不超过可用积分与当年已转出之和的该比例；超出或余额不足时整笔拒绝。"
            + "积分保留原来的获得日和过期日，不计入等级。不写则一律拒绝")),
      Field("value", \.value, Message("What a point buys", zh: "一积分可抵多少钱")),
      Field(
        "cost", \.cost,
        Message(
          "What a point costs the house when it is spent; its value where it is left out",
          zh: "一积分使用时的成本；不写则按 `value` 计")),
    ],
    children: [
      Children(\.tiers, Message("What the members of a tier earn, as a multiplier", zh: "某等级会员的积分倍数"), named: "tier"),
      Children(\.bonuses, Bonus.declaration.summary),
      Children(
        \.actions,
        Message(
          "What an action earns that is no purchase; its name is the one in the actions file",
          zh: "购买以外的行为获得的积分；名称与行为文件中的相同"), named: "action"),
      Children(
        \.rewards,
        Message(
          "Something that points buy; a row of the actions file whose detail, or else whose action, has its name redeems "
            + "it, for its points where the row states none",
          zh: "可用积分兑换的一项；行为文件中详情（否则行为）为其名称的行即为兑换，行中未写积分时按其所需积分")),
      Children(\.pools, Pool.declaration.summary),
    ],
    example: """
      points 基础 {
        earn = 1pt per 1, rounding = floor, stacking = multiply
        cap = 5,000pt per month, pending = 7d, expire = 12mo after earning
        redeem = 50% when balance >= 1,000pt, debt = carry, transfer = 20% of balance per year
        value = 0.01 per pt, cost = 0.008 per pt
        tier 金卡 { earn = 1.5x }
        bonus 会员日 { earn = 2x, when = day 8, qualifies = no }
        action 签到 { earn = 5pt, limit = 1 per day, qualifies = no }
        reward 手写贺卡 { points = 300pt, cost = 6, kind = goods }
        reward 金卡一年 { points = 9,000pt, cost = 50, kind = upgrade, tier = 金卡 }
        pool 家庭 { by = 家庭号, tier = shared, max = 5 }
      }
      """,
    check: { policy in
      if policy.earn.base == nil {
        return Inconsistency(
          DefinitionProblem.missing(Message(verbatim: "earn"), of: policy.title, example: "earn = 1pt per 1"), at: [])
      }
      for bonus in policy.bonuses where bonus.when == nil {
        return Inconsistency(
          DefinitionProblem.missing(Message(verbatim: "when"), of: bonus.title, example: "when = day 8"),
          at: [bonus.name])
      }
      for action in policy.actions where action.earn.base == nil {
        return Inconsistency(
          DefinitionProblem.missing(Message(verbatim: "earn"), of: action.title, example: "earn = 5pt"),
          at: [action.name])
      }
      return Reward.inconsistency(in: policy.rewards) ?? Pool.inconsistency(in: policy.pools)
    })
}

/// The multiplier of a tier.
public struct TierRate: Declared {
  /// How the plan calls it.
  public var name: String
  /// The multiplier while the condition holds.
  public var earn = Scheduled<Multiplier>(.one)

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<TierRate>(
    "tier", zh: "等级", Message("What the members of a tier earn", zh: "某等级会员获得的积分"),
    fields: [
      Field(
        "earn", \.earn,
        Message("The multiplier on the base rate for a purchase made on this tier", zh: "在该等级购买时，基础比例的倍数"))
    ])
}

/// A multiplier while a condition holds.
public struct Bonus: Declared {
  /// How the plan calls it.
  public var name: String
  /// The multiplier while the condition holds.
  public var earn = Scheduled<Multiplier>(.one)
  /// Which purchases it is for.
  public var when: Condition?
  /// Whether what it adds counts towards thresholds on points; with `no` it can only be spent.
  public var qualifies: YesNo = .yes

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Bonus>(
    "bonus", zh: "积分奖励",
    Message("A multiplier on purchases that meet a condition", zh: "符合条件的购买的积分倍数"),
    fields: [
      Field("earn", \.earn, Message("The multiplier while the condition holds", zh: "条件成立时的倍数")),
      Field("when", \.when, Message("Which purchases it is for", zh: "适用于哪些购买")),
      Field("qualifies", \.qualifies, Bonus.qualifies),
    ])
}

extension Bonus {
  /// What `qualifies` says, of actions too.
  static let qualifies = Message(
    "Whether what it adds counts towards thresholds on points; with `no` it can only be spent",
    zh: "它增加的积分是否计入积分门槛；`no` 则只能使用")
}

/// How several bonuses work together.
public enum Stacking: String, PhrasedChoice {
  case multiply, add, highest
}

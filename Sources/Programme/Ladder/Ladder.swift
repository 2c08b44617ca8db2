import Messages
public import Quantities

/// The tiers of a programme and how they are won, kept and lost. The first tier is the entry tier.
public struct Ladder: Declared {
  /// How the plan calls it.
  public var name: String
  /// The days whose purchases count towards a tier.
  public var window: QualificationWindow = .rolling(.months(12))
  /// Which purchases count; nil where all do.
  public var counts: Condition?
  /// How long a tier lasts before review.
  public var keep: TierTerm = .duration(.months(12))
  /// Where a member goes who no longer qualifies at a review.
  public var downgrade: Downgrade = .oneStep
  /// How much longer a tier lasts, once per term, after a failed review.
  public var grace: CalendarDuration?
  /// When a higher tier takes effect.
  public var upgrade: UpgradeTiming = .immediate
  /// What thresholds that change `during` a range mean for those who hold a tier. at review: the new ones count at .
  public var transition: Transition = .atReview
  /// A tier; the first is the entry tier and names no threshold.
  public var tiers: [Tier] = []

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// The most tiers a ladder can have.
  static let tierLimit = 200

  /// Its keyword, fields and children, and what help says of them.
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
        grace = 30d, upgrade = immediate, transition = at review
        counts = not category "礼品卡"
        tier 普通
        tier 银卡 { spend = 2,000, purchases = 6 }
        tier 金卡 {
          spend = 8,000
          task 三笔 { purchases = 3, window = month, lasts = 3mo }
          task 常客 { spend = 5,000, visits = 4, need = all, window = 90d }
          task 活跃 { points = 2,000, actions(签到) = 20, window = quarter }
        }
        tier 钻石 { points = 60,000, visits = 24, actions(签到) = 50, need = all }
        tier 黑卡 { by = invitation }
      }
      ladder 名额 {
        window = calendar year, keep = year end
        tier 普通
        tier 金卡 { spend = 8,000, most = 10% }
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

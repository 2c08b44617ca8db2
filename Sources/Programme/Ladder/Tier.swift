import Messages
public import PlanLanguage
public import Quantities

/// A step of a ladder. It qualifies by its own thresholds alone.
public struct Tier: Thresholded {
  /// How the plan calls it.
  public var name: String
  /// What must be spent within the window; not set where spending does not count.
  public var spend = Scheduled<Money>()
  /// Visits needed within the window.
  public var visits = Scheduled<Count>()
  /// Purchases needed within the window.
  public var purchases = Scheduled<Count>()
  /// Points to be earned within the window.
  public var points = Scheduled<Points>()
  /// By the names that actions have in the data.
  public var actions = NamedValues<Count>()
  /// Whether any of the thresholds is enough, or all are needed.
  public var need: Need = .any
  /// Any of them lifts a member to this tier.
  public var tasks: [TaskCard] = []
  /// How the tier is won. An invitation is what the members file says: no purchase wins the tier, no review takes .
  public var by: Admission = .qualification
  /// The most members it has, of all in the data or a number. The places are handed out on 1 January, to those .
  public var most: TierQuota?

  /// One whose fields stand at their defaults.
  public init(name: String) { self.name = name }

  /// Its keyword, fields and children, and what help says of them.
  public static let declaration = Declaration<Tier>(
    "tier", zh: "等级", Message("A step of a ladder and what qualifies for it", zh: "等级体系中的一级，以及如何达到"),
    fields: thresholdFields + [
      Field(
        "by", \.by,
        Message(
          "How the tier is won. An invitation is what the members file says: no purchase wins the tier, no review takes "
            + "it away; such tiers stand above all others",
          zh: "如何获得该等级。invitation 指会员文件写明的邀请：购买不能达到，考核也不会取消；"
            + "这样的等级排在其他等级之上")),
      Field(
        "most", \.most,
        Message(
          "The most members it has, of all in the data or a number. The places are handed out on 1 January, to those "
            + "who qualify and spent most in the window; then more visits, earlier joining and the id decide. The others "
            + "get the next lower tier that they qualify for. Needs `keep = year end`; nobody comes in between",
          zh: "该等级最多的人数，按数据中全部会员的占比或人数。名额在 1 月 1 日分给达标且考察期内消费最多的人；"
            + "相同时依次看到店多、入会早和卡号。其余的人得到所达标的次一级。须 `keep = year end`；年中不再进入")),
    ],
    children: [Children(\.tasks, TaskCard.declaration.summary)])

  /// How many thresholds both tiers have.
  func common(with other: Tier) -> Int {
    [
      spend.isSet && other.spend.isSet, visits.isSet && other.visits.isSet,
      purchases.isSet && other.purchases.isSet, points.isSet && other.points.isSet,
    ].count { $0 } + actions.names.count { actions[$0].isSet && other.actions[$0].isSet }
  }
}

public import Messages
public import Programme

/// A figure of a diagnosis, declared once: its key, what it is called, and what exactly it counts.
public enum Figure: String, CaseIterable, Sendable {
  case newcomers = "new"
  case active, repurchasing
  case repeatRate = "repeat_rate"
  case upgraded, lost
  case lostElsewhere = "lost_elsewhere"
  case churn, sales
  case memberSales = "member_sales"
  case usage
  case vipShare = "vip_share"
  case vipMarginShare = "vip_margin_share"
  case purchases, frequency, basket, stuck
  case stuckShare = "stuck_share"
  case issued = "points_issued"
  case redeemed = "points_redeemed"
  case expired = "points_expired"
  case redemptionRate = "redemption_rate"
  case topFifth = "top_20_share"
  case bringingMost = "share_bringing_80"
  case gini

  public var key: String { rawValue }

  /// A figure that has a metric's name is that metric, computed as the metric says from the counters of a store.
  public var metric: MetricName? { MetricName(rawValue: rawValue) }

  /// Whether there is none where there is one tier.
  var needsTiers: Bool {
    switch self {
    case .upgraded, .vipShare, .vipMarginShare, .stuck, .stuckShare: true
    case .newcomers, .active, .repurchasing, .repeatRate, .lost, .lostElsewhere, .churn, .sales, .memberSales, .usage,
      .purchases, .frequency, .basket, .issued, .redeemed, .expired, .redemptionRate, .topFifth, .bringingMost, .gini:
      false
    }
  }

  public var title: Message {
    switch self {
    case .newcomers: Message("new", zh: "新会员")
    case .active: Message("active", zh: "活跃")
    case .repurchasing: Message("repurchasing", zh: "复购")
    case .repeatRate: Message("repeat rate", zh: "复购率")
    case .upgraded: Message("upgraded", zh: "升级")
    case .lost: Message("lost", zh: "流失")
    case .lostElsewhere: Message("bought elsewhere", zh: "其中在他店购买")
    case .churn: Message("churn", zh: "流失率")
    case .sales: Message("sales", zh: "全部销售")
    case .memberSales: Message("sales to members", zh: "会员销售")
    case .usage: Message("card usage", zh: "用卡率")
    case .vipShare: Message("VIP sales share", zh: "VIP 销售占比")
    case .vipMarginShare: Message("VIP margin share", zh: "VIP 毛利占比")
    case .purchases: Message("purchases", zh: "购买笔数")
    case .frequency: Message("frequency", zh: "人均购买笔数")
    case .basket: Message("basket", zh: "客单价")
    case .stuck: Message("stuck at entry", zh: "滞留起始等级")
    case .stuckShare: Message("stuck of active", zh: "滞留占活跃")
    case .issued: Message("points issued", zh: "发放积分")
    case .redeemed: Message("points used", zh: "兑换积分")
    case .expired: Message("points expired", zh: "过期积分")
    case .redemptionRate: Message("redemption rate", zh: "核销率")
    case .topFifth: Message("top 20% bring", zh: "前 20% 带来")
    case .bringingMost: Message("80% is brought by", zh: "带来 80% 的会员")
    case .gini: Message("Gini", zh: "基尼系数")
    }
  }

  /// What it counts of a store; without one, of all of them.
  public var meaning: Message {
    switch self {
    case .newcomers:
      Message("members whose first purchase in the data lies in the range, in this store", zh: "数据中的首次购买在区间内、且在本店的会员")
    case .active: Message("members with a purchase there in the range", zh: "区间内在该处购买过的会员")
    case .repurchasing:
      Message(
        "active members whose receipts there come to more than 0 on two days or more", zh: "在该处有两天或更多天小票合计大于 0 的活跃会员")
    case .repeatRate: Message("repurchasing ÷ active", zh: "复购 ÷ 活跃")
    case .upgraded:
      Message(
        "members who rose to a higher tier in the range; the store is that of their last receipt by then",
        zh: "区间内升到更高等级的会员；门店为当时最近一张小票的门店")
    case .lost: Message("active there in the earlier range and not in this", zh: "较早区间在该处活跃，本区间不活跃")
    case .lostElsewhere:
      Message("of the lost, those who bought in another store in this range", zh: "流失者中，本区间在其他门店购买过的")
    case .churn: Message("lost ÷ active in the earlier range", zh: "流失 ÷ 较早区间的活跃")
    case .sales: Message("net of all receipts, with a member or without", zh: "全部小票的净额，含散客")
    case .memberSales: Message("net of receipts with a member", zh: "会员小票的净额")
    case .usage: Message("sales to members ÷ sales", zh: "会员销售 ÷ 全部销售")
    case .vipShare:
      Message(
        "what members above the entry tier before the purchase paid ÷ sales", zh: "购买前在起始等级以上的会员的消费额 ÷ 全部销售")
    case .vipMarginShare:
      Message(
        "the same of what is left after the goods, where costs or `assume margin` tell it",
        zh: "同上，按扣除商品成本后的毛利；需要成本列或 `assume margin`")
    case .purchases: Message("members' receipts of 0 or more", zh: "会员金额不小于 0 的小票数")
    case .frequency: Message("purchases ÷ active", zh: "购买笔数 ÷ 活跃")
    case .basket: Message("sales to members ÷ purchases", zh: "会员销售 ÷ 购买笔数")
    case .stuck:
      Message(
        "active members with 3 purchases and more there (`stuck N`) who had never stood above the entry tier by the range's end",
        zh: "在该处购买 3 笔及以上（`stuck N`）、到区间结束从未高于起始等级的活跃会员")
    case .stuckShare: Message("stuck ÷ active", zh: "滞留 ÷ 活跃")
    case .issued: Message("points earned by receipts there; of all stores also by actions", zh: "该处小票获得的积分；全部门店时含行为")
    case .redeemed: Message("points spent with receipts there; of all stores also by actions", zh: "该处小票使用的积分；全部门店时含行为")
    case .expired:
      Message(
        "points that expired; the store is that of the member's last receipt by then", zh: "过期的积分；门店为会员当时最近一张小票的门店")
    case .redemptionRate: Message("points used ÷ (used + expired)", zh: "兑换积分 ÷（兑换 + 过期）")
    case .topFifth:
      Message("what the best fifth of the active members bring of their spend", zh: "活跃会员中最好的五分之一带来的消费额占比")
    case .bringingMost: Message("the fewest active members who bring 80% of it ÷ active", zh: "带来 80% 消费额的最少会员 ÷ 活跃")
    case .gini: Message("how unevenly it is spread: 0 evenly, 1 all of it one member's", zh: "分布的不均匀程度：0 为平均，1 为集中于一人")
    }
  }
}

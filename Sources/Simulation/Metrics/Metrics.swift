import Quantities

extension Metric {
  private static let everywhere: Set<Split> = [.tier, .month, .store, .channel]
  private static let onReceipts: Set<Split> = [.tier, .month, .store, .channel, .category]

  public static let all = ofReplay + ofAccounts

  /// Every metric of a replay, but for those of accounts. A new one is one entry here.
  private static let ofReplay: [Metric] = [
    Metric(
      "members", zh: "会员数", also: [Alias(zh: "会员人数")], .count,
      Message("Members at the end of the range", zh: "区间结束时的会员"), by: [.tier]
    ) { .count($0.stock.members) },
    Metric(
      "share", zh: "占比", also: [Alias(zh: "会员占比")], .share,
      Message("Members at the end of the range as a share of all members", zh: "区间结束时的会员在全部会员中的占比"), by: [.tier]
    ) {
      .share(part: $0.stock.members, whole: $0.members)
    },
    Metric(
      "active", zh: "活跃会员数", also: [Alias(zh: "活跃会员")], .count,
      Message("Members with a purchase in the range; by tier, the tier at its end", zh: "区间内有购买的会员；按等级时，看区间结束时的等级"),
      by: onReceipts
    ) {
      .count($0.active)
    },
    Metric(
      "repeat_rate", zh: "复购率", .share,
      Message("Members with purchases on two days or more, as a share of those with any", zh: "有购买的会员中，在两天或更多天购买过的占比"),
      by: [.tier]
    ) { .share(part: $0.stock.repeating, whole: $0.stock.active) },
    Metric(
      "purchases", zh: "购买笔数", also: [Alias(zh: "购买次数")], .count,
      Message("Receipts of 0 or more", zh: "金额不小于 0 的小票数"), by: onReceipts
    ) { .count($0.flow.purchases) },
    Metric(
      "returns", zh: "退货笔数", also: [Alias(zh: "退货次数")], .count,
      Message("Receipts of less than 0", zh: "金额小于 0 的小票数"), by: onReceipts
    ) { .count($0.flow.returns) },
    Metric(
      "visits", zh: "到店次数", also: [Alias(zh: "到店天数")], .count,
      Message(
        "Days on which a member's receipts come to more than 0, in the row of the receipt that made them so",
        zh: "会员当天小票合计大于 0 的天数，计入使合计大于 0 的那张小票所在的行"),
      by: [.tier, .month]
    ) {
      .count($0.flow.visits)
    },
    Metric(
      "spend", zh: "消费额", also: [Alias(zh: "消费金额")], .money,
      Message("Net amount paid, returns included", zh: "实付净额，已减退货"), by: onReceipts
    ) {
      .money(Money(minor: $0.flow.spend))
    },
    Metric(
      "basket", zh: "客单价", .money,
      Message("Spend ÷ purchases (客单价)", zh: "消费额 ÷ 购买笔数"), by: onReceipts
    ) {
      .average(Money(minor: $0.flow.spend), per: $0.flow.purchases)
    },
    Metric(
      "items_per_purchase", zh: "连带率", also: [Alias(zh: "每笔件数")], .count,
      Message("Pieces ÷ purchases (连带率)", zh: "件数 ÷ 购买笔数"), by: onReceipts
    ) {
      .quotient($0.flow.quantity, over: $0.flow.purchases * 1000)
    },
    Metric(
      "points_opening", zh: "期初积分", .points,
      Message("Points outstanding before the range", zh: "区间开始前未使用的积分"), by: []
    ) { .points($0.opening) },
    Metric(
      "points_issued", zh: "发放积分", also: [Alias(zh: "积分发放")], .points,
      Message("Points earned in the range, after rounding and cap", zh: "区间内获得的积分，经取整和上限之后"), by: everywhere
    ) {
      .points($0.flow.issued)
    },
    Metric(
      "points_redeemed", zh: "兑换积分", also: [Alias(zh: "积分兑换")], .points,
      Message("Points spent in the range", zh: "区间内使用的积分"), by: everywhere
    ) {
      .points($0.flow.redeemed)
    },
    Metric(
      "points_transferred_in", zh: "转入积分", also: [Alias(zh: "积分转入")], .points,
      Message(
        "Points got from other members in the range, in the row of the receiver", zh: "区间内从其他会员处受赠的积分，计入受赠会员所在的行"),
      by: [.tier, .month]
    ) {
      .points($0.flow.transferredIn)
    },
    Metric(
      "points_transferred_out", zh: "转出积分", also: [Alias(zh: "积分转出")], .points,
      Message("Points given to other members in the range, in the row of the giver", zh: "区间内转赠给其他会员的积分，计入转赠会员所在的行"),
      by: [.tier, .month]
    ) {
      .points($0.flow.transferredOut)
    },
    Metric(
      "transfers_refused", zh: "拒绝转赠次数", .count,
      Message("Transfers of the actions file that were refused in the range", zh: "区间内被拒绝的转赠次数"), by: [.tier, .month]
    ) {
      .count($0.flow.refused)
    },
    Metric(
      "redemption_rate", zh: "核销率", also: [Alias(zh: "积分核销率")], .share,
      Message(
        "Points redeemed as a share of those redeemed and those expired (核销率)", zh: "兑换积分在兑换与过期积分之和中的占比"),
      by: [.tier, .month]
    ) {
      .share(part: $0.flow.redeemed, whole: $0.flow.redeemed + $0.flow.expired)
    },
    Metric(
      "points_clawed_back", zh: "扣回积分", also: [Alias(zh: "积分扣回")], .points,
      Message("Points that returns took back", zh: "因退货扣回的积分"), by: everywhere
    ) {
      .points($0.flow.clawedBack)
    },
    Metric(
      "points_waived", zh: "未扣回积分", .points,
      Message("Points that returns should have taken back and that were gone", zh: "退货应扣回、但已不存在的积分"), by: everywhere
    ) {
      .points($0.flow.waived)
    },
    Metric(
      "points_owed", zh: "欠扣积分", .points,
      Message(
        "Points that members owe at the end of the range, because returns should have taken them back: `debt = carry`",
        zh: "区间结束时会员欠的积分，因退货应扣回而不足：`debt = carry`"), by: [.tier]
    ) {
      .points($0.stock.owed)
    },
    Metric(
      "points_capped", zh: "超限积分", also: [Alias(zh: "超上限积分")], .points,
      Message("Points that the cap kept from being issued", zh: "因上限而未发放的积分"), by: everywhere
    ) {
      .points($0.flow.capped)
    },
    Metric(
      "points_expired", zh: "过期积分", also: [Alias(zh: "积分过期")], .points,
      Message("Points that expired in the range", zh: "区间内过期的积分"), by: [.tier, .month]
    ) {
      .points($0.flow.expired)
    },
    Metric(
      "points_outstanding", zh: "积分余额", also: [Alias(zh: "未使用积分")], .points,
      Message("Points that members hold at the end of the range", zh: "区间结束时会员持有的积分"), by: [.tier]
    ) {
      .points($0.stock.outstanding)
    },
    Metric(
      "upgrades", zh: "升级次数", .count,
      Message("Changes to a higher tier, in the row of the tier left", zh: "升到更高等级的次数，计入离开的等级所在的行"),
      by: [.tier, .month]
    ) {
      .count($0.flow.upgrades)
    },
    Metric(
      "downgrades", zh: "降级次数", .count,
      Message("Changes to a lower tier, in the row of the tier left", zh: "降到更低等级的次数，计入离开的等级所在的行"), by: [.tier, .month]
    ) {
      .count($0.flow.downgrades)
    },
    Metric(
      "vip_share", zh: "高等级销售占比", also: [Alias(zh: "VIP销售占比")], .share,
      Message(
        "Spend on tiers above the entry tier as a share of all sales, walk-ins included",
        zh: "起始等级以上的会员消费额在全部销售（含散客）中的占比"),
      by: [.month, .store, .channel]
    ) { .share(part: $0.vipSpend, whole: $0.flow.spend + $0.walkInSpend) },
    Metric(
      "usage", zh: "用卡率", also: [Alias(zh: "会员销售占比")], .share,
      Message("Sales with a member as a share of all sales (用卡率)", zh: "会员销售在全部销售中的占比"), by: [.month, .store, .channel]
    ) {
      .share(part: $0.flow.spend, whole: $0.flow.spend + $0.walkInSpend)
    },
    Metric(
      "benefit_cost", zh: "权益成本", .money,
      Message(
        "What benefits cost: discounts, gifts and services, whatever would have been bought anyway",
        zh: "折扣、礼品和服务的成本，不管没有权益时会不会购买"),
      by: [.tier, .month]
    ) { .money(Money(minor: $0.benefitCost)) },
    Metric(
      "points_cost", zh: "积分成本", .money,
      Message("Points redeemed × what a point costs", zh: "兑换积分 × 每积分的成本"), by: [.tier, .month]
    ) { slice in
      slice.pointsCost.map { .money(Money(minor: $0)) } ?? .unknown
    },
    Metric(
      "programme_cost", zh: "会员计划成本", .money,
      Message("Benefit cost and points cost", zh: "权益成本与积分成本之和"), by: [.tier, .month]
    ) { slice in
      slice.programmeCost.map { .money(Money(minor: $0)) } ?? .unknown
    },
    Metric(
      "margin", zh: "毛利", .money,
      Message("What is left of the spend after the goods, less the programme's cost", zh: "消费额扣除商品成本，再减去会员计划成本"),
      by: [.tier, .month]
    ) { slice in
      guard slice.costing.knowsMargin, let cost = slice.programmeCost else { return .unknown }
      let gross = rounded(slice.flow.gross, 1_000_000)
      return .money(Money(minor: gross - cost))
    },
    Metric(
      "budget_left", zh: "预算余额", .money,
      Message(
        "What the range leaves of a budget, which must hold the range: budget_left(2026)",
        zh: "区间用去之后预算的余额，区间须在预算期内：budget_left(2026)"), by: []
    ) { slice in
      guard let budget = slice.budget, let pointsCost = slice.pointsCost else { return .unknown }
      return slice.costing.left(of: budget, slice.benefitCost, pointsCost).map { .money($0) } ?? .unknown
    },
    Metric(
      "membership_fees", zh: "会员费收款", .money,
      Message("Fees of paid memberships sold in the range", zh: "区间内售出付费会员所收的费用"), by: []
    ) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.fees.minor })) },
    Metric(
      "membership_revenue", zh: "会员费收入", .money,
      Message("What of the fees is revenue of the range, day by day over the term", zh: "区间内按天确认的会员费收入"), by: []
    ) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.revenue.minor })) },
    Metric(
      "membership_deferred", zh: "递延会员费", .money,
      Message("Fees that are for days after the range", zh: "属于区间之后各天的会员费"), by: []
    ) { .money(Money(minor: $0.memberships.reduce(0) { $0 + $1.deferred.minor })) },
    Metric(
      "coupon_exposure", zh: "优惠券敞口", .money,
      Message("What coupons that are open at the end of the range can take off", zh: "区间结束时未失效的优惠券最多抵扣的金额"), by: []
    ) { .money($0.couponExposure) },
  ]

  public static let margin = all.first { $0.name == "margin" } ?? all[0]
  public static let liability = all.first { $0.name == "liability" } ?? all[0]

  /// By its name, or by what stands for it in Chinese.
  public static func named(_ name: String) -> Metric? { byName[name] }

  private static let byName = Dictionary(
    all.flatMap { metric in ([metric.name] + metric.aliases.flatMap(\.forms)).map { ($0, metric) } }
  ) { first, _ in first }
}

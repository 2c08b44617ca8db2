import Messages
import Quantities

extension MetricName {
  /// Everything that is said of it.
  public var facts: Facts {
    switch self {
    case .members:
      Facts(
        .count, zh: "会员数", also: ["会员人数"],
        Message("Members at the end of the range", zh: "区间结束时的会员"))
    case .share:
      Facts(
        .share, zh: "占比", also: ["会员占比"], is: [.isOfAllMembers],
        Message("Members at the end of the range as a share of all members", zh: "区间结束时的会员在全部会员中的占比"))
    case .active:
      Facts(
        .count, zh: "活跃会员数", also: ["活跃会员"], is: [.goesByLength, .countsMembers],
        Message("Members with a purchase in the range; by tier, the tier at its end", zh: "区间内有购买的会员；按等级时，看区间结束时的等级"))
    case .repeatRate:
      Facts(
        .share, zh: "复购率", is: [.goesByLength, .countsMembers],
        Message(
          "Members with visits on two days or more, days on which their receipts come to more than 0, as a share of those "
            + "with a purchase",
          zh: "有购买的会员中，在两天或更多天到店（当天小票合计大于 0）的占比"))
    case .retention:
      Facts(
        .share, zh: "留存率", also: ["会员留存率"], is: [.goesByLength, .countsMembers, .looksBack],
        Message(
          "Of the members with a purchase in the equal range just before, the share who have one in this range too; by tier, the tier held on the eve of the range; by month, each month against the month before; without earlier data it is unknown",
          zh: "前一个等长区间有购买的会员中，本区间也有购买的占比；按等级时，看区间前一天的等级；按月时，每月与上月比；没有更早的数据时未知"))
    case .churn:
      Facts(
        .share, zh: "流失率", also: ["会员流失率"], aim: .atMost, is: [.goesByLength, .countsMembers, .looksBack],
        Message(
          "1 − retention: of the members with a purchase in the equal range just before, the share who have none in this range",
          zh: "1 − 留存率：前一个等长区间有购买的会员中，本区间没有购买的占比"))
    case .referralsPerMember:
      Facts(
        .count, zh: "人均推荐数", also: ["推荐率"], is: [.goesByLength, .countsMembers, .needsReferrers],
        Message(
          "Members who joined in the range and whose referrer, by the members file, is a member ÷ members with a purchase in the range; by tier and segment, the referrer's",
          zh: "区间内入会、且会员文件中写明推荐人是会员的人数 ÷ 区间内有购买的会员；按等级和分群时，看推荐人的"))
    case .purchases:
      Facts(
        .count, zh: "购买笔数", also: ["购买次数"], is: [.goesByLength],
        Message("Receipts of 0 or more", zh: "金额不小于 0 的小票数"))
    case .returns:
      Facts(
        .count, zh: "退货笔数", also: ["退货次数"], aim: .atMost, is: [.goesByLength],
        Message("Receipts of less than 0", zh: "金额小于 0 的小票数"))
    case .visits:
      Facts(
        .count, zh: "到店次数", also: ["到店天数"], is: [.goesByLength],
        Message(
          "Days on which a member's receipts come to more than 0, in the row of the receipt that made them so",
          zh: "会员当天小票合计大于 0 的天数，计入使合计大于 0 的那张小票所在的行"))
    case .spend:
      Facts(
        .money, zh: "消费额", also: ["消费金额"], is: [.goesByLength],
        Message("Net amount paid, returns included", zh: "实付净额，已减退货"))
    case .basket:
      Facts(
        .money, zh: "客单价",
        Message("Spend ÷ purchases (客单价)", zh: "消费额 ÷ 购买笔数"))
    case .itemsPerPurchase:
      Facts(
        .count, zh: "连带率", also: ["每笔件数"],
        Message("Pieces ÷ purchases (连带率)", zh: "件数 ÷ 购买笔数"))
    case .pointsOpening:
      Facts(
        .points, zh: "期初积分",
        Message("Points outstanding before the range", zh: "区间开始前未使用的积分"))
    case .pointsIssued:
      Facts(
        .points, zh: "发放积分", also: ["积分发放"], is: [.goesByLength],
        Message("Points earned in the range, after rounding and cap", zh: "区间内获得的积分，经取整和上限之后"))
    case .pointsRedeemed:
      Facts(
        .points, zh: "兑换积分", also: ["积分兑换"], is: [.goesByLength],
        Message("Points spent in the range", zh: "区间内使用的积分"))
    case .pointsTransferredIn:
      Facts(
        .points, zh: "转入积分", also: ["积分转入"], is: [.goesByLength],
        Message(
          "Points got from other members in the range, in the row of the receiver", zh: "区间内从其他会员处受赠的积分，计入受赠会员所在的行"))
    case .pointsTransferredOut:
      Facts(
        .points, zh: "转出积分", also: ["积分转出"], is: [.goesByLength],
        Message("Points given to other members in the range, in the row of the giver", zh: "区间内转赠给其他会员的积分，计入转赠会员所在的行"))
    case .transfersRefused:
      Facts(
        .count, zh: "拒绝转赠次数", aim: .atMost, is: [.goesByLength, .turnsOnPoints],
        Message("Transfers of the actions file that were refused in the range", zh: "区间内被拒绝的转赠次数"))
    case .redemptionRate:
      Facts(
        .share, zh: "核销率", also: ["积分核销率"], is: [.turnsOnPoints],
        Message(
          "Points redeemed as a share of those redeemed and those expired (核销率)", zh: "兑换积分在兑换与过期积分之和中的占比"))
    case .pointsClawedBack:
      Facts(
        .points, zh: "扣回积分", also: ["积分扣回"], is: [.goesByLength],
        Message("Points that returns took back", zh: "因退货扣回的积分"))
    case .pointsWaived:
      Facts(
        .points, zh: "未扣回积分", aim: .atMost, is: [.goesByLength],
        Message("Points that returns should have taken back and that were gone", zh: "退货应扣回、但已不存在的积分"))
    case .pointsOwed:
      Facts(
        .points, zh: "欠扣积分", aim: .atMost,
        Message(
          "Points that members owe at the end of the range, because returns should have taken them back: `debt = carry`",
          zh: "区间结束时会员欠的积分，因退货应扣回而不足：`debt = carry`"))
    case .pointsCapped:
      Facts(
        .points, zh: "超限积分", also: ["超上限积分"], aim: .atMost, is: [.goesByLength],
        Message("Points that the cap kept from being issued", zh: "因上限而未发放的积分"))
    case .pointsExpired:
      Facts(
        .points, zh: "过期积分", also: ["积分过期"], aim: .atMost, is: [.goesByLength],
        Message("Points that expired in the range", zh: "区间内过期的积分"))
    case .pointsOutstanding:
      Facts(
        .points, zh: "积分余额", also: ["未使用积分"],
        Message("Points that members hold at the end of the range", zh: "区间结束时会员持有的积分"))
    case .upgrades:
      Facts(
        .count, zh: "升级次数", is: [.goesByLength],
        Message("Changes to a higher tier, in the row of the tier left", zh: "升到更高等级的次数，计入离开的等级所在的行"))
    case .downgrades:
      Facts(
        .count, zh: "降级次数", aim: .atMost, is: [.goesByLength],
        Message("Changes to a lower tier, in the row of the tier left", zh: "降到更低等级的次数，计入离开的等级所在的行"))
    case .vipShare:
      Facts(
        .share, zh: "高等级销售占比", also: ["VIP销售占比"],
        Message(
          "Spend on tiers above the entry tier as a share of all sales, walk-ins included",
          zh: "起始等级以上的会员消费额在全部销售（含散客）中的占比"))
    case .usage:
      Facts(
        .share, zh: "用卡率", also: ["会员销售占比"],
        Message("Sales with a member as a share of all sales (用卡率)", zh: "会员销售在全部销售中的占比"))
    case .benefitCost:
      Facts(
        .money, zh: "权益成本", aim: .atMost, is: [.goesByLength], takes: .benefit,
        Message(
          "What benefits cost: discounts, gifts and services, whatever would have been bought anyway",
          zh: "折扣、礼品和服务的成本，不管没有权益时会不会购买"))
    case .pointsCost:
      Facts(
        .money, zh: "积分成本", aim: .atMost, is: [.goesByLength, .turnsOnPoints],
        Message("Points redeemed × what a point costs", zh: "兑换积分 × 每积分的成本"))
    case .programmeCost:
      Facts(
        .money, zh: "会员计划成本", aim: .atMost, is: [.goesByLength, .turnsOnPoints],
        Message("Benefit cost and points cost", zh: "权益成本与积分成本之和"))
    case .margin:
      Facts(
        .money, zh: "毛利", is: [.goesByLength, .turnsOnPoints, .needsMargin],
        Message("What is left of the spend after the goods, less the programme's cost", zh: "消费额扣除商品成本，再减去会员计划成本"))
    case .budgetLeft:
      Facts(
        .money, zh: "预算余额", is: [.turnsOnPoints], takes: .budget,
        Message(
          "What the range leaves of a budget, which must hold the range: budget_left(2026)",
          zh: "区间用去之后预算的余额，区间须在预算期内：budget_left(2026)"))
    case .goalsMissed:
      Facts(
        .count, zh: "未达目标数", aim: .atMost, is: [.turnsOnPoints], takes: .goal,
        Message(
          "How many figures of a goal the range does not reach, which must lie in its period: goals_missed(2026)",
          zh: "区间未达到的目标个数，区间须在目标期内：goals_missed(2026)"))
    case .membershipFees:
      Facts(
        .money, zh: "会员费收款", is: [.goesByLength],
        Message("Fees of paid memberships sold in the range", zh: "区间内售出付费会员所收的费用"))
    case .membershipRevenue:
      Facts(
        .money, zh: "会员费收入", is: [.goesByLength],
        Message("What of the fees is revenue of the range, day by day over the term", zh: "区间内按天确认的会员费收入"))
    case .membershipDeferred:
      Facts(
        .money, zh: "递延会员费",
        Message("Fees that are for days after the range", zh: "属于区间之后各天的会员费"))
    case .couponExposure:
      Facts(
        .money, zh: "优惠券敞口", aim: .atMost,
        Message("What coupons that are open at the end of the range can take off", zh: "区间结束时未失效的优惠券最多抵扣的金额"))
    case .liability:
      Facts(
        .money, zh: "积分负债", aim: .atMost, is: [.needsAccounts],
        Message(
          "Points expected to be redeemed still × what a point costs: by vintage, ultimate redemption rate × issued − redeemed",
          zh: "预计仍会兑换的积分 × 每积分的成本：按发放月份，最终兑换率 × 发放 − 已兑换"))
    case .breakage:
      Facts(
        .share, zh: "失效率", also: ["积分失效率"], aim: .atMost, is: [.needsAccounts],
        Message(
          "Points that are expected never to be redeemed, as a share of all issued and not clawed back: 1 − redemption rate",
          zh: "预计永远不会兑换的积分占全部已发放（扣除退货扣回）积分的比例：1 − 最终兑换率"))
    case .deferredRevenue:
      Facts(
        .money, zh: "递延收入", also: ["合同负债"], is: [.needsAccounts],
        Message(
          "Sales allocated to points and not yet recognised as revenue (IFRS 15 B39–B46)",
          zh: "分摊至积分、尚未确认的收入（IFRS 15 B39–B46）"))
    }
  }
}

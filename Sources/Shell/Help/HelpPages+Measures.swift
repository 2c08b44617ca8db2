import Messages
import Programme

extension HelpPages {
  /// What conditions on members can compare, from the measures' own declarations.
  static let measures = Page(
    names: ["measures", "conditions", "but", "within"],
    text: Message(
      """
      A condition says which members are meant, in `segment NAME { where = … }`, `tag NAME { where = … }`, `show members where …` \
      and an event's `audience`: comparisons joined by and, or, not, but not, with brackets, and tags and other segments by \
      their names, 常客 or tag(送礼). A tag is a scene that members shop in, a segment whom you mean: tags name tags only.
        MEASURE [(PART)] [in last 90d | in 2026-Q1] >= VALUE      = != < <= > >=   or   in LOW..HIGH, both ends in
      Measures, (part) and [days] where they can be narrowed so; all data to the as-of date where no days are given:
      \(list)
        columns of the members file by their headers: 城市 = "上海", 积分 >= 500; gender, family, store, advisor
      Parts of the purchases, joined by and; a receipt counts where any of its lines does:
        \(PurchasePart.candidates.prefix(5).joined(separator: " · "))
        \(PurchasePart.candidates[5..<9].joined(separator: " · "))
        \(PurchasePart.candidates[9...].joined(separator: " · "))
        price is that of a piece; a slot's end is not in it. `weekend share` is share(weekend). Holidays are defined, \
      `holiday 中秋 = 2026-09-25`; where none is named, all of them. The days before one do not have its own days in them.
      What is not known of a member holds in no comparison, so that `not` of it holds. Comparisons are exact.
      """,
      zh: """
        条件说明指哪些会员，用在 `segment 名称 { where = … }`、`tag 名称 { where = … }`、`show members where …` 和活动的 \
        `audience`：用 and、or、not、but not 和括号连接的比较，也可直接写标签和别的分群的名称：常客、tag(送礼)。标签是会员的购物场景，\
        分群是所指的会员；标签只能引用标签。
          度量 [(部分)] [in last 90d | in 2026-Q1] >= 值      = != < <= > >=   或   in 低..高，两端都算
        度量如下，(part) 和 [days] 表示可以这样缩小范围；不写日期时为截止日之前的全部数据：
        \(list)
          会员文件的列，按表头写：城市 = "上海"、积分 >= 500；gender、family、store、advisor
        购买的部分，用 and 连接；小票中有一行算，这张小票就算：
          \(PurchasePart.candidates.prefix(5).joined(separator: " · "))
          \(PurchasePart.candidates[5..<9].joined(separator: " · "))
          \(PurchasePart.candidates[9...].joined(separator: " · "))
          price 是单件价格；时段不含结束时刻。`weekend share` 即 share(weekend)。节日要先定义：`holiday 中秋 = 2026-09-25`；\
        不写名称则为全部节日；节前不含节日当天。
        会员的某项未知时，任何比较都不成立，因此它的 `not` 成立。比较都是精确的。
        """),
    examples: [
      "holiday 圣诞 = 12-25\ntag 节前客 { where = share(within 14d before holiday 圣诞, 中秋) >= 20% }",
      "segment 周末客 { where = share(weekend) >= 60% and visits >= 3 }",
      "segment 送礼常客 { where = 送礼客 and 常客 or bought(\"配饰\") in last 30d but not tier = 金卡 }",
      Example("show members where spend(category = \"外套\") in 2025 >= 5,000 and age in 25..40 top 2", shown: 5),
      Example("show members where rfm.r >= 4 and lifecycle != newcomer top 2", shown: 5),
    ])

  private static var list: Message {
    .sentence(
      SegmentMeasure.allCases.map { measure in
        let facts = measure.facts
        let part =
          switch facts.part {
          case .none: ""
          case .optional, .required: " (part)"
          case .names(let kind), .oneName(let kind): " (\(kind))"
          }
        let form = measure.name + part + (facts.takesPeriod ? " [days]" : "")
        let padding = String(repeating: " ", count: max(1, 24 - form.count))
        return Message("  \(form)\(padding)\(facts.summary)", zh: "  \(form)\(padding)\(facts.summary)")
      }, separator: Message(verbatim: "\n"))
  }

  /// What the built-in segmentations mean.
  static let schemes = Page(
    names: ["schemes", "stages", "bins", "migration"],
    text: Message(
      """
      `show segments by …` puts every member into exactly one class; conditions ask for them: lifecycle = dormant.
        rfm        recency: days since the last purchase; frequency: purchases; monetary: spend. Scores 1 to 5 by \
      quantile: equal values share a bin, and the bins are as even as that allows, by the least sum of \
      squared sizes; fewer values than 5 stand as far apart as they can. `rfm { … }` gives own cuts. Each of \
      the 125 cells has one name, by R and the mean of F and M, halves up.
        lifecycle  newcomer and care by the time since the first purchase; then the days since the last against the \
      member's own gaps between purchase days: satisfaction up to their 90th percentile, retention up to 2 \
      times it, dormant up to 4 times, else lost. Who has fewer than 5 gaps is held against the gaps of all \
      such members together. `lifecycle { … }` sets all of it, also fixed days.
        pyramid    by contribution: margin on the goods less benefits, coupons and points redeemed of the member by \
      baseline's rules; staff is not charged to single members. Platinum and gold by share, cut where it is \
      nearest with equals together; lead costs more than it brings. `pyramid { … }` sets the shares.
        layers     the highest layer whose rule is met; without `layers { … }` the field's 10/30/60 rule. `basket for \
      it` is the basket at which a layer would have its target share, the rest of its rule unchanged.
      Who bought nothing is apart, as no_purchase. `moves SCHEME from A to B` compares the ends of two ranges.
      """,
      zh: """
        `show segments by …` 把每位会员归入恰好一类；条件可以引用：lifecycle = dormant。
          rfm        最近购买：距上次购买的天数；次数：购买笔数；金额：消费额。按分位数评 1 到 5 分：\
        相同的值同分，各档在此前提下尽量均匀，即人数平方和最小；不同的值少于 5 个时尽量拉开。\
        `rfm { … }` 自定分界。125 个格子各有一个名称，由 R 和 F、M 的平均（半数进一）决定。
          lifecycle  新客和关怀期按首次购买以来的时间；之后把距上次购买的天数与会员自己购买日之间的间隔比较：\
        不超过其 90% 分位数为满意期，不超过 2 倍为挽留期，不超过 4 倍为沉睡，否则为流失。间隔少于 5 次的\
        会员，用所有这类会员的间隔合在一起判断。`lifecycle { … }` 可全部设定，也可用固定天数。
          pyramid    按贡献：商品毛利减去该会员按 baseline 规则所用的权益、优惠券和兑换的积分；人员成本不计到\
        单个会员。铂金和黄金按占比，取最接近处，相同的值同层；铅的成本高于贡献。`pyramid { … }` 设定占比。
          layers     满足规则的最高一层；没有 `layers { … }` 时用业内的 10/30/60 规则。“达标客单价”是其余规则\
        不变时，该层达到目标占比的客单价。
        没有购买的会员单列为 no_purchase。`moves 方法 from A to B` 比较两个区间结束时的情况。
        """),
    examples: [
      Example("lifecycle { rhythm = days 30d, 90d, 180d, 365d }\nshow segments by lifecycle", shown: 9),
      Example("pyramid { by = profit, platinum = 40%, gold = 40% }\nshow segments by pyramid", shown: 8),
    ])
}

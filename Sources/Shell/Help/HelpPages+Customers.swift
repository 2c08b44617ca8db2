import Messages

extension HelpPages {
  /// What the figures of the customer model mean.
  static let customers = Page(
    names: ["customers", "p_alive", "expected_purchases", "rhythm", "holdout", "newcomers"],
    text: Message(
      """
      A purchase day is a day on which a member's net is above 0; several receipts of a day count once, and returns of \
      other days change nothing. The model knows of a member how many days they bought again, when they last did, and for \
      how long they are known, in weeks since the first purchase:
        P(alive)            the chance that they will ever buy again of their own accord
        expected purchases  purchase days within `set horizon` after the as-of date
        value               expected purchases × expected basket, each week's discounted at `set discount_rate` a year; \
      times baseline's gross margin over all of the data where costs or `assume margin` tell it
      The expected basket is Gamma-Gamma's; where frequency and basket are correlated by more than 0.2, or it has no mean, \
      that of members about as frequent. `fit customers … calibrate to DATE` fits the days up to DATE, and members are \
      still valued by all they did up to the as-of date.
      `show at risk`: usual is the 90th percentile of a member's own gaps; members with fewer than 5 are held to those of \
      all who have so few. Of a member whom nobody knew 90 days before, P(alive) before is that of the first purchase.
      A reason is what happened from 90 days before the last purchase until the member was due again: a category of 30% of \
      spend and more that the last 3 visits lack, another store twice in a row, a return, a downgrade or an expiry by \
      baseline's rules.
      `show potential`: the year is cut into spans of `lead` days. On the day before each, everyone who had bought and never \
      held the top tier (the highest that purchases win) by baseline's replay is a candidate; a newcomer is one who came to hold \
      it within the span. A logistic regression tells newcomers from the others by days since the last and first purchase, \
      purchase days and spend in as many days as `lead`, spend, basket and categories in 12mo, and the tier held (amounts and \
      counts by their logarithm, all at mean 0 and deviation 1, a ridge of 1), and ranks today's candidates. The backtest does \
      the same on earlier days with what was known then, beside the share of all candidates who rose and beside as many who had \
      spent most. Reasons are the features by which newcomers really differed so.
      """,
      zh: """
        购买日是会员当天净额大于 0 的日子；同一天的多张小票只算一次，别的日子的退货不影响。模型只看会员复购了多少天、末次在何时、已观察多久，\
        以首次购买以来的周数计：
          留存概率    会员今后还会主动来购买的概率
          预期购买    截止日之后 `set horizon` 之内的购买日数
          价值        预期购买 × 预期客单，逐周按 `set discount_rate` 的年利率折现；成本或 `assume margin` 已知时，再乘以 baseline 在全部数据中的毛利率
        预期客单按 Gamma-Gamma；频次与客单的相关超过 0.2，或它没有平均数时，用频次相近会员的客单。`fit customers … calibrate to 日期` \
        只拟合到该日，而会员仍按截至截止日的全部购买评估。
        `show at risk`：惯常是会员自己购买间隔的第 90 百分位；间隔不足 5 个的会员合在一起算。90 天前还不是会员的，此前的留存概率取首次购买当天的。
        原因是末次购买前 90 天到本该再来之日之间发生的事：占消费额 30% 以上的品类最近 3 次都没有、连续两次在别的门店、退货、按 baseline 规则的降级或积分过期。
        `show potential`：把一年分成若干段，每段 `lead` 天。每段开始前一天，已购买且按 baseline 的回放从未达到最高等级（靠购买能达到的）的会员是候选；\
        段内达到的是新晋会员。用逻辑回归区分新晋与其他会员，依据：距末次和首次购买的天数、`lead` 天内的购买天数和消费额、12 个月的消费额、客单价和品类数、\
        所在等级（金额和次数取对数，都标准化，岭为 1），再给现在的候选排序。检验是在更早的日子用当时已知的数据照做，并与全部候选的升级占比、\
        以及消费最多的同样多名会员对照。原因是新晋会员确实有此差别的特征。
        """),
    examples: ["set horizon = 6mo\nset discount_rate = 8%\nshow members top 2 by expected_purchases"])
}

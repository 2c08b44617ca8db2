import Messages
import Quantities

extension HelpPages {
  /// What the figures of `show accounts` and `export accounts` mean.
  static let accounts = Page(
    names: ["accounts", "vintages", "vouchers", "urr"],
    text: Message(
      """
      `show accounts over RANGE [in SCENARIO]` keeps points by calendar month, each as known at its end:
        accounts        table and values: points_opening, points_issued, points_redeemed, points_expired,
                        points_clawed_back, points_outstanding, breakage; liability_opening + accrued − used − released
                        = liability; deferred_opening + allocated − returned − recognised − trued_up = deferred_revenue
      The points of a month are a vintage. How many of them are redeemed in the end is estimated from the vintages'
      own redemption by age: a chain ladder (Mack 1993) through the age at which they expire. It takes 3 vintages seen
      to their end; until then, and where points do not expire by age or none was redeemed, whatever is outstanding
      counts as going to be redeemed. Breakage is 1 − redeemed in the end ÷ issued less clawed back.
      Cost accrual: (points redeemed in the end − redeemed) × cost. accrued is for the month's own points, used for those
      redeemed, at `cost` also where a reward costs something else, released what else changed: breakage and returns.
      Deferred revenue (IFRS 15 B39–B46), a month's sales as one portfolio: of what was paid for purchases that earned
      points P, P × S ÷ (P + S) is allocated, S = points × value × expected redemption at the month's end. It is revenue
      as redeemed ÷ now expected in all; trued_up is what a changed expectation moves, expiry included; returned is
      undone by returns. Points from before the data have no sale: nothing is deferred for them.
      Amounts are as in the data, tax included unless `set tax` says otherwise.
      `export accounts over RANGE [as VIEW] to "f.csv"` writes month-end vouchers. deferred_revenue moves 合同负债-积分
      against 主营业务收入, cost_accrual 预计负债-积分 against 销售费用-积分, on which the till books rewards given;
      a firm books one of the two. The balances move as `show accounts` says, to the cent.
      """,
      zh: """
        `show accounts over 区间 [in 方案]` 按自然月记积分的账，每月按月末所知：
          accounts        表和值：points_opening、points_issued、points_redeemed、points_expired、
                          points_clawed_back、points_outstanding、breakage；liability_opening + accrued − used − released
                          = liability；deferred_opening + allocated − returned − recognised − trued_up = deferred_revenue
        同一个月发放的积分是一批。一批最终会兑换多少，由各批自己按月龄的兑换估计：链梯法（Mack 1993），
        直到积分过期的月龄。至少要有 3 批看得到最终结果；在此之前，以及积分不按获得时间过期或没有兑换时，
        未用的积分都按将会兑换计。失效率 = 1 − 最终兑换 ÷（发放 − 扣回）。
        成本计提：（最终兑换 − 已兑换）× 成本。accrued 是当月所发积分的，used 是已兑换的（一律按 `cost`，
        礼品的成本不同也一样），released 是其余变动：失效和退货。
        递延收入（IFRS 15 B39–B46），一个月的销售作为一个组合：得积分的购买实付 P，其中 P × S ÷ (P + S)
        分摊给积分，S = 积分 × 价值 × 月末的预计兑换率。按 已兑换 ÷ 现在预计的总兑换 确认收入；trued_up 是
        预计变化带来的调整，含过期；returned 由退货冲回。数据开始前的积分没有对应的销售，不递延。
        金额与数据一致，含税，除非 `set tax` 另有说明。
        `export accounts over 区间 [as 口径] to "f.csv"` 写出月末凭证。deferred_revenue 记 合同负债-积分 与
        主营业务收入，cost_accrual 记 预计负债-积分 与 销售费用-积分（礼品发出时收银系统记在该科目）；
        企业只入其中一种。余额变动与 `show accounts` 一致，分毫不差。
        """),
    examples: [Example("show accounts over 2025-11..2025-12", shown: 8)])
}

import Messages

extension HelpPages {
  /// What figures mean that look back, or at who brought whom, and how searches take segments.
  static let earlier = Page(
    names: ["earlier", "eve", "lookback"],
    text: Message(
      """
      `retention` and `churn` hold a range against the equal one just before: as many whole months where the range is \
      whole months (2025, 2025-Q1, 2025-03, last 6mo), else as many days.
        who        members with a purchase in the earlier range; kept are those with one in this range too
        tier       the tier held on the eve of the range; `active` and most others go by the tier at its end
        store      purchases in that store in both ranges; channel and category likewise
        month      each month against the same days of the month before
      Where the data begin after the earlier range there is no figure, and where they begin within it a note says so.
      `referrals_per_member`: members who joined in the range and whose referrer is a member, by the column 推荐人 or \
      `referrer` of the members file, else by their first action that names one, ÷ active members; by tier and \
      segment, the referrer's.
      `incremental_margin`, `roi` and `payback_months` compare with what customers would have done else: no past range \
      has them.
      `sweep`, `solve`, `optimise` and `tornado` take metrics of segments. A segment keeps the members of the as-of \
      date, whatever is turned; one that asks for `tier` or `pyramid` gets those of each value's rules.
      """,
      zh: """
        `retention` 和 `churn` 把区间与紧邻的前一个等长区间比较：区间是整月（2025、2025-Q1、2025-03、last 6mo）时\
        往前数同样多的整月，否则往前数同样多的天。
          哪些人     前一区间有购买的会员；本区间也有购买的为留存
          等级       区间前一天的等级；`active` 等多数指标看区间结束时的等级
          门店       两个区间都在该门店的购买；渠道和品类相同
          月份       每月与上月的相同日期比较
        数据在前一区间之后才开始时没有数字，在其间开始时注明。
        `referrals_per_member`：区间内入会、且推荐人是会员的人数 ÷ 活跃会员；推荐人取会员文件的 推荐人 或 `referrer` 列，\
        否则取其第一次写明推荐人的行为；按等级和分群时，看推荐人的。
        `incremental_margin`、`roi` 和 `payback_months` 要与顾客本来会怎样比较：过去的区间没有。
        `sweep`、`solve`、`optimise` 和 `tornado` 可以用分群的指标。无论调整什么，分群都保持截止日的成员；\
        条件中有 `tier` 或 `pyramid` 的，按每个值的规则重新确定成员。
        """),
    examples: [
      Example("compare baseline 提高门槛 over 2025 on retention, churn by tier", shown: 9),
      Example("sweep 会员.金卡.spend from 6,000 to 10,000 step 2,000 over 2025 on spend(常客), churn(金卡)", shown: 6),
      Example("goal 2025-Q4 { churn = 50%, spend = 400,000 }\nshow goal 2025-Q4", shown: 6),
    ])
}

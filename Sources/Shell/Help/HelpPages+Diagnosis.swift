import Insight
import MemberBook
import Messages

extension HelpPages {
  /// What the figures of a diagnosis are, from their own declarations.
  static let diagnosis = Page(
    names: ["diagnosis", "figures", "findings", "decomposition"],
    text: Message(
      """
      `diagnose` looks at the receipts of a store, or of all of them, by baseline's rules. Each figure stands beside the \
      earlier range's, and a store's beside the median of the other stores':
      \(list)
      The earlier range is as long and just before: of whole months, quarters and years as many by the calendar, of one \
      that is not over the same days of it, of `last 6mo` the six months before; `against RANGE` names another.
      Sales to members are active members × purchases a member × spend a purchase. A factor's part of the change is the \
      mean of what its change adds over the six orders in which the three can change (Shapley 1953; Sun, Energy Economics \
      20, 1998), exactly, and rounded so that the parts add up: what is missing goes to the largest remainders. Where nobody \
      bought in one of the ranges, all of the change is the members'. Sales without a member are a part of their own.
      Findings are ranked by the money at stake: the largest part of the change; the largest fall of one store's sales; what \
      the lost spent in the earlier range; how newcomers' spend differs from the earlier range's; what the stuck spent; a \
      share's distance from the other stores' median, else from the earlier range, × the sales that it is a share of; the \
      value of points issued and not used.
      """,
      zh: """
        `diagnose` 按 baseline 的规则看一家或全部门店的小票。每个数字与较早区间的并列，门店的数字再与其他门店的中位数并列：
        \(list)
        较早区间紧接在前、同样长：整月、整季、整年按日历取同样多个；未结束的取同样的日子；`last 6mo` 取之前六个月；`against 区间` 另行指定。
        会员销售 = 活跃会员数 × 人均购买笔数 × 客单价。每个因素的影响，是三个因素按六种先后次序变化时它所增加的平均值\
        （Shapley 1953；Sun，Energy Economics 20，1998），精确计算；取整时把差额给余数最大的部分，所以各部分之和等于总变化。\
        某一区间没有人购买时，全部变化都算会员数的。散客销售单独成一部分。
        发现按涉及的金额排列：变化中最大的部分；销售下降最多的门店；流失者在较早区间的消费；新会员的消费与较早区间之差；滞留者的消费；某项占比与其他门店中位数\
        （否则与较早区间）之差 × 它所属的销售；已发放而未兑换的积分的价值。
        """),
    examples: [
      Example("diagnose store 天河店 over last 3mo stuck 2", shown: 12), "diagnose over 2025-11-20..2025-12-10",
    ])

  private static var list: Message {
    .sentence(
      Figure.allCases.map { figure in
        let title = figure.title.text(in: .english)
        let padding = String(repeating: " ", count: max(1, 19 - title.count))
        return Message("  \(title)\(padding)\(figure.meaning)", zh: "  \(figure.title)：\(figure.meaning)")
      }, separator: Message(verbatim: "\n"))
  }
}

public import Messages

/// Figures that compare what customers do with what they would have done: a past range has none of them, and no assumption
/// is made up for one.
public enum ResponseMetric: String, CaseIterable, Sendable {
  case incrementalMargin = "incremental_margin"
  case roi
  case paybackMonths = "payback_months"

  public var title: Message {
    switch self {
    case .incrementalMargin: Message("incremental margin", zh: "增量毛利")
    case .roi: Message("ROI", zh: "投资回报率")
    case .paybackMonths: Message("payback months", zh: "回本月数")
    }
  }

  public var summary: Message {
    switch self {
    case .incrementalMargin:
      Message(
        "Margin on the sales that a scenario brings beyond the baseline's, less what its programme costs beyond it",
        zh: "方案比基准多带来的销售的毛利，减去会员计划多出的成本")
    case .roi:
      Message("Incremental margin ÷ additional programme cost", zh: "增量毛利 ÷ 会员计划多出的成本")
    case .paybackMonths:
      Message(
        "Additional programme cost ÷ the incremental margin before it that a month brings: the months until a change has paid for itself",
        zh: "会员计划多出的成本 ÷ 每月扣除它之前的增量毛利：一项改变多少个月回本")
    }
  }
}

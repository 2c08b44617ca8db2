import Analysis
import CustomerModels
import Messages
import Quantities
import Reporting

extension MarginShare {
  /// What values are: margin or spend.
  var noun: Message {
    guard let share else { return Message("spend", zh: "消费额") }
    let percent = Cell.percent(share)
    return Message("margin (\(percent) of spend)", zh: "毛利（消费额的 \(percent)）")
  }
}

extension CustomerOutlook {
  /// What members are ranked or drawn by, for titles: what a figure is depends on the day, the horizon and the model.
  func meaning(of measure: MemberMeasure, _ margin: MarginShare) -> Message {
    switch measure {
    case .value:
      Message(
        "value: expected \(margin.noun) of the next \(question.horizon.description) after \(question.asOf), discounted at "
          + "\(question.rate) a year",
        zh: "价值：\(question.asOf) 之后 \(question.horizon.description) 的预期\(margin.noun)，年折现率 \(question.rate)")
    case .expectedPurchases:
      Message(
        "expected purchases: days with a purchase in the next \(question.horizon.description) after \(question.asOf)",
        zh: "预期购买：\(question.asOf) 之后 \(question.horizon.description) 内有购买的天数")
    case .alive: Message("P(alive) on \(question.asOf)", zh: "\(question.asOf) 的留存概率")
    case .spend, .visits, .purchases: measure.heading.title
    }
  }

  /// Where the figures come from, for notes.
  var source: Message {
    Message(
      "by \(model.title) of the days through \(calibration); `fit customers` chooses another model, `set horizon` and "
        + "`set discount_rate` how values count",
      zh: "按 \(model.title)，依据截至 \(calibration) 的数据；`fit customers` 可换模型，`set horizon` 和 `set discount_rate` 可改价值的算法")
  }
}

extension Cell {
  /// `38.0%`.
  static func percent(_ share: Double) -> String {
    let tenths = Int64((share * 1000).rounded())
    return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)%"
  }
}

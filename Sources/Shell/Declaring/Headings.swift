import Analysis
import Messages
import Reporting
import Simulation

/// What stands over columns that several commands have.
extension Heading {
  static let tier = Heading("tier", Message("tier", zh: "等级"))
  static let member = Heading("member", Message("member", zh: "会员"))
  static let members = Heading("members", Message("members", zh: "会员数"))
  static let spend = Heading("spend", Message("spend", zh: "消费额"))
  static let amount = Heading("amount", Message("amount", zh: "金额"))
  static let points = Heading("points", Message("points", zh: "积分"))
  static let receipt = Heading("receipt", Message("receipt", zh: "小票"))
  static let purchases = Heading("purchases", Message("purchases", zh: "购买笔数"))
  static let visits = Heading("visits", Message("visits", zh: "到店次数"))
  static let from = Heading("from", Message("from", zh: "原等级"))
  static let to = Heading("to", Message("to", zh: "新等级"))
  static let scenario = Heading("scenario", Message("scenario", zh: "方案"))
  static let event = Heading("event", Message("event", zh: "活动"))
  static let metric = Heading("metric", Message("metric", zh: "指标"))
  static let benefit = Heading("benefit", Message("benefit", zh: "权益"))
  static let cost = Heading("cost", Message("cost", zh: "成本"))
  static let month = Heading("month", Message("month", zh: "月份"))
  static let date = Heading("date", Message("date", zh: "日期"))
  static let time = Heading("time", Message("time", zh: "时间"))
  static let day = Heading("day", Message("day", zh: "日期"))
  static let store = Heading("store", Message("store", zh: "门店"))
  static let name = Heading("name", Message("name", zh: "名称"))
  static let value = Heading("value", Message("value", zh: "值"))
  static let path = Heading("path", Message("path", zh: "路径"))
  static let rows = Heading("rows", Message("rows", zh: "行数"))
  static let reason = Heading("reason", Message("reason", zh: "原因"))
  static let segment = Heading("segment", Message("segment", zh: "分群"))
  static let basket = Heading("basket", Message("basket", zh: "客单价"))
  static let share = Heading("share", Message("share", zh: "占比"))
  static let draws = Heading("draws", Message("draws", zh: "抽样次数"))
  static let seed = Heading("seed", Message("seed", zh: "随机种子"))
  static let accepted = Heading("accepted", Message("accepted", zh: "接受"))
  static let merged = Heading("merged", Message("merged", zh: "合并"))
  static let quarantined = Heading("quarantined", Message("quarantined", zh: "搁置"))
  static let walkIns = Heading("walk_ins", Message("walk ins", zh: "散客"))
  static let percentiles = ["p10", "p50", "p90"].map { Heading(verbatim: $0) }
}

extension Metric {
  var heading: Heading { Heading(name, title) }
}

extension MetricCall {
  /// As it was written; people read the metric's title.
  var heading: Heading {
    guard let metric = Metric.named(name), text.hasPrefix(name) else {
      return Heading(text, Message(verbatim: text.replacing("_", with: " ")))
    }
    return Heading(
      text, Message("\(text.replacing("_", with: " "))", zh: "\(metric.title)\(text.dropFirst(name.count))"))
  }
}

extension Split {
  var heading: Heading { Heading(rawValue, noun) }
}

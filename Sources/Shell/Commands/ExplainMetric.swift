import Analysis
import Messages
import Programme
import Reporting
import Simulation

/// `explain METRIC`: what a metric means.
struct ExplainMetric: Command {
  var name = Reference("")

  static let syntax = Syntax<ExplainMetric>(
    "explain", Message("What a metric means and how it can be split", zh: "指标的含义，以及可以怎样拆分"),
    [.argument(Label.metric, \.name, Message("A metric's name", zh: "指标的名称"), offers: .metrics)],
    examples: [Example("explain vip_share", shown: 4)])

  func run(in session: inout Session) throws -> Answer {
    if let response = ResponseMetric(rawValue: name.text) {
      var report = Report(verb: "explain")
      report.wrapsText = true
      report.text = HelpText.about(response)
      return .report(report)
    }
    guard let metric = Metric.named(name.text) else {
      throw Diagnostic(AnalysisProblem.unknownMetric(name.text, names: Metric.allNames), at: name.span)
    }
    var report = Report(verb: "explain")
    report.wrapsText = true
    let splits = Message.list(metric.splitNames)
    report.text = [
      Message(
        "\(metric.name) (\(metric.unit.rawValue)): \(metric.summary)",
        zh: "\(metric.name)，\(metric.title)：\(metric.summary)"),
      metric.splits.isEmpty
        ? Message("one figure for the whole range", zh: "结果是\(metric.unit.noun)，整个区间一个数")
        : Message("by \(splits)", zh: "结果是\(metric.unit.noun)，可按 \(splits) 拆分"),
    ].map(\.text)
    return .report(report)
  }
}

import Quantities
import Reporting
import Simulation

/// `explain METRIC`: what a metric means.
struct ExplainMetric: Command {
  var name = Reference("")

  static let syntax = Syntax<ExplainMetric>(
    "explain", "What a metric means and how it can be split",
    [.argument("METRIC", \.name, "A metric's name", .metrics)], examples: [Example("explain vip_share", shown: 4)])

  func run(in session: inout Session) throws -> Answer {
    guard let metric = Metric.named(name.text) else {
      throw Diagnostic(ShellProblem.unknownMetric(name.text, names: Metric.all.map(\.name)), at: name.span)
    }
    var report = Report(verb: "explain")
    report.text = [
      "\(metric.name) (\(metric.unit.rawValue)): \(metric.summary)",
      metric.splits.isEmpty ? "one figure for the whole range" : "by " + metric.splitNames.joined(separator: ", "),
    ]
    return .report(report)
  }
}

import Programme
import Quantities
import Reporting
import Simulation

/// `compare A B [C…] over RANGE [on METRICS] [by tier, …]`: scenarios side by side, and their differences from the first.
struct Compare: Command {
  var scenarios = References()
  var range = Placed(Horizon.history)
  var metrics: MetricList?
  var splits: SplitList?

  static let syntax = Syntax<Compare>(
    "compare", "Scenarios side by side over the same history, with differences from the first",
    [
      .argument("A B …", \.scenarios, "Two scenarios or more", .scenarios),
      .required("over", "RANGE", \.range, "The days that are compared", .ranges),
      .clause("on", "METRICS", \.metrics, "What is compared", .metrics),
      .clause("by", "SPLITS", \.splits, "Rows for each tier, store, month, category or channel", .splits),
    ],
    examples: [
      "compare baseline 提高门槛 over last 6mo by tier",
      "compare baseline 提高门槛 over last 6mo on members(金卡), points_issued",
    ])

  func run(in session: inout Session) throws -> Answer {
    guard scenarios.names.count > 1 else {
      throw Diagnostic(
        ShellProblem.missing("a second scenario", of: "compare", usage: Compare.syntax.usage),
        at: scenarios.names.first?.span)
    }
    for (place, name) in scenarios.names.enumerated() where scenarios.names[..<place].contains(name) {
      throw Diagnostic(ShellProblem.namedTwice(name.text), at: name.span)
    }
    let rules = try scenarios.names.map { try session.rules(of: $0) }
    let range = try session.days(of: range)
    var comparison = Comparison(range: range)
    comparison.calls = metrics ?? Compare.standardMetrics(rules, splits: splits)
    try comparison.split(by: splits ?? [])
    for (name, rules) in zip(scenarios.names, rules) { try comparison.add(name.text, rules, &session) }
    session.lastRange = range
    session.lastScenario = scenarios.names[0].text
    var report = Report(
      verb: "compare", title: scenarios.names.map(\.text).joined(separator: ", ") + " over \(range)")
    report.tables = [try comparison.table(session), try comparison.differences(session)]
    if let split = splits?.map(\.split).first(where: { $0 != .tier }), try !session.loaded().book.has(split) {
      report.notes.append("the data have no \(split.rawValue) column, so everything stands under (blank)")
    }
    for (rules, outcome) in zip(rules, comparison.outcomes) {
      for note in session.notes(on: rules, over: range, outcome) where !report.notes.contains(note) {
        report.notes.append(note)
      }
    }
    return .report(report)
  }

  /// What is compared where nothing is asked for.
  private static func standardMetrics(_ rules: [Rules], splits: SplitList?) -> MetricList {
    let splits = splits?.map(\.split) ?? []
    if splits.contains(.category) { return [MetricCall("purchases"), MetricCall("spend")] }
    if splits == [.tier] {
      return ["members", "share", "purchases", "spend", "points_issued"].map { MetricCall($0) }
    }
    if !splits.isEmpty { return ["purchases", "spend", "points_issued"].map { MetricCall($0) } }
    // The tiers that every scenario has.
    let common = rules[0].ladder.tiers.dropFirst().map(\.name).filter { name in
      rules.allSatisfy { $0.ladder.tiers.contains { $0.name == name } }
    }
    return common.map { MetricCall("members", [$0]) }
      + ["points_issued", "points_outstanding", "upgrades", "downgrades"].map { MetricCall($0) }
  }
}

import Programme
import Quantities
import Reporting
import Simulation

/// `compare A B [C…] over RANGE [on METRICS] [by tier, …]`: scenarios side by side, and their differences from the first.
/// `compare EVENT EVENT… [draws N] [seed N]`: the same of events, in `CompareEvents`.
struct Compare: Command {
  var scenarios = References()
  var range: Placed<Horizon>?
  var metrics: MetricList?
  var splits: SplitList?
  var draws: Placed<Count>?
  var seed: Placed<Count>?

  static let syntax = Syntax<Compare>(
    "compare",
    "Scenarios side by side over the same history, or events on the same luck, with differences from the first",
    [
      .argument("A B …", \.scenarios, "Two scenarios or more, or two events or more", .comparables),
      .clause("over", "RANGE", \.range, "The days that scenarios are compared over; events take none", .ranges),
      .clause("on", "METRICS", \.metrics, "What is compared", .metrics),
      .clause("by", "SPLITS", \.splits, "Rows for each tier, store, month, category or channel", .splits),
      .clause("draws", "N", \.draws, "Draws of the events' ranges; 1,000 where it is left out"),
      .clause("seed", "N", \.seed, "What the events' draws are keyed by; `set seed` where it is left out"),
    ],
    examples: [
      "compare baseline 提高门槛 over last 6mo by tier",
      "compare baseline 提高门槛 over last 6mo on members(金卡), points_issued",
      "compare 春季私享会 小型茶会",
    ])

  func run(in session: inout Session) throws -> Answer {
    guard scenarios.names.count > 1 else {
      throw Diagnostic(
        ShellProblem.missing("a second scenario or event", of: "compare", usage: Compare.syntax.usage),
        at: scenarios.names.first?.span)
    }
    for (place, name) in scenarios.names.enumerated() where scenarios.names[..<place].contains(name) {
      throw Diagnostic(ShellProblem.namedTwice(name.text), at: name.span)
    }
    return .report(try session.areEvents(scenarios.names) ? compareEvents(in: session) : compareScenarios(in: &session))
  }

  private func compareScenarios(in session: inout Session) throws -> Report {
    try refuse([("draws", draws?.span), ("seed", seed?.span)], for: "scenarios")
    let rules = try scenarios.names.map { try session.rules(of: $0) }
    guard let horizon = range else {
      throw Diagnostic(
        ShellProblem.missing("`over`", of: "compare", usage: Compare.syntax.usage), at: scenarios.names.last?.span?.end)
    }
    let range = try session.days(of: horizon)
    var comparison = Comparison(range: range)
    comparison.calls = metrics ?? Compare.standardMetrics(rules, splits: splits)
    try comparison.split(by: splits ?? [])
    for (place, name) in scenarios.names.enumerated() {
      try session.part(place, of: rules.count) { try comparison.add(name.text, rules[place], &$0) }
    }
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
    return report
  }

  /// - Throws: where a clause is there that the other kind of comparison takes.
  func refuse(_ clauses: [(word: String, span: Span?)], for kind: String) throws(Diagnostic) {
    for (word, span) in clauses {
      if let span { throw Diagnostic(ShellProblem.clauseNotFor(word, kind: kind), at: span) }
    }
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

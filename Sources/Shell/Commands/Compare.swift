import Analysis
import Messages
import PlanLanguage
import Programme
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
    Message(
      "Scenarios side by side over the same history, or events on the same luck, with differences from the first",
      zh: "并排比较同一段历史上的多个方案，或同一组抽样下的多个活动，并列出与第一个的差异"), aliases: [Alias(zh: "对比")],
    [
      .argument(
        Message(verbatim: "A B …"), \.scenarios,
        Message("Two scenarios or more, or two events or more", zh: "两个或更多方案，或者两个或更多活动"), offers: .comparables),
      .clause(
        "over", takes: Label.range, \.range,
        Message("The days that scenarios are compared over; events take none", zh: "比较方案的日期；活动不需要"), offers: .ranges),
      .clause("on", takes: Label.metrics, \.metrics, Message("What is compared", zh: "比较的指标"), offers: .metrics),
      .clause(
        "by", takes: Label.splits, \.splits,
        Message("Rows for each tier, segment, store, month, category or channel", zh: "按等级、分群、门店、月份、品类或渠道分行"),
        offers: .splits),
      .clause(
        "draws", takes: Label.number, \.draws,
        Message("Draws of the events' ranges; 1,000 where it is left out", zh: "对活动各区间抽样的次数；省略时为 1,000")),
      .clause(
        "seed", takes: Label.number, \.seed,
        Message("What the events' draws are keyed by; `set seed` where it is left out", zh: "活动抽样的随机种子；省略时用 `set seed`")
      ),
    ],
    examples: [
      Example("compare baseline 提高门槛 over last 6mo on members(金卡), points_issued, benefit_cost", shown: 8),
      "compare baseline 提高门槛 over last 6mo by tier", "compare 春季私享会 小型茶会",
    ])

  func run(in session: inout Session) throws -> Answer {
    guard scenarios.names.count > 1 else {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message("a second scenario or event", zh: "第二个方案或活动"), of: "compare", usage: Compare.syntax.usage),
        at: scenarios.names.first?.span)
    }
    for (place, name) in scenarios.names.enumerated() where scenarios.names[..<place].contains(name) {
      throw Diagnostic(AnalysisProblem.namedTwice(name.text), at: name.span)
    }
    return .report(
      try Compare.areEvents(scenarios.names, in: session.programme)
        ? compareEvents(in: &session) : compareScenarios(in: &session))
  }

  private func compareScenarios(in session: inout Session) throws -> Report {
    try refuse([("draws", draws?.span), ("seed", seed?.span)], for: .scenarios)
    let rules = try scenarios.names.map { try session.analyst.rules(of: $0) }
    guard let horizon = range else {
      throw Diagnostic(
        AnalysisProblem.missing(Message(verbatim: "`over`"), of: "compare", usage: Compare.syntax.usage),
        at: scenarios.names.last?.span?.end)
    }
    let range = try session.analyst.days(of: horizon)
    var comparison = Comparison(range: range)
    comparison.calls = metrics ?? Compare.standardMetrics(rules, splits: splits)
    try comparison.split(by: splits ?? [])
    for (place, name) in scenarios.names.enumerated() {
      try session.analyst.part(place, of: rules.count) { try comparison.add(name.text, rules[place], &$0) }
    }
    session.lastRange = range
    session.lastScenario = scenarios.names[0].text
    let names = Message.list(scenarios.names.map(\.text))
    var report = Report(verb: "compare", title: Message("\(names) over \(range)", zh: "\(names)，\(range)"))
    let figures = try comparison.figures(session.analyst)
    report.tables = [comparison.table(of: figures), comparison.differences(of: figures)]
    report.notes += comparison.segmentNotes(session.analyst) + comparison.comingNotes(session.analyst)
    if let split = splits?.map(\.split).first(where: { $0 != .tier }), try !session.analyst.loaded().book.has(split) {
      report.notes.append(
        Message(
          "the data have no \(split.rawValue) column, so everything stands under (blank)",
          zh: "数据没有\(split.noun)列，所以全部归在（空白）之下"))
    }
    for (rules, outcome) in zip(rules, comparison.outcomes) {
      let asked = comparison.needsAccounts ? session.analyst.accountNotes(outcome) : []
      for note in session.analyst.notes(on: rules, over: range, outcome) + asked where !report.notes.contains(note) {
        report.notes.append(note)
      }
    }
    return report
  }

  /// - Throws: where a clause is there that the other kind of comparison takes.
  func refuse(_ clauses: [(word: String, span: SourceSpan?)], for kind: ShellProblem.Compared) throws(Diagnostic) {
    for (word, span) in clauses {
      if let span { throw Diagnostic(ShellProblem.clauseNotFor(word, kind: kind), at: span) }
    }
  }

  /// What is compared where nothing is asked for.
  private static func standardMetrics(_ rules: [Rules], splits: SplitList?) -> MetricList {
    let splits = splits?.map(\.split) ?? []
    if splits.contains(.category) { return [MetricName.purchases, .spend].map { MetricCall($0) } }
    if splits == [.tier] {
      return [MetricName.members, .share, .purchases, .spend, .pointsIssued].map { MetricCall($0) }
    }
    if splits.contains(.segment) { return [MetricName.members, .share, .purchases, .spend].map { MetricCall($0) } }
    if !splits.isEmpty { return [MetricName.purchases, .spend, .pointsIssued].map { MetricCall($0) } }
    // The tiers that every scenario has.
    let common = rules[0].ladder.tiers.dropFirst().map(\.name).filter { name in
      rules.allSatisfy { $0.ladder.tiers.contains { $0.name == name } }
    }
    return common.map { MetricCall(.members, [$0]) }
      + [MetricName.pointsIssued, .pointsOutstanding, .upgrades, .downgrades].map { MetricCall($0) }
  }
}

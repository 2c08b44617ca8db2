import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `tornado SCENARIO over RANGE on METRIC [by 10%] [paths PATHS]`: one field at a time, a little lower and higher.
struct Tornado: Command {
  var scenario = Reference("")
  var range = Placed(Horizon.history)
  var metric = MetricCall(.spend)
  var by: Percent?
  var paths: [FieldReference]?

  static let syntax = Syntax<Tornado>(
    "tornado",
    Message(
      "Which fields of a policy a metric hangs on: each turned down and up by itself, the widest swing first",
      zh: "指标取决于政策的哪些字段：逐个调低和调高，变动最大的在前"), aliases: [Alias(zh: "敏感度")],
    [
      .argument(Label.scenario, \.scenario, Message("Whose rules are turned", zh: "调整哪个方案的规则"), offers: .scenarios),
      .required("over", takes: Label.range, \.range, .replayedDays, offers: .ranges),
      .required("on", takes: Label.metric, \.metric, Message("What is looked at", zh: "要看的指标"), offers: .metrics),
      .clause(
        "by", takes: Message(verbatim: "p%"), \.by,
        Message(
          "How far each is turned, rounded to its smallest unit, at least by one; 10% where it is left out",
          zh: "各字段调整的幅度，取整到最小单位，至少一个单位；省略时为 10%")),
      .clause(
        "paths", takes: Label.path, \.paths,
        Message(
          "Which fields; where it is left out every threshold, rate, multiplier, cap and cost, but no duration",
          zh: "哪些字段；省略时为全部门槛、比率、倍数、上限和成本，不含时长"), offers: .paths),
    ],
    examples: [
      Example("tornado baseline over last 6mo on points_issued", shown: 8),
      Example("tornado 提高门槛 over last 6mo on benefit_cost by 20% paths 会员.金卡.spend, 金卡折扣.discount", shown: 6),
    ])

  func run(in session: inout Session) throws -> Answer {
    let rules = try session.analyst.rules(of: scenario)
    let range = try session.analyst.days(of: range)
    let bound = try session.analyst.bind(metric)
    if let other = bound.scenario, other != scenario.text {
      throw Diagnostic(
        AnalysisProblem.metricArguments(
          metric.name, expected: Message("no other scenario than \(scenario.text)", zh: "除 \(scenario.text) 外没有别的方案")),
        at: metric.span)
    }
    let share = by?.fraction ?? Ratio(1, over: 10) ?? .zero
    guard share > .zero, share < .one else {
      throw Diagnostic(
        ReadingProblem.outOfBounds(
          Percent(fraction: share).description,
          must: Message("more than 0% and less than 100%", zh: "大于 0%、小于 100%")), at: scenario.span)
    }
    let sensitivity = try Sensitivity(
      of: metric, bound, in: scenario, rules, over: range, by: share, &session.analyst)
    let dials =
      try paths.map { paths throws(Diagnostic) in try sensitivity.dials(at: paths) }
      ?? sensitivity.dials(session.analyst)
    let found = try sensitivity.turned(dials, &session.analyst)
    return .report(
      TornadoText(sensitivity: sensitivity, found: found, leavesDurations: paths == nil).report(session.analyst))
  }
}

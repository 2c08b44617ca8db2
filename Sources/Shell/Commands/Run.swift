import Analysis
import Messages
import PlanLanguage
import Programme
import Reporting
import Simulation

/// `run SCENARIO over RANGE`: what a scenario's rules made of a range of history.
struct Run: Command {
  var scenario = Reference("")
  var range = Placed(Horizon.history)

  static let syntax = Syntax<Run>(
    "run", Message("Replays history exactly by a scenario's rules", zh: "按方案的规则精确回放历史"), aliases: [Alias(zh: "试算")],
    [
      .argument(
        Label.scenario, \.scenario, Message("baseline or a scenario", zh: "baseline 或一个方案"), offers: .scenarios),
      .required(
        "over", takes: Label.range, \.range, Message("The days that are reported", zh: "报告的日期"), offers: .ranges),
    ],
    examples: [Example("run baseline over last 6mo", shown: 12), "run 提高门槛 over 2025-07-01..2025-12-31"])

  func run(in session: inout Session) throws -> Answer {
    let rules = try session.analyst.rules(of: scenario)
    let range = try session.analyst.days(of: range)
    let needsAccounts = rules.points?.isPriced ?? false || rules.goals.contains(where: \.needsAccounts)
    let outcome = try session.analyst.outcome(rules, over: range, accounts: needsAccounts)
    session.lastRange = range
    session.lastScenario = scenario.text
    var report = Report(verb: "run", title: Message("\(scenario.text) over \(range)", zh: "\(scenario.text)，\(range)"))
    let goals = GoalTable(outcome)
    report.tables = [Run.tierTable(outcome)] + goals.tables
    report.tables += BenefitTables(outcome).tables
    report.tables += Run.rewardTables(outcome)
    if !outcome.memberships.isEmpty { report.tables.append(MembershipTable(outcome).table) }
    let money =
      rules.benefits.isEmpty && rules.coupons.isEmpty && outcome.flow[.redeemed] == 0
      && outcome.value(of: .margin) == .unknown
      && (rules.points == nil || outcome.value(of: .liability) == .unknown)
    let further =
      (outcome.stock[.owed] > 0 ? [MetricName.pointsOwed] : [])
      + (rules.points?.transfer.isSet == true
        ? [.pointsTransferredIn, .pointsTransferredOut, .transfersRefused] : [])
      + (outcome.flow[.redeemed] > 0 ? [.redemptionRate] : []) + (rules.coupons.isEmpty ? [] : [.couponExposure])
      + (rules.memberships.isEmpty ? [] : [.membershipFees, .membershipRevenue, .membershipDeferred])
    report.values = (Run.metrics + (money ? [] : Run.moneyMetrics) + further).map { name in
      Report.Value(Metric(name).heading, outcome.value(of: name).cell)
    }
    report.notes = session.analyst.notes(on: rules, over: range, outcome) + goals.notes
    report.notes += session.analyst.comingNotes(on: goals.metrics, over: range)
    report.notes +=
      session.analyst.benefitNotes(on: rules, outcome) + (try session.analyst.presentValueNotes(on: rules, over: range))
    return .report(report)
  }

  static let metrics: [MetricName] = [
    .members, .purchases, .returns, .spend, .pointsOpening, .pointsIssued, .pointsRedeemed, .pointsClawedBack,
    .pointsExpired, .pointsOutstanding, .upgrades, .downgrades,
  ]

  /// Shown where there is anything to say about money.
  static let moneyMetrics: [MetricName] = [.benefitCost, .pointsCost, .programmeCost, .margin, .liability]

  /// Every tier, entry first: members and share at the end of the range, the rest within it by the tier held before.
  private static func tierTable(_ outcome: Outcome) -> Table {
    let metrics = [MetricName.members, .share, .purchases, .spend, .pointsIssued].map { Metric($0) }
    var table = Table("tiers", columns: ([.tier] + metrics.map(\.heading)).map { Table.Column($0) })
    for (tier, name) in outcome.tiers.enumerated() {
      table.rows.append([.text(name)] + metrics.map { outcome.value(of: $0, in: SliceKey(tier: tier)).cell })
    }
    table.bar = 1
    return table
  }
}

import Programme
import Quantities
import Reporting
import Simulation

/// `run SCENARIO over RANGE`: what a scenario's rules made of a range of history.
struct Run: Command {
  var scenario = Reference("")
  var range = Placed(Horizon.history)

  static let syntax = Syntax<Run>(
    "run", Message("Replays history exactly by a scenario's rules", zh: "按方案的规则精确回放历史"), aliases: [Alias(zh: "试算")],
    [
      .argument(Label.scenario, \.scenario, Message("baseline or a scenario", zh: "baseline 或一个方案"), .scenarios),
      .required("over", Label.range, \.range, Message("The days that are reported", zh: "报告的日期"), .ranges),
    ],
    examples: [Example("run baseline over last 6mo", shown: 12), "run 提高门槛 over 2025-07-01..2025-12-31"])

  func run(in session: inout Session) throws -> Answer {
    let rules = try session.rules(of: scenario)
    let range = try session.days(of: range)
    let outcome = try session.outcome(rules, over: range, accounts: rules.points?.isPriced ?? false)
    session.lastRange = range
    session.lastScenario = scenario.text
    var report = Report(verb: "run", title: Message("\(scenario.text) over \(range)", zh: "\(scenario.text)，\(range)"))
    report.tables = [Run.tierTable(outcome)]
    if !rules.benefits.isEmpty { report.tables += Run.benefitTables(outcome) }
    report.tables += Run.rewardTables(outcome)
    let money =
      rules.benefits.isEmpty && outcome.flow.redeemed == 0 && outcome.value(of: .margin) == .unknown
      && (rules.points == nil || outcome.value(of: .liability) == .unknown)
    let more =
      (outcome.stock.owed > 0 ? ["points_owed"] : []) + (outcome.flow.redeemed > 0 ? ["redemption_rate"] : [])
    report.values = (Run.metrics + more + (money ? [] : Run.moneyMetrics)).compactMap { name in
      Metric.named(name).map { Report.Value($0.heading, outcome.value(of: $0).cell) }
    }
    report.notes = session.notes(on: rules, over: range, outcome)
    return .report(report)
  }

  static let metrics = [
    "members", "purchases", "returns", "spend", "points_opening", "points_issued", "points_redeemed",
    "points_clawed_back", "points_expired", "points_outstanding", "upgrades", "downgrades",
  ]

  /// Shown where there is anything to say about money.
  static let moneyMetrics = ["benefit_cost", "points_cost", "programme_cost", "margin", "liability"]

  /// What each benefit cost by tier, and for programs by month too.
  private static func benefitTables(_ outcome: Outcome) -> [Table] {
    let lines = outcome.benefitLines
    var table = Table(
      "benefits", title: Message("what benefits cost", zh: "权益的成本"),
      columns: [.benefit, .tier, Heading("units", Message("possible units", zh: "可能的数量")), .cost].map {
        Table.Column($0)
      })
    var months = Table(
      "benefit_months",
      columns: [.benefit, .tier, .month, Heading("units", Message("units", zh: "数量")), .cost].map { Table.Column($0) })
    months.shownRows = 0
    func units(_ line: BenefitCostLine, _ count: Int64) -> Cell {
      line.isDiscount ? .money(Money(minor: count)) : .count(count)
    }
    var totals: [(line: BenefitCostLine, units: Int64, cost: Int64)] = []
    for line in lines {
      months.rows.append([
        .text(line.benefit), .text(line.tier), .text(line.month), units(line, line.units), .money(line.cost),
      ])
      if let place = totals.firstIndex(where: { $0.line.benefit == line.benefit && $0.line.tier == line.tier }) {
        totals[place].units += line.units
        totals[place].cost += line.cost.minor
      } else {
        totals.append((line, line.units, line.cost.minor))
      }
    }
    let order = outcome.costing.benefits.map(\.name)
    totals.sort { one, other in
      let (a, b) = (order.firstIndex(of: one.line.benefit) ?? 0, order.firstIndex(of: other.line.benefit) ?? 0)
      let (c, d) = (
        outcome.tiers.firstIndex(of: one.line.tier) ?? 0, outcome.tiers.firstIndex(of: other.line.tier) ?? 0
      )
      return (a, c) < (b, d)
    }
    table.rows = totals.map {
      [.text($0.line.benefit), .text($0.line.tier), units($0.line, $0.units), .money(Money(minor: $0.cost))]
    }
    table.trends = trends(of: totals.map(\.line), lines)
    return table.rows.isEmpty ? [] : [table, months]
  }

  /// What each row's benefit cost month by month; nil where there is one month only.
  private static func trends(of rows: [BenefitCostLine], _ lines: [BenefitCostLine]) -> Table.Trends? {
    let months = Set(lines.map(\.month)).sorted()
    guard let first = months.first, let last = months.last, first != last else { return nil }
    return Table.Trends(
      Message(verbatim: "\(first)..\(last)"),
      rows.map { row in
        months.map { month in
          let found = lines.filter { $0.benefit == row.benefit && $0.tier == row.tier && $0.month == month }
          return .money(Money(minor: found.reduce(0) { $0 + $1.cost.minor }))
        }
      })
  }

  /// Every tier, entry first: members and share at the end of the range, the rest within it by the tier held before.
  private static func tierTable(_ outcome: Outcome) -> Table {
    let metrics = ["members", "share", "purchases", "spend", "points_issued"].compactMap(Metric.named)
    var table = Table("tiers", columns: ([.tier] + metrics.map(\.heading)).map { Table.Column($0) })
    for (tier, name) in outcome.tiers.enumerated() {
      table.rows.append([.text(name)] + metrics.map { outcome.value(of: $0, in: SliceKey(tier: tier)).cell })
    }
    table.bar = 1
    return table
  }
}

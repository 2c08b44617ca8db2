import Programme
import Quantities
import Reporting
import Simulation

/// `run SCENARIO over RANGE`: what a scenario's rules made of a range of history.
struct Run: Command {
  var scenario = Reference("")
  var range = Placed(Horizon.history)

  static let syntax = Syntax<Run>(
    "run", "Replays history exactly by a scenario's rules",
    [
      .argument("SCENARIO", \.scenario, "baseline or a scenario", .scenarios),
      .required("over", "RANGE", \.range, "The days that are reported", .ranges),
    ],
    examples: ["run baseline over last 6mo", "run 提高门槛 over 2017-07-01..2017-12-31"])

  func run(in session: inout Session) throws -> Answer {
    let rules = try session.rules(of: scenario)
    let range = try session.days(of: range)
    let outcome = try session.outcome(rules, over: range)
    session.lastRange = range
    session.lastScenario = scenario.text
    var report = Report(verb: "run", title: "\(scenario.text) over \(range)")
    report.tables = [Run.tierTable(outcome)]
    report.values = Run.metrics.compactMap { name in
      Metric.named(name).map { Report.Value(name, outcome.value(of: $0).cell) }
    }
    report.notes = session.notes(on: rules, over: range, outcome)
    return .report(report)
  }

  static let metrics = [
    "members", "purchases", "returns", "spend", "points_opening", "points_issued", "points_redeemed",
    "points_clawed_back", "points_expired", "points_outstanding", "upgrades", "downgrades",
  ]

  /// Every tier, entry first: members and share at the end of the range, the rest within it by the tier held before.
  private static func tierTable(_ outcome: Outcome) -> Table {
    let metrics = ["members", "share", "purchases", "spend", "points_issued"].compactMap(Metric.named)
    var table = Table("tiers", columns: [Table.Column("tier")] + metrics.map { Table.Column($0.name) })
    for (tier, name) in outcome.tiers.enumerated() {
      table.rows.append([.text(name)] + metrics.map { outcome.value(of: $0, in: SliceKey(tier: tier)).cell })
    }
    table.bar = 1
    return table
  }
}

import MemberBook
public import Messages
public import Programme
public import Quantities
public import Simulation

/// What members who end on the same pair of tiers got under either scenario: benefits and points. What a benefit costs
/// is rounded for each pair as it is for each tier, and totals are sums of these.
public struct MigrationCosts {
  /// One metric under either scenario, by cell of the migration.
  public struct Line {
    /// What is added up.
    public let metric: Metric
    /// Under the first scenario.
    public let before: [MetricValue]
    /// Under the second.
    public let after: [MetricValue]

    /// `values` of everybody in `cells` together.
    public func total(_ values: [MetricValue], of cells: [Int]) -> MetricValue {
      let sum = cells.reduce(Int64(0)) { sum, cell in
        switch values[cell] {
        case .money(let money): sum + money.minor
        case .points(let points): sum + points
        case .count, .share, .average, .quotient, .unknown: sum
        }
      }
      return metric.unit == .money ? .money(Money(minor: sum)) : .points(sum)
    }
  }

  /// Nothing that neither scenario has.
  public let lines: [Line]
}

extension Analyst {
  /// What moving from the first of two scenarios' rules to the second costs and gives, over `range`.
  public mutating func costs(
    of migration: Migration, _ rules: [Rules], over range: DayRange
  ) throws(Diagnostic) -> MigrationCosts {
    let names =
      (rules.contains { !$0.benefits.isEmpty } ? ["benefit_cost"] : [])
      + (rules.contains { $0.points != nil } ? ["points_issued"] : [])
    guard !names.isEmpty else { return MigrationCosts(lines: []) }
    let data = try loaded()
    var outcomes: [[Outcome]] = []
    for (place, each) in rules.enumerated() {
      let compiled = try data.history.compile(each, through: range.last)
      outcomes.append(
        try part(place, of: rules.count) { analyst throws(Diagnostic) in
          try Replay(data.history).outcomes(of: migration.groups, compiled, over: range, job: analyst.job)
        })
    }
    return MigrationCosts(
      lines: names.compactMap(Metric.named).map { metric in
        MigrationCosts.Line(
          metric: metric, before: outcomes[0].map { $0.value(of: metric) },
          after: outcomes[1].map { $0.value(of: metric) })
      })
  }
}

import MemberBook
import Messages
import Programme
import Quantities
import Reporting
import Simulation

/// What members who end on the same pair of tiers got under either scenario: benefits and points. What a benefit costs
/// is rounded for each pair as it is for each tier, and totals are sums of these.
struct Stakes {
  struct Stake {
    let metric: Metric
    /// By cell of the migration.
    let before: [MetricValue]
    let after: [MetricValue]
  }

  /// Nothing that neither scenario has.
  let stakes: [Stake]

  init(
    of migration: Migration, _ rules: [Rules], over range: DayRange, _ session: inout Session
  ) throws(Diagnostic) {
    let names =
      (rules.contains { !$0.benefits.isEmpty } ? [MetricName.benefitCost] : [])
      + (rules.contains { $0.points != nil } ? [.pointsIssued] : [])
    guard !names.isEmpty else {
      stakes = []
      return
    }
    let data = try session.loaded()
    var outcomes: [[Outcome]] = []
    for (place, each) in rules.enumerated() {
      let compiled = try data.history.compile(each, through: range.last)
      outcomes.append(
        try session.part(place, of: rules.count) { session throws(Diagnostic) in
          try Replay(data.history).outcomes(
            of: migration.groups, compiled, over: range, job: session.environment.job)
        })
    }
    stakes = names.map { Metric($0) }.map { metric in
      Stake(
        metric: metric, before: outcomes[0].map { $0.value(of: metric) },
        after: outcomes[1].map { $0.value(of: metric) }
      )
    }
  }

  var columns: [Table.Column] {
    stakes.flatMap { [Table.Column($0.metric.heading(.before)), Table.Column($0.metric.heading(.after))] }
  }

  func cells(_ cell: Int) -> [Cell] { stakes.flatMap { [$0.before[cell].cell, $0.after[cell].cell] } }

  /// Of everybody in `cells` together.
  func totals(of cells: [Int]) -> [Report.Value] {
    stakes.flatMap { stake in
      [
        Report.Value(stake.metric.heading(.before, ofMoved: true), stake.total(stake.before, cells)),
        Report.Value(stake.metric.heading(.after, ofMoved: true), stake.total(stake.after, cells)),
      ]
    }
  }
}

extension Stakes.Stake {
  fileprivate func total(_ values: [MetricValue], _ cells: [Int]) -> Cell {
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

private enum Side: String {
  case before, after
}

extension Metric {
  fileprivate func heading(_ side: Side, ofMoved: Bool = false) -> Heading {
    let isCost = unit == .money
    let word = isCost ? Message("cost", zh: "成本") : Message("points", zh: "积分")
    let whose = ofMoved ? Message(" of moved", zh: "变动会员的") : .empty
    let title =
      switch side {
      case .before: Message("\(word)\(whose) before", zh: "\(whose)变动前\(word)")
      case .after: Message("\(word)\(whose) after", zh: "\(whose)变动后\(word)")
      }
    return Heading(name + (ofMoved ? "_of_moved_" : "_") + side.rawValue, title)
  }
}

import Messages
import Programme
import Quantities
import Reporting
import Simulation

/// How the goals that hold a range stand: each figure with its distance from the goal.
struct GoalTable {
  let outcome: Outcome
  /// Those of the rules whose period holds the range.
  private let goals: [(goal: Goal, standings: [GoalStanding])]

  init(_ outcome: Outcome) {
    self.outcome = outcome
    goals = outcome.costing.goals.compactMap { goal in outcome.standings(of: goal).map { (goal, $0) } }
  }

  /// None where no goal is asked about.
  var tables: [Table] {
    guard !goals.isEmpty else { return [] }
    var table = Table(
      "goals", title: Message("goals", zh: "目标"),
      columns: [
        Table.Column(.goal), Table.Column(.metric), Table.Column(.aim), Table.Column(.target), Table.Column(.actual),
        Table.Column(.distance, isDifference: true), Table.Column(.reached),
      ])
    for (goal, standings) in goals {
      table.rows += standings.map { standing in
        [
          .text(goal.name), .word(standing.title), .word(standing.target.aim.word), standing.goal.cell,
          standing.actual.cell, standing.actual.difference(from: standing.goal),
          standing.isReached.map { .word($0 ? Message("yes", zh: "是") : Message("no", zh: "否")) } ?? .none,
        ]
      }
    }
    return [table]
  }

  /// What of its period the range is, and which figures go by the days so far.
  var notes: [Message] {
    let range = outcome.costing.range
    return goals.compactMap { goal, standings in
      guard let period = goal.period, period != range else { return nil }
      let sums = standings.map(\.target).filter { $0.metric.facts.traits.contains(.goesByLength) }.map(\.text)
      let names = Message.list(sums)
      return .sentence(
        Message(
          "goal \(goal.name) is for \(grouped(Int64(period.count))) days, of which the range is \(grouped(Int64(range.count)))",
          zh: "目标 \(goal.name) 针对 \(grouped(Int64(period.count))) 天，区间是其中的 \(grouped(Int64(range.count))) 天"),
        sums.isEmpty
          ? nil : Message("; by the range alone go: \(names)", zh: "；只按区间计的有：\(names)"), separator: .empty)
    }
  }

  /// What goals ask about, for what a reader must know of such figures.
  var metrics: Set<MetricName> { Set(goals.flatMap(\.standings).map(\.target.metric)) }
}

extension GoalStanding {
  /// As it is asked for; people read the metric's title.
  fileprivate var title: Message {
    Message(
      "\(target.text)", zh: "\(target.metric.title)\(target.text.dropFirst(target.metric.rawValue.count))")
  }
}

extension Aim {
  var word: Message {
    switch self {
    case .atLeast: Message("at least", zh: "至少")
    case .atMost: Message("at most", zh: "至多")
    }
  }
}

extension Heading {
  fileprivate static let goal = Heading("goal", Message("goal", zh: "目标期"))
  fileprivate static let aim = Heading("aim", Message("", zh: ""))
  fileprivate static let target = Heading("target", Message("target", zh: "目标值"))
  fileprivate static let distance = Heading("distance", Message("distance", zh: "差距"))
  fileprivate static let reached = Heading("reached", Message("reached", zh: "达到"))
}

import Analysis
import Messages
import Programme
import Quantities
import Reporting
import Simulation

extension Comparison {
  private func columns(difference: Bool) -> [Table.Column] {
    var columns = [Table.Column(.scenario)]
    if let furtherSplit { columns.append(Table.Column(furtherSplit.heading)) }
    if isByTier { columns.append(Table.Column(.tier)) }
    return columns + calls.map { Table.Column($0.heading, isDifference: difference) }
  }

  private func heads(_ scenario: String, _ row: Row) -> [Cell] {
    [.text(scenario)] + (row.groupName.map { [.word($0)] } ?? []) + (row.tier.map { [.text($0)] } ?? [])
  }

  /// `figures` as they are, a row a scenario and part.
  func table(of figures: [[[MetricValue?]]]) -> Table {
    var table = Table("scenarios", columns: columns(difference: false))
    for (name, ofScenario) in zip(names, figures) {
      for (row, values) in zip(rows, ofScenario) {
        table.rows.append(heads(name, row) + values.map { $0?.cell ?? .none })
      }
    }
    return table
  }

  /// `figures` less those of the first scenario.
  func differences(of figures: [[[MetricValue?]]]) -> Table {
    let first = names.first ?? ""
    var table = Table(
      "differences", title: Message("difference from \(first)", zh: "与 \(first) 的差"),
      columns: columns(difference: true))
    for (name, ofScenario) in zip(names, figures).dropFirst() {
      for (place, row) in rows.enumerated() {
        table.rows.append(
          heads(name, row)
            + zip(figures[0][place], ofScenario[place]).map { first, second in
              first.flatMap { first in second?.difference(from: first) } ?? .none
            })
      }
    }
    return table
  }
}

import Analysis
import Messages
import Programme
import Quantities
import Reporting
import Simulation

extension MigrationCosts {
  var columns: [Table.Column] {
    lines.flatMap { [Table.Column($0.metric.heading(.before)), Table.Column($0.metric.heading(.after))] }
  }

  func cells(_ cell: Int) -> [Cell] { lines.flatMap { [$0.before[cell].cell, $0.after[cell].cell] } }

  /// Of everybody in `cells` together.
  func totals(of cells: [Int]) -> [Report.Value] {
    lines.flatMap { line in
      [
        Report.Value(line.metric.heading(.before, ofMoved: true), line.total(line.before, of: cells).cell),
        Report.Value(line.metric.heading(.after, ofMoved: true), line.total(line.after, of: cells).cell),
      ]
    }
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

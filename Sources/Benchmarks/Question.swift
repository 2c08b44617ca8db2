import ArgumentParser
import Quantities
import Reporting

/// What is asked about the reference input: a programme, and the statement that is measured.
enum Question: String, CaseIterable, ExpressibleByArgument {
  /// The tier before every purchase by the 365 days before it, and the points it earns with it.
  case rolling
  /// Terms, reviews, grace, points by lots that expire, a bonus day, a cap.
  case rules
  /// The purchases of the upper tier for each of a hundred thresholds.
  case thresholds

  var programme: String {
    switch self {
    case .rolling, .thresholds: Question.ladder(keep: "while qualified") + Question.points(more: "")
    case .rules:
      Question.ladder(keep: "12mo, downgrade = one step, grace = 30d")
        + Question.points(
          more: "bonus 会员日 { earn = 2x, when = day 8 }\ncap = 5,000pt per month\nexpire = 12mo after earning")
    }
  }

  var statement: String {
    switch self {
    case .rolling, .rules: "run baseline over history"
    case .thresholds: "sweep 会员.金卡.spend from $1,020 to $3,000 step $20 over history on purchases(金卡)"
    }
  }

  private static func ladder(keep: String) -> String {
    """
    ladder 会员 {
      window = rolling 365d, keep = \(keep)
      tier 普通
      tier 银卡 { spend = $500 }
      tier 金卡 { spend = $2,000 }
    }

    """
  }

  private static func points(more: String) -> String {
    """
    points 基础 {
      earn = 1pt per $1
      tier 银卡 { earn = 1.2x }
      tier 金卡 { earn = 1.5x }
      \(more)
    }

    """
  }

  /// The rows of the answer's table, each under the text of its first cell: the columns that peers have too.
  func answer(_ table: Table) throws -> String {
    let keys = self == .thresholds ? ["purchases(金卡)"] : ["purchases", "points_issued"]
    let places = keys.compactMap { key in table.columns.firstIndex { $0.key == key } }
    guard places.count == keys.count else { throw ValidationError("there is no column \(keys)") }
    let rows = try table.rows.map { row in
      "\"\(try text(row[0]))\": [" + (try places.map { try text(row[$0]) }).joined(separator: ", ") + "]"
    }
    return "{" + rows.joined(separator: ", ") + "}"
  }

  private func text(_ cell: Cell) throws -> String {
    switch cell {
    case .count(let count), .points(let count): String(count)
    case .text(let text): text
    case .money(let money): String(money.minor)
    default: throw ValidationError("a cell of another kind: \(cell)")
    }
  }
}

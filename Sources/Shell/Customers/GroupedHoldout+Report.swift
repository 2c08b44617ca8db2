import Analysis
import CustomerModels
import Messages
import Quantities
import Reporting

extension GroupedHoldout {
  /// What each forecast tells of the actual total, and which errs least a member.
  var table: Table {
    var table = Table(
      "groups", title: Message("forecast ÷ actual, fitted to each group alone", zh: "预测 ÷ 实际，每组单独拟合"),
      columns: [.init(Heading("group", split.noun)), .init(.members), .init(.actual)] + kinds.map { .init($0.heading) }
        + [.init(.sameRate), .init(.samePeriod), .init(.leastError)])
    for row in rows {
      guard let comparison = row.comparison else {
        let blank = [Cell](repeating: .none, count: kinds.count + 4)
        table.rows.append([.text(row.name), .count(Int64(row.members))] + blank)
        continue
      }
      let scores = comparison.scores
      let least = scores.min { $0.score.rmse < $1.score.rmse }
      table.rows.append(
        [.text(row.name), .count(Int64(row.members)), .count(Int64(comparison.actual))]
          + scores.map { $0.score.tracking.map { .estimate($0, .share) } ?? .none }
          + [least.map { .word($0.name) } ?? .none])
    }
    table.shownRows = min(table.rows.count, 30)
    return table
  }

  var notes: [Message] {
    guard rows.contains(where: { $0.comparison == nil }) else { return [] }
    let few = CustomersProblem.fewestRepeatBuyers
    return [
      Message(
        "a group with fewer than \(few) members who bought on two days has no models of its own",
        zh: "在两天购买过的会员不足 \(few) 名的组没有自己的模型")
    ]
  }
}

extension Heading {
  fileprivate static let leastError = Heading("least_error", Message("least error", zh: "误差最小"))
}

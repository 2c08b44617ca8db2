import CustomerModels
import MemberBook
import Messages
import Quantities
import Reporting

/// How well the models forecast each group of members, fitted to that group alone.
struct GroupedHoldout {
  struct Row {
    let name: String
    let members: Int
    /// Nil where the group has too few who came back for models of its own.
    let comparison: HoldoutComparison?
  }

  let split: FitSplit
  let kinds: [ModelKind]
  /// The largest first.
  let rows: [Row]

  init(
    _ split: FitSplit, _ kinds: [ModelKind], _ book: Book, calibration: Day, through last: Day, _ session: Session
  ) throws(Diagnostic) {
    self.split = split
    self.kinds = kinds
    let groups = try FitGroups(split, book)
    let all = try MemberSummaries(book, through: calibration, job: session.job)
    var rows: [Row] = []
    for (group, name) in groups.names.enumerated() {
      let own = all.only { groups.groups[$0] == Int32(group) }
      let table = own.table
      guard table.members > 0 else { continue }
      let comparison =
        table.repeatBuyers < CustomersProblem.fewestRepeatBuyers
        ? nil : try HoldoutComparison(kinds, book, own, calibration: calibration, through: last, session)
      rows.append(Row(name: name, members: table.members, comparison: comparison))
    }
    self.rows = rows.enumerated().sorted { ($1.element.members, $0.offset) < ($0.element.members, $1.offset) }
      .map(\.element)
  }

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

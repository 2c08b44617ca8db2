import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// What a search for the best found, in words and cells.
///
/// In JSON the values are each path's value under the path as it was typed, `best`, the metric there, `feasible` and
/// `compared`, of the combinations looked at, and `evaluations`, the outcomes worked out; without a feasible combination
/// there are neither paths nor `best`. Table `neighbours` has `path`, `value`, the metric as it was typed, and
/// `constraints` in words; table `constraints` has `constraint`, `value` at the best, `met_by`, `best_without` and `costs`.
struct OptimumText {
  var optimiser: Optimiser
  let goal: Optimise.Goal
  let range: DayRange

  private var grid: Grid { optimiser.grid }
  private var metricKind: Amount.Kind { grid.bound[0].metric.unit.kind }

  mutating func report(_ analyst: inout Analyst) throws(Diagnostic) -> Report {
    var report = Report(verb: "optimise")
    if let best = try optimiser.best() {
      report.title = Message("\(goal.title) over \(range)", zh: "\(goal.title)，\(range)")
      let (neighbours, shape) = try neighbours(of: best, &analyst)
      report.values = try point(best.point, analyst)
      report.values.append(.init(.best(goal.call), best.patch.values[0].cell))
      report.tables = [neighbours]
      if !optimiser.constraints.isEmpty { report.tables.append(try constraintTable(best, analyst)) }
      report.notes = shape
    } else if let nearest = optimiser.nearest {
      report.title = Message(
        "no feasible policy over \(range): no combination of values meets every constraint",
        zh: "\(range) 没有可行的政策：没有一组值满足全部约束")
      report.tables = [try constraintTable(nil, analyst)]
      report.notes = try miss(nearest, analyst)
    }
    report.values += [
      .init(.feasible, .count(Int64(optimiser.feasible))), .init(.compared, .count(Int64(optimiser.compared))),
      .init(.evaluations, .count(Int64(optimiser.evaluations))),
    ]
    report.notes += extent + grid.figures.notes(analyst) + analyst.comingNotes(on: grid.bound, over: range)
    return report
  }

  private func point(_ point: Grid.Point, _ analyst: Analyst) throws(Diagnostic) -> [Report.Value] {
    try grid.axes.indices.map { axis throws(Diagnostic) in
      .init(
        Heading(verbatim: grid.axes[axis].path.text(in: Notation())),
        try grid.number(point, axis).cell(analyst.money(at: grid.axes[axis].path.steps)))
    }
  }

  // MARK: neighbours

  private mutating func neighbours(
    of best: Optimiser.Found, _ analyst: inout Analyst
  ) throws(Diagnostic) -> (Table, [Message]) {
    var columns = [Table.Column(.path), Table.Column(.value), Table.Column(goal.call.heading)]
    if !optimiser.constraints.isEmpty { columns.append(Table.Column(.constraints, wraps: true)) }
    var table = Table(
      "neighbours", title: Message("one step away, everything else as in the best", zh: "离最优值一步，其余不变"), columns: columns
    )
    var found = (same: 0, worse: 0, blocked: 0)
    var edges: [String] = []
    for axis in grid.axes.indices {
      let path = grid.axes[axis].path
      for step in [-1, 1] {
        var point = best.point
        point[axis] += step
        guard (0..<grid.axes[axis].lattice.count).contains(point[axis]) else {
          if grid.axes[axis].lattice.count > 1, !edges.contains(path.text(in: analyst.notation)) {
            edges.append(path.text(in: analyst.notation))
          }
          continue
        }
        var row: [Cell] = [
          .text(path.text(in: analyst.notation)), try grid.number(point, axis).cell(analyst.money(at: path.steps)),
        ]
        switch try optimiser.neighbour(point, &analyst) {
        case .refused: row += [.none, .word(Message("not allowed", zh: "不允许"))].prefix(columns.count - 2)
        case .patch(let patch):
          row.append(patch.values[0].cell)
          if !optimiser.constraints.isEmpty { row.append(.word(misses(patch, analyst))) }
          switch (optimiser.meets(patch), patch.metric) {
          case (true, best.metric): found.same += 1
          case (true, _): found.worse += 1
          case (false, let metric?) where optimiser.isMaximum ? metric > best.metric : metric < best.metric:
            found.blocked += 1
          case (false, _): break
          }
        }
        table.rows.append(row)
      }
    }
    return (table, shape(found, edges))
  }

  /// Whether the best is a peak or a plateau, what keeps it from more, and where the ranges end.
  private func shape(_ found: (same: Int, worse: Int, blocked: Int), _ edges: [String]) -> [Message] {
    var notes: [Message] = []
    let isFree = optimiser.constraints.isEmpty
    let meeting = isFree ? Message.empty : Message(" that meet the constraints", zh: "满足约束的")
    if found.same > 0 {
      let (same, all) = (counted(found.same, "neighbour"), found.same + found.worse)
      notes.append(
        found.same == 1
          ? Message("a plateau: \(same) of \(all)\(meeting) does as well", zh: "这是一片平台：\(all) 个\(meeting)相邻值中，1 个同样好")
          : Message(
            "a plateau: \(same) of \(all)\(meeting) do as well",
            zh: "这是一片平台：\(all) 个\(meeting)相邻值中，\(found.same) 个同样好"))
    } else if found.worse > 0 {
      notes.append(
        isFree
          ? Message("a peak: every neighbour is worse", zh: "这是一个峰值：相邻值都更差")
          : Message("a peak: every neighbour that meets the constraints is worse", zh: "这是一个峰值：满足约束的相邻值都更差"))
    } else {
      notes.append(
        isFree
          ? Message("alone: it has no neighbour that is allowed", zh: "这是一个孤点：没有允许的相邻值")
          : Message("alone: no neighbour meets the constraints", zh: "这是一个孤点：没有相邻值满足约束"))
    }
    if found.blocked > 0 {
      let blocked = counted(found.blocked, "neighbour")
      notes.append(
        found.blocked == 1
          ? Message("\(blocked) would be better but breaks a constraint", zh: "有 1 个相邻值更好，但违反约束")
          : Message(
            "\(blocked) would be better but break a constraint", zh: "有 \(found.blocked) 个相邻值更好，但违反约束"))
    }
    if !edges.isEmpty {
      let list = Message.list(edges)
      notes.append(
        Message("at the end of its range: \(list); beyond it nothing was tried", zh: "已到区间的尽头：\(list)；区间之外没有试算"))
    }
    return notes
  }

  /// `met`, or what is missed and by how much.
  private func misses(_ patch: Optimiser.Patch, _ analyst: Analyst) -> Message {
    let missed = zip(optimiser.constraints, patch.standings).filter { !$1.isMet }.map { miss($0, $1, analyst) }
    return missed.isEmpty ? Message("met", zh: "满足") : .sentence(missed, separator: Message("; ", zh: "；"))
  }

  private func miss(_ constraint: Constraint, _ standing: Constraint.Standing, _ analyst: Analyst) -> Message {
    guard let by = standing.shortfall?.difference(in: analyst.notation) else {
      return Message("misses \(constraint.text)", zh: "不满足 \(constraint.text)")
    }
    return Message("misses \(constraint.text) by \(by)", zh: "不满足 \(constraint.text)，差 \(by)")
  }

  // MARK: constraints

  /// What each constraint comes to at the best, and what would be reached without it; without a best, how many points
  /// meet it by itself.
  private func constraintTable(_ best: Optimiser.Found?, _ analyst: Analyst) throws(Diagnostic) -> Table {
    let title = goal.call.heading.title
    let without = Heading("best_without", Message("\(title) without", zh: "去掉后的\(title)"))
    var columns = [Table.Column(.constraint)]
    if best != nil { columns.append(Table.Column(.held)) }
    columns += [Table.Column(.metBy), Table.Column(without)]
    if best != nil { columns.append(Table.Column(.costs, isDifference: false)) }
    var table = Table("constraints", columns: columns)
    var rows = optimiser.constraints.indices.map { (Message(verbatim: optimiser.constraints[$0].text), Set([$0])) }
    if rows.count > 1 { rows.append((Message("all of them", zh: "全部"), Set(optimiser.constraints.indices))) }
    for (text, left) in rows {
      var row: [Cell] = [.word(text)]
      let alone = rows.count > 1 && left.count == optimiser.constraints.count ? nil : left.first
      if let best { row.append(alone.map { held(best.patch.standings[$0], analyst) } ?? .none) }
      let met = optimiser.patches.reduce(Int64(0)) { sum, patch in
        let isMet = alone.map { patch.standings[$0].isMet } ?? optimiser.meets(patch)
        return isMet ? sum + Int64(patch.count) : sum
      }
      row.append(.count(met))
      let free = try optimiser.best(without: left)
      row.append(free?.patch.values[0].cell ?? .none)
      if let best {
        let cost = free.flatMap { $0.metric.subtracting(best.metric) }?.size
        row.append(cost.map { costs($0, analyst) } ?? .none)
      }
      table.rows.append(row)
    }
    return table
  }

  private func held(_ standing: Constraint.Standing, _ analyst: Analyst) -> Cell {
    guard case .number(let value, let kind)? = standing.value else { return .none }
    return kind.cell(value)
  }

  private func costs(_ value: Ratio, _ analyst: Analyst) -> Cell {
    metricKind == .share ? .difference(value.approximation, of: .shares) : metricKind.cell(value)
  }

  /// The constraints that the nearest point misses, and where it is.
  private func miss(_ nearest: Optimiser.Patch, _ analyst: Analyst) throws(Diagnostic) -> [Message] {
    let place = try grid.axes.indices.map { axis throws(Diagnostic) in
      let path = grid.axes[axis].path
      let value = try grid.number(nearest.point, axis)
      let text =
        analyst.money(at: path.steps)
        ? Amount.Kind.money.text(value.value, analyst.notation) : value.text
      return "\(path.text(in: analyst.notation)) = \(text)"
    }
    let list = Message.list(place)
    return [
      Message(
        "nearest: \(list) \(misses(nearest, analyst))", zh: "最接近的是 \(list)：\(misses(nearest, analyst))")
    ]
  }

  // MARK: how far it looked

  private var extent: [Message] {
    var notes: [Message] = []
    let all = grid.count.map { grouped(Int64($0)) }
    if optimiser.isExhaustive {
      notes.append(
        Message(
          "every one of the \(all ?? "") combinations was compared", zh: "全部 \(all ?? "") 种组合都已比较"))
    } else {
      let tried = grouped(Int64(optimiser.compared))
      let total = all.map { Message(verbatim: $0) } ?? Message("very many", zh: "极多")
      notes.append(
        Message(
          "\(tried) of \(total) combinations were tried, coarsely and then closer around the best; "
            + "others between them could be better",
          zh: "\(total) 种组合中试算了 \(tried) 种，先粗后细，在最优值周围更密；其间的其他组合可能更好"))
    }
    if let refusal = optimiser.refusal {
      let count = grouped(Int64(optimiser.refused))
      notes.append(
        Message("\(count) of them are not allowed: \(refusal.message)", zh: "其中 \(count) 种不允许：\(refusal.message)"))
    }
    return notes
  }
}

extension Heading {
  fileprivate static func best(_ call: MetricCall) -> Heading { Heading("best", call.heading.title) }
  fileprivate static let feasible = Heading("feasible", Message("feasible", zh: "可行组合数"))
  fileprivate static let compared = Heading("compared", Message("compared", zh: "比较组合数"))
  static let evaluations = Heading("evaluations", Message("evaluations", zh: "试算次数"))
  fileprivate static let constraint = Heading("constraint", Message("constraint", zh: "约束"))
  fileprivate static let constraints = Heading("constraints", Message("constraints", zh: "约束"))
  fileprivate static let held = Heading("value", Message("at the best", zh: "最优时的值"))
  fileprivate static let metBy = Heading("met_by", Message("met by", zh: "满足的组合数"))
  fileprivate static let costs = Heading("costs", Message("it costs", zh: "代价"))
}

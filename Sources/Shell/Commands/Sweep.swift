import Analysis
import Messages
import Numerics
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `sweep PATH from a to b step s [and PATH …] over RANGE on METRICS`
struct Sweep: Command {
  var axes = Axes()
  var range = Placed(Horizon.history)
  var metrics: MetricList = []

  /// A path and the values that it takes.
  struct Axis: Hashable {
    let path: FieldReference
    let from: AnyNumber
    let to: AnyNumber
    let step: AnyNumber
  }

  /// One path, or several joined by `and`.
  struct Axes: Phrased {
    var axes: [Axis] = []

    static var form: Message { Message("PATH from a to b step s", zh: "路径 from a to b step s") }

    init() {}

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      repeat {
        let path = try FieldReference(from: &reader)
        try reader.expect(word: "from")
        let from = try AnyNumber(from: &reader)
        try reader.expect(word: "to")
        let to = try AnyNumber(from: &reader)
        try reader.expect(word: "step")
        axes.append(Axis(path: path, from: from, to: to, step: try AnyNumber(from: &reader)))
      } while reader.accept(word: "and")
    }

    func text(in notation: Notation) -> String { axes.map { $0.path.text(in: notation) }.joined(separator: " and ") }
  }

  static let syntax = Syntax<Sweep>(
    "sweep", Message("One row for each value of a path", zh: "让路径依次取各个值，每个值列一行"), aliases: [Alias(zh: "扫描")],
    [
      .argument(
        Message("PATH from a to b step s [and PATH …]", zh: "路径 from a to b step s [and 路径 …]"), \.axes,
        Message("One path or several, and their values", zh: "一条或多条路径，以及它们的值"), offers: .dials),
      .required("over", takes: Label.range, \.range, .replayedDays, offers: .ranges),
      .required(
        "on", takes: Label.metrics, \.metrics, Message("What is shown for each value", zh: "每个值显示的指标"), offers: .metrics
      ),
    ],
    examples: [
      Example(
        "sweep 会员.金卡.spend from 6,000 to 14,000 step 2,000 over last 6mo on members(金卡), points_issued", shown: 8)
    ])

  /// The most rows that a sweep shows.
  static let rowLimit = 10_000

  func run(in session: inout Session) throws -> Answer {
    for (place, axis) in axes.axes.enumerated() where axes.axes[..<place].contains(where: { $0.path == axis.path }) {
      throw Diagnostic(AnalysisProblem.namedTwice(axis.path.text(in: Notation())), at: axis.path.span)
    }
    let range = try session.analyst.days(of: range)
    let lattices = try axes.axes.map { axis throws(Diagnostic) in
      let dial = try session.programme.dial(at: axis.path.steps)
      return Grid.Axis(
        path: axis.path, lattice: try Lattice(from: axis.from, to: axis.to, step: axis.step, finest: dial.finestStep))
    }
    let grid = try Grid(lattices, asking: metrics, over: range, &session.analyst)
    guard let count = grid.count, count <= Sweep.rowLimit else {
      throw Diagnostic(SearchProblem.tooManyValues(limit: Sweep.rowLimit), at: axes.axes.last?.from.span)
    }
    let (points, refusal) = try grid.swept(&session.analyst)
    let areMoney = grid.axes.map { session.analyst.money(at: $0.path.steps) }
    var table = Table("sweep", columns: columns)
    table.rows = try points.map { found throws(Diagnostic) in
      try grid.axes.indices.map { axis throws(Diagnostic) in
        try grid.number(found.point, axis).cell(areMoney[axis])
      } + found.values.map(\.cell)
    }
    table.bar = columns.count - metrics.count
    table.chartedAs = axes.axes.count > 1 ? .heat : .line
    let paths = axes.text(in: session.notation)
    var report = Report(verb: "sweep", title: Message("\(paths) over \(range)", zh: "\(paths)，\(range)"))
    report.tables = [table]
    report.notes = grid.figures.notes(session.analyst) + session.analyst.comingNotes(on: grid.bound, over: range)
    if let refusal {
      let left = Int64((grid.count ?? 0) - points.count)
      report.notes.append(
        Message(
          "\(grouped(left)) of \(grouped(Int64(grid.count ?? 0))) combinations are not allowed and have no row: "
            + "\(refusal.message)",
          zh: "\(grouped(Int64(grid.count ?? 0))) 种组合中有 \(grouped(left)) 种不允许，没有对应的行：\(refusal.message)"))
    }
    return .report(report)
  }

  private var columns: [Table.Column] {
    let paths = axes.axes.map { Heading(verbatim: $0.path.text(in: Notation())) }
    // The key of a single path is the same whatever is swept.
    let heads = paths.count == 1 ? [Heading("value", paths[0].title)] : paths
    return (heads + metrics.map(\.heading)).map { Table.Column($0) }
  }
}

extension Number {
  /// As a cell: money where the field counts money, else a plain number in the unit's own terms.
  func cell(_ isMoney: Bool) -> Cell {
    if isMoney, let money = Money(major: value) { return .money(money) }
    switch unit {
    case .percent:
      guard let whole = value.denominator.multipliedReportingOverflow(by: 100).overflow ? nil : value.denominator * 100
      else { return .number(value.approximation / 100) }
      return .share(part: value.numerator, whole: whole)
    case .points: return value.denominator == 1 ? .points(value.numerator) : .number(value.approximation)
    default: return value.denominator == 1 ? .count(value.numerator) : .number(value.approximation)
    }
  }
}

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
        Message("One path or several, and their values", zh: "一条或多条路径，以及它们的值"), .dials),
      .required("over", Label.range, \.range, .replayedDays, .ranges),
      .required("on", Label.metrics, \.metrics, Message("What is shown for each value", zh: "每个值显示的指标"), .metrics),
    ],
    examples: [
      Example(
        "sweep 会员.金卡.spend from 6,000 to 14,000 step 2,000 over last 6mo on members(金卡), points_issued", shown: 8)
    ])

  /// The most rows that a sweep shows.
  static let rowLimit = 10_000

  func run(in session: inout Session) throws -> Answer {
    for (place, axis) in axes.axes.enumerated() where axes.axes[..<place].contains(where: { $0.path == axis.path }) {
      throw Diagnostic(ShellProblem.namedTwice(axis.path.text(in: Notation())), at: axis.path.span)
    }
    let range = try session.days(of: range)
    let lattices = try axes.axes.map { axis throws(Diagnostic) in
      let dial = try session.programme.dial(at: axis.path.steps)
      return Grid.Axis(
        path: axis.path, lattice: try Lattice(from: axis.from, to: axis.to, step: axis.step, finest: dial.finestStep))
    }
    let grid = try Grid(lattices, asking: metrics, over: range, &session)
    guard let count = grid.count, count <= Sweep.rowLimit else {
      throw Diagnostic(SearchProblem.tooManyValues(limit: Sweep.rowLimit), at: axes.axes.last?.from.span)
    }
    let (rows, refusal) = try rows(grid, &session)
    var table = Table("sweep", columns: columns)
    table.rows = rows
    table.bar = columns.count - metrics.count
    table.chartedAs = axes.axes.count > 1 ? .heat : .line
    let paths = axes.text(in: session.notation)
    var report = Report(verb: "sweep", title: Message("\(paths) over \(range)", zh: "\(paths)，\(range)"))
    report.tables = [table]
    report.notes = grid.figures.notes(session) + session.comingNotes(on: grid.bound, over: range)
    if let refusal {
      let left = Int64((grid.count ?? 0) - rows.count)
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

  /// A row for each combination that the programme allows, in the order of the paths as they were written, and why the
  /// first that it does not allow is none.
  private func rows(
    _ grid: Grid, _ session: inout Session
  ) throws(Diagnostic) -> (rows: [[Cell]], refusal: Diagnostic?) {
    var found: [(point: Grid.Point, values: [MetricValue])] = []
    var refusal: Diagnostic?
    let lines = grid.lineCount ?? 0
    for number in 0..<lines {
      let line = grid.line(number)
      var indices: [Int] = []
      for index in 0..<grid.axes[grid.inner].lattice.count {
        try session.environment.job.check()
        guard let found = grid.refusal(line, at: index, session) else {
          indices.append(index)
          continue
        }
        // What a single path may not be is no matter of how it meets another.
        if grid.axes.count == 1 { throw found }
        refusal = refusal ?? found
      }
      let (stretches, _) = try session.part(number, of: lines) { session throws(Diagnostic) in
        try grid.tell(indices, on: line, &session)
      }
      for stretch in stretches {
        for place in stretch.places {
          var point = line
          point[grid.inner] = indices[place]
          found.append((point, stretch.values))
        }
      }
    }
    session.environment.job.tell(1, of: 1)
    if found.isEmpty, let refusal { throw refusal }
    let areMoney = grid.axes.map { session.money(at: $0.path.steps) }
    let rows = try found.sorted { $0.point.lexicographicallyPrecedes($1.point) }.map { found throws(Diagnostic) in
      try grid.axes.indices.map { axis throws(Diagnostic) in
        try grid.number(found.point, axis).cell(areMoney[axis])
      } + found.values.map(\.cell)
    }
    return (rows, refusal)
  }
}

extension Session {
  /// Whether the number at `path` is money.
  func money(at path: [PathStep]) -> Bool {
    guard let found = programme.paths(notation).first(where: { $0.steps == path.map(\.plain) }) else { return false }
    return [Money.form, BenefitCost.form, Spread<Money>.form, Charge.form].contains(found.form)
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

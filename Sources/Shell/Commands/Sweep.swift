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

  /// One path, or two joined by `and`.
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
      } while axes.count < 2 && reader.accept(word: "and")
    }

    func text(in notation: Notation) -> String { axes.map { $0.path.text(in: notation) }.joined(separator: " and ") }
  }

  static let syntax = Syntax<Sweep>(
    "sweep", Message("One row for each value of a path", zh: "路径的每个值一行"), aliases: [Alias(zh: "扫描")],
    [
      .argument(
        Message("PATH from a to b step s [and PATH …]", zh: "路径 from a to b step s [and 路径 …]"), \.axes,
        Message("One path or two, and their values", zh: "一条或两条路径，以及它们的值"), .paths),
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
    if axes.axes.count == 2, axes.axes[0].path == axes.axes[1].path {
      throw Diagnostic(ShellProblem.namedTwice(axes.axes[1].path.text(in: Notation())), at: axes.axes[1].path.span)
    }
    let range = try session.days(of: range)
    let bound = try metrics.map { call throws(Diagnostic) in try session.bind(call) }
    let lattices = try axes.axes.map { axis throws(Diagnostic) in
      let dial = try session.programme.dial(at: axis.path.steps)
      return try Lattice(from: axis.from, to: axis.to, step: axis.step, finest: dial.finestStep)
    }
    guard let inner = lattices.last, let innerAxis = axes.axes.last else { return .nothing }
    let outerCount = lattices.count > 1 ? lattices[0].count : 1
    guard inner.count * outerCount <= Sweep.rowLimit else {
      throw Diagnostic(SearchProblem.tooManyValues(limit: Sweep.rowLimit), at: innerAxis.from.span)
    }
    var table = Table("sweep", columns: columns)
    let programme = session.programme
    for outer in 0..<outerCount {
      var heads: [Cell] = []
      if lattices.count > 1, let span = axes.axes[0].path.span {
        let number = try lattices[0].number(outer)
        session.programme = try programme.turned(axes.axes[0].path.steps, to: number, at: span)
        heads = [number.cell(session.money(at: axes.axes[0].path.steps))]
      }
      table.rows += try session.part(outer, of: outerCount) { session throws(Diagnostic) in
        try rows(inner, innerAxis, range, bound, heads, &session)
      }
    }
    session.programme = programme
    table.bar = columns.count - metrics.count
    table.chartedAs = lattices.count > 1 ? .heat : .line
    let paths = axes.text(in: session.notation)
    var report = Report(verb: "sweep", title: Message("\(paths) over \(range)", zh: "\(paths)，\(range)"))
    report.tables = [table]
    return .report(report)
  }

  private var columns: [Table.Column] {
    let paths = axes.axes.map { Heading(verbatim: $0.path.text(in: Notation())) }
    // The key of a single path is the same whatever is swept.
    let heads = paths.count == 1 ? [Heading("value", paths[0].title)] : paths
    return (heads + metrics.map(\.heading)).map { Table.Column($0) }
  }

  private func rows(
    _ lattice: Lattice, _ axis: Axis, _ range: DayRange, _ bound: [BoundMetric], _ heads: [Cell],
    _ session: inout Session
  ) throws(Diagnostic) -> [[Cell]] {
    let isMoney = session.money(at: axis.path.steps)
    var rows: [[Cell]] = []
    for index in 0..<lattice.count {
      rows.append(heads + [try lattice.number(index).cell(isMoney)] + metrics.map { _ in .none })
    }
    guard let span = axis.path.span else { return rows }
    let scenarios = Set(bound.map { $0.scenario ?? Scenario.baseline }).sorted()
    for (place, scenario) in scenarios.enumerated() {
      let variants = Variants(
        path: axis.path.steps, lattice: lattice, range: range, scenario: scenario, span: span,
        needsAccounts: bound.contains { $0.metric.needsAccounts })
      var told: [(place: Int, cells: [(column: Int, cell: Cell)])] = []
      _ = try session.part(place, of: scenarios.count) { session throws(Diagnostic) in
        try variants.tell(Array(0..<lattice.count), &session) { place, outcome throws(Diagnostic) in
          var cells: [(Int, Cell)] = []
          for (column, metric) in bound.enumerated() where metric.scenario ?? Scenario.baseline == scenario {
            let key = try metric.key(in: outcome, metrics[column])
            cells.append((heads.count + 1 + column, outcome.value(of: metric.metric, in: key).cell))
          }
          told.append((place, cells))
        }
      }
      for (number, entry) in told.enumerated() {
        let end = number + 1 < told.count ? told[number + 1].place : rows.count
        for row in entry.place..<end { for (column, cell) in entry.cells { rows[row][column] = cell } }
      }
    }
    return rows
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

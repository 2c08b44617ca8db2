import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting

/// The table that `collect` fills, a row for each round that collects: the loops' variables first, then what was asked.
///
/// One a loop, shared by the copies of the session that its statements are tried out on: rows are only ever added.
final class Collected {
  /// A figure and what its column is called.
  struct Figure {
    let name: String
    let cell: Cell
    let span: SourceSpan?
  }

  private var variables: [String] = []
  private var columns: [String] = []
  private var rows: [(variables: [String: Cell], cells: [String: Cell])] = []
  /// Where a round's row is, by the numbers of the rounds.
  private var places: [[Int]: Int] = [:]

  /// Puts figures into the row of the running rounds, all or none.
  /// - Throws: where a name is taken in this row, or by a loop's variable.
  func add(_ figures: [Figure], in rounds: [Round]) throws(Diagnostic) {
    let key = rounds.map(\.number)
    var taken = Set(places[key].map { rows[$0].cells.keys.map(\.self) } ?? [])
    if let round = rounds.first(where: { columns.contains($0.name) }) {
      throw Diagnostic(
        ShellProblem.nameInUse(round.name, by: Message("collected column", zh: "已收集的列")), at: round.value.first?.span)
    }
    for figure in figures {
      if variables.contains(figure.name) || rounds.contains(where: { $0.name == figure.name }) {
        throw Diagnostic(
          ShellProblem.nameInUse(figure.name, by: Message("loop's variable", zh: "循环变量")), at: figure.span)
      }
      guard taken.insert(figure.name).inserted else {
        throw Diagnostic(AnalysisProblem.namedTwice(figure.name), at: figure.span)
      }
    }
    for round in rounds where !variables.contains(round.name) { variables.append(round.name) }
    let place = places[key] ?? rows.count
    if place == rows.count {
      places[key] = place
      rows.append((Dictionary(rounds.map { ($0.name, $0.cell) }, uniquingKeysWith: { $1 }), [:]))
    }
    for figure in figures {
      if !columns.contains(figure.name) { columns.append(figure.name) }
      rows[place].cells[figure.name] = figure.cell
    }
  }

  /// What was gathered; nil where nothing was.
  var report: Report? {
    guard !rows.isEmpty else { return nil }
    var table = Table(
      "collected",
      columns: (variables + columns).map { name in
        Table.Column(Heading(name, Message(verbatim: name.replacing("_", with: " "))))
      })
    table.rows = rows.map { row in
      variables.map { row.variables[$0] ?? .none } + columns.map { row.cells[$0] ?? .none }
    }
    var report = Report(
      verb: "for",
      title: Message(
        "collected in \(counted(rows.count, "round"))", zh: "\(grouped(Int64(rows.count))) 轮收集的结果"))
    report.tables = [table]
    return report
  }
}

extension Round {
  /// The variable's value as a figure where it is one number or day, else as it is written.
  fileprivate var cell: Cell {
    switch value.last?.kind {
    case .number(let number) where value.count <= 2:
      let sign = value.count == 2 ? number.value.negated : number.value
      guard let size = sign else { return .text(valueText) }
      if case .money = number.unit { return Number(size, number.unit).cell(true) }
      switch number.unit {
      case nil, .percent, .points: return Number(size, number.unit).cell(false)
      default: return .text(valueText)
      }
    case .day(let day) where value.count == 1: return .day(day)
    default: return .text(value.count == 1 ? value[0].kind.plainText : valueText)
    }
  }
}

extension Amount {
  /// As a figure of a table.
  var cell: Cell {
    switch self {
    case .number(let value, .money):
      if let money = Money(major: value) { return .money(money) }
      let (minor, isTooLarge) = value.numerator.multipliedReportingOverflow(by: 100)
      return isTooLarge ? .number(value.approximation) : .average(Money(minor: minor), per: value.denominator)
    case .number(let value, .share): return .share(part: value.numerator, whole: value.denominator)
    case .number(let value, .points) where value.denominator == 1: return .points(value.numerator)
    case .number(let value, _):
      return value.denominator == 1 ? .count(value.numerator) : .number(value.approximation)
    case .text(let text): return .text(text)
    case .day(let day): return .day(day)
    case .truth(let holds): return .word(holds ? Message("true", zh: "是") : Message("false", zh: "否"))
    }
  }
}

import Programme
import Quantities
import Reporting

/// The table that `collect` fills, a row for each round that collects: the loops' variables first, then what was asked.
struct Collected: Sendable {
  private var variables: [String] = []
  private var columns: [String] = []
  private var rows: [(variables: [String: Cell], cells: [String: Cell])] = []
  /// Where a round's row is, by the numbers of the rounds.
  private var places: [[Int]: Int] = [:]

  /// Puts a figure into the row of the running rounds.
  /// - Throws: where the name is taken in this row, or by a loop's variable.
  mutating func add(_ cell: Cell, named name: String, in rounds: [Round], at span: Span?) throws(Diagnostic) {
    for round in rounds where !variables.contains(round.name) { variables.append(round.name) }
    if variables.contains(name) { throw Diagnostic(ShellProblem.nameInUse(name, by: "loop's variable"), at: span) }
    if !columns.contains(name) { columns.append(name) }
    let key = rounds.map(\.number)
    let place = places[key] ?? rows.count
    if place == rows.count {
      places[key] = place
      rows.append((Dictionary(rounds.map { ($0.name, $0.cell) }, uniquingKeysWith: { $1 }), [:]))
    }
    guard rows[place].cells.updateValue(cell, forKey: name) == nil else {
      throw Diagnostic(ShellProblem.namedTwice(name), at: span)
    }
  }

  /// What was gathered; nil where nothing was.
  var report: Report? {
    guard !rows.isEmpty else { return nil }
    var table = Table("collected", columns: (variables + columns).map { Table.Column($0) })
    table.rows = rows.map { row in
      variables.map { row.variables[$0] ?? .none } + columns.map { row.cells[$0] ?? .none }
    }
    var report = Report(verb: "for", title: "collected in \(counted(rows.count, "round"))")
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
    case .number(let value, .money): return Money(major: value).map { .money($0) } ?? .number(value.approximation)
    case .number(let value, .share): return .share(part: value.numerator, whole: value.denominator)
    case .number(let value, .points) where value.denominator == 1: return .points(value.numerator)
    case .number(let value, _):
      return value.denominator == 1 ? .count(value.numerator) : .number(value.approximation)
    case .text(let text): return .text(text)
    case .day(let day): return .day(day)
    case .truth(let holds): return .text(holds ? "true" : "false")
    }
  }
}

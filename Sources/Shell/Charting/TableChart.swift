import Analysis
import Messages
import Reporting

/// The part of a table that a chart shows: the columns that label its rows, and the numbers drawn.
struct TableChart {
  let table: Table

  /// The columns that label the rows: those before the numbers, and before the bars where a table has them.
  private var labels: [Int] {
    let shown = table.columns.indices.filter { table.columns[$0].isShown }
    if let bar = table.bar { return shown.filter { $0 < bar } }
    let leading = Array(shown.prefix { !isNumeric($0) })
    return leading.isEmpty ? Array(shown.prefix(1)) : leading
  }

  private var numbers: [Int] {
    let labels = Set(labels)
    return table.columns.indices.filter { !labels.contains($0) && isNumeric($0) }
  }

  var isPlottable: Bool { !table.rows.isEmpty && !numbers.isEmpty }

  private func isNumeric(_ column: Int) -> Bool { table.rows.contains { $0[column].isNumber } }

  /// The table to be drawn, of the columns that `calls` names, else of the one with bars or the first with numbers.
  func plotted(_ calls: [MetricCall]?, as kind: Plot.Kind?) throws(Diagnostic) -> Table {
    var columns = [table.bar.flatMap { numbers.contains($0) ? $0 : nil } ?? numbers.first].compactMap(\.self)
    if let calls {
      columns = []
      for call in calls {
        guard let column = numbers.first(where: { [call.typed, call.text].contains(table.columns[$0].key) }) else {
          let names = numbers.map { table.columns[$0].key }
          throw Diagnostic(
            AnalysisProblem.noSuch(
              kind: Message("column of numbers", zh: "数字列"), call.text, names: names, list: thereAre(names)),
            at: call.span)
        }
        columns.append(column)
      }
    }
    if kind == .heat, labels.count < 2 { throw Diagnostic(ChartProblem.heatOfOneLabel) }
    var heads = labels
    let time = heads.first { TableChart.isTime(table.columns[$0]) }
    // A series runs along its last label, which is the time where there is one.
    if let time, kind ?? .trends == .trends { heads = heads.filter { $0 != time } + [time] }
    let varying = heads.filter { column in table.rows.contains { $0[column] != table.rows[0][column] } }
    heads = varying.isEmpty ? Array(heads.suffix(1)) : varying
    let preferred = table.chartedAs ?? (time.map(heads.contains) != true ? .bars : heads.count > 1 ? .trends : .line)
    var kind = kind ?? preferred
    if kind == .heat, heads.count != 2 { kind = preferred == .heat ? .bars : preferred }
    var result = Table("chart", columns: (heads + columns).map { table.columns[$0] })
    result.rows = table.rows.map { row in (heads + columns).map { row[$0] } }
    result.plot = Plot(kind, labels: heads.count)
    return result
  }

  private static func isTime(_ column: Table.Column) -> Bool {
    ["month", "quarter", "week", "day"].contains(column.key)
  }
}

extension Cell {
  fileprivate var isNumber: Bool {
    switch self {
    case .text, .word, .day, .none: false
    case .count, .points, .money, .share, .quotient, .average, .difference, .number, .estimate: true
    }
  }
}

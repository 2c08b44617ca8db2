import Quantities

/// A table laid out in columns of equal width.
struct TableText {
  private let titles: [String]
  private let rows: [[String]]
  private let rightAligned: [Bool]
  private var widths: [Int]
  private let limit: Int?
  private static let gap = "  "

  init(_ table: Table, _ cells: CellText, width: Int?) {
    let titles = table.columns.map { visible($0.title) }
    let rows = table.rows.map { row in
      zip(table.columns, row).map { column, cell in cells.text(cell, isDifference: column.isDifference) }
    }
    rightAligned = table.columns.indices.map { column in
      table.rows.contains { CellText.isNumeric($0[column]) && $0[column] != .none }
    }
    limit = width
    self.titles = titles
    self.rows = rows
    widths = table.columns.indices.map { column in
      max(displayWidth(titles[column]), rows.map { displayWidth($0[column]) }.max() ?? 0)
    }
    narrowTexts()
  }

  private static func total(_ widths: some Collection<Int>) -> Int {
    widths.reduce(0, +) + max(0, widths.count - 1) * gap.count
  }

  /// Takes columns of text in, the widest first, until the table fits or none is wider than 8.
  private mutating func narrowTexts() {
    guard let limit else { return }
    while TableText.total(widths) > limit {
      let texts = widths.indices.filter { !rightAligned[$0] && widths[$0] > 8 }
      guard let widest = texts.max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  /// The columns in groups that fit the width, the first column leading each.
  private var groups: [[Int]] {
    guard let limit, TableText.total(widths) > limit, widths.count > 2 else { return [Array(widths.indices)] }
    var groups: [[Int]] = []
    var group = [0]
    for column in 1..<widths.count {
      if group.count > 1 && TableText.total((group + [column]).map { widths[$0] }) > limit {
        groups.append(group)
        group = [0]
      }
      group.append(column)
    }
    return groups + [group]
  }

  func lines(header: (String) -> String) -> [String] {
    var lines: [String] = []
    for (index, group) in groups.enumerated() {
      if index > 0 { lines.append("") }
      lines.append(header(line(titles, group)))
      lines.append(group.map { String(repeating: "─", count: widths[$0]) }.joined(separator: TableText.gap))
      lines += rows.map { line($0, group) }
    }
    return lines
  }

  private func line(_ row: [String], _ group: [Int]) -> String {
    let cells = group.map { padded(cut(row[$0], to: widths[$0]), to: widths[$0], right: rightAligned[$0]) }
    let text = cells.joined(separator: TableText.gap)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}

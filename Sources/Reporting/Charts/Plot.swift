import Messages
import Quantities

/// A table drawn, for people, in place of its rows; programs get the table.
public struct Plot: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A bar for each row, with its number beside it.
    case bars
    /// The rows in their order from left to right, as a line.
    case line
    /// Two label columns as the sides of a grid, each cell shaded.
    case heat
    /// A sparkline for each series, along the last label column.
    case trends
  }

  public var kind: Kind
  /// How many columns come first that label the rows; each of the others is drawn.
  public var labels: Int

  public init(_ kind: Kind, labels: Int) {
    self.kind = kind
    self.labels = labels
  }
}

/// A table's plot laid out as lines.
struct PlotText {
  let table: Table
  let plot: Plot
  let cells: CellText
  let width: Int
  let glyphs: GlyphSet

  init(_ table: Table, _ plot: Plot, _ cells: CellText, width: Int?, glyphs: GlyphSet) {
    self.table = table
    self.plot = plot
    self.cells = cells
    self.width = width ?? 100
    self.glyphs = glyphs
  }

  func lines(header: (String) -> String) -> [String] {
    let values = Array(table.columns.indices.dropFirst(plot.labels))
    var lines: [String] = []
    for (place, column) in values.enumerated() {
      if place > 0 { lines.append("") }
      lines.append(header(visible(table.columns[column].title.text)))
      switch plot.kind {
      case .bars: lines += barLines(column)
      case .line: lines += lineLines(column)
      case .heat: lines += heatLines(column, header: header)
      case .trends: lines += trendLines(column, header: header)
      }
    }
    return lines
  }

  /// The numbers of a column as people read them.
  func texts(_ column: Int) -> [String] {
    let showsCents = table.rows.contains { row in
      if case .money(let money) = row[column] { money.minor % 100 != 0 } else { false }
    }
    return table.rows.map { row in
      cells.text(row[column], isDifference: table.columns[column].isDifference, showsCents: showsCents)
    }
  }

  /// The sizes of a column's cells; nil for what has none.
  func sizes(_ column: Int) -> [Double?] { table.rows.map { $0[column].isUndefined ? nil : $0[column].size } }

  /// The label of a row as one text.
  func label(_ row: [Cell]) -> String { row.prefix(plot.labels).map { cells.text($0) }.joined(separator: " ") }

  /// `values` in at most `room` groups of as many each, by their means, and how many each stands for.
  static func fitted(_ values: [Double?], to room: Int) -> (values: [Double?], each: Int) {
    let each = max(1, (values.count + room - 1) / max(room, 1))
    guard each > 1 else { return (values, 1) }
    return (
      stride(from: 0, to: values.count, by: each).map { start in
        let known = values[start..<min(start + each, values.count)].compactMap(\.self)
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
      }, each
    )
  }
}

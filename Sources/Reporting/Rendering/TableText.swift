import Messages
import Quantities

/// A table laid out in columns of equal width.
struct TableText {
  private let titles: [String]
  private let rows: [[String]]
  /// A text for each row that stands below it; none where every column stands beside the others.
  private let details: [String]
  private let rightAligned: [Bool]
  private let wraps: [Bool]
  /// A bar for each row; none where the table has no column for them, or no room.
  private let bars: [String]
  /// Stands above the bars.
  private let barTitle: String
  private var widths: [Int]
  private let limit: Int?
  private let glyphs: GlyphSet
  private static let gap = "  "
  /// The narrowest that a column which wraps is made, and one whose texts are cut.
  private static let leastWrapped = 20
  private static let leastCut = 14

  init(_ table: Table, _ cells: CellText, width: Int?, glyphs: GlyphSet = .blocks) {
    var shown = table.columns.indices.filter { table.columns[$0].isShown }
    let withCents = table.columns.indices.map { column in
      table.rows.contains { if case .money(let money) = $0[column] { money.minor % 100 != 0 } else { false } }
    }
    let texts = table.rows.prefix(table.shownRows ?? .max).map { row in
      row.indices.map { column in
        cells.text(
          row[column], isDifference: table.columns[column].isDifference, showsCents: withCents[column])
      }
    }
    func widths(_ columns: [Int]) -> [Int] {
      columns.map { column in
        max(displayWidth(visible(table.columns[column].title.text)), texts.map { displayWidth($0[column]) }.max() ?? 0)
      }
    }
    var details: [String] = []
    if let width, let last = shown.last, table.columns[last].wraps {
      let others = widths(shown.dropLast())
      if TableText.total(others) + TableText.gap.count + TableText.leastWrapped > width {
        details = texts.map { $0[last] }
        shown.removeLast()
      }
    }
    self.details = details
    titles = shown.map { visible(table.columns[$0].title.text) }
    rows = texts.map { row in shown.map { row[$0] } }
    rightAligned = shown.map { column in
      table.rows.contains { CellText.isNumeric($0[column]) && $0[column] != .none }
    }
    wraps = shown.map { table.columns[$0].wraps }
    limit = width
    self.glyphs = glyphs
    self.widths = widths(shown)
    let room = (width ?? 100) - TableText.total(self.widths) - TableText.gap.count
    let trends = TableText.trends(table, room: room, glyphs)
    bars = trends.isEmpty ? TableText.bars(table, room: room, glyphs) : trends
    barTitle = trends.isEmpty ? "" : visible(table.trends?.title.text ?? "")
    narrowTexts()
  }

  /// The rows' values as bars of at most 24 columns, in eighths.
  private static func bars(_ table: Table, room: Int, _ glyphs: GlyphSet) -> [String] {
    guard let column = table.bar, table.columns.indices.contains(column), room >= 8 else { return [] }
    let sizes = table.rows.map { max($0[column].size, 0) }
    guard let largest = sizes.max(), largest > 0 else { return [] }
    return sizes.map { glyphs.bar($0 / largest * Double(min(room, 24))) }
  }

  /// The rows' series as sparklines.
  private static func trends(_ table: Table, room: Int, _ glyphs: GlyphSet) -> [String] {
    guard let trends = table.trends, room >= max(displayWidth(trends.title.text), 6) else { return [] }
    return trends.series.map { series in
      glyphs.sparkline(PlotText.fitted(series.map { $0.isUndefined ? nil : $0.size }, to: min(room, 36)).values)
    }
  }

  private static func total(_ widths: some Collection<Int>) -> Int {
    widths.reduce(0, +) + max(0, widths.count - 1) * gap.count
  }

  /// Takes columns of text in, those that wrap before those that are cut and the widest first, until the table fits.
  private mutating func narrowTexts() {
    guard let limit else { return }
    let full = widths
    // Where it does not fit even so, the table is cut between columns, and no text needs to be cut.
    defer {
      if TableText.total(widths) > limit {
        for column in widths.indices where !wraps[column] { widths[column] = full[column] }
      }
    }
    while TableText.total(widths) > limit {
      let texts = widths.indices.filter {
        !rightAligned[$0] && widths[$0] > (wraps[$0] ? TableText.leastWrapped : TableText.leastCut)
      }
      let wrapped = texts.filter { wraps[$0] }
      guard let widest = (wrapped.isEmpty ? texts : wrapped).max(by: { widths[$0] < widths[$1] }) else { return }
      widths[widest] -= 1
    }
  }

  /// The columns in groups that fit the width, the columns of text that come first leading each.
  private var groups: [[Int]] {
    let keys = Array(widths.indices.prefix { !rightAligned[$0] }.prefix(3))
    guard let limit, TableText.total(widths) > limit, widths.count > keys.count + 1, !keys.isEmpty else {
      return [Array(widths.indices)]
    }
    var groups: [[Int]] = []
    var group = keys
    for column in keys.count..<widths.count {
      if group.count > keys.count && TableText.total((group + [column]).map { widths[$0] }) > limit {
        groups.append(group)
        group = keys
      }
      group.append(column)
    }
    return groups + [group]
  }

  func lines(header: (String) -> String) -> [String] {
    var lines: [String] = []
    for (index, group) in groups.enumerated() {
      if index > 0 { lines.append("") }
      let title = index == 0 && !barTitle.isEmpty ? beside(line(titles, group), barTitle, group) : line(titles, group)
      lines.append(header(title))
      lines.append(group.map { String(repeating: glyphs.rule, count: widths[$0]) }.joined(separator: TableText.gap))
      for (place, row) in rows.enumerated() {
        var parts = wrappedLines(row, group)
        if index == 0, place < bars.count, !bars[place].isEmpty {
          parts[0] = beside(parts[0], bars[place], group)
        }
        lines += parts
        if index == 0, place < details.count, !details[place].isEmpty { lines += detailLines(details[place]) }
      }
    }
    return lines
  }

  private func beside(_ line: String, _ text: String, _ group: [Int]) -> String {
    padded(line, to: TableText.total(group.map { widths[$0] })) + TableText.gap + text
  }

  /// What stands below a row, set in under its second column.
  private func detailLines(_ text: String) -> [String] {
    let indent = (widths.first ?? 0) + TableText.gap.count
    let room = max((limit ?? 80) - indent, TableText.leastWrapped)
    return broken(text, to: room).map { String(repeating: " ", count: indent) + $0 }
  }

  /// The row, and further lines for what wraps.
  private func wrappedLines(_ row: [String], _ group: [Int]) -> [String] {
    let parts = row.indices.map { column in
      wraps[column] ? broken(row[column], to: widths[column]) : [row[column]]
    }
    let height = group.map { parts[$0].count }.max() ?? 1
    return (0..<height).map { place in
      line(parts.map { place < $0.count ? $0[place] : "" }, group)
    }
  }

  private func line(_ row: [String], _ group: [Int]) -> String {
    let cells = group.map { padded(cut(row[$0], to: widths[$0]), to: widths[$0], right: rightAligned[$0]) }
    let text = cells.joined(separator: TableText.gap)
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}

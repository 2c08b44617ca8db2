import Messages
public import Quantities

/// Reports as a person reads them in a terminal: space-aligned columns under a thin rule.
public struct TextRenderer: Sendable {
  public var currency: Currency?
  /// Columns to fit into; nil for as wide as it comes.
  public var width: Int?
  public var color: Bool
  public var glyphs: GlyphSet

  public init(currency: Currency? = nil, width: Int? = 80, color: Bool = false, glyphs: GlyphSet = .blocks) {
    self.currency = currency
    self.width = width
    self.color = color
    self.glyphs = glyphs
  }

  public func lines(_ report: Report) -> [String] {
    var lines: [String] = []
    if !report.title.isEmpty { lines += wrapped(visible(report.title.text), to: width).map(bold) }
    lines += report.text.map(visible).flatMap { report.wrapsText ? hanging($0, to: width) : [$0] }
    for (place, table) in report.tables.filter({ $0.shownRows != 0 }).enumerated() {
      if place > 0 { lines.append("") }
      if !table.title.isEmpty { lines.append(visible(table.title.text)) }
      if let plot = table.plot {
        lines += PlotText(table, plot, CellText(currency: currency), width: width, glyphs: glyphs).lines(header: bold)
        continue
      }
      lines += TableText(table, CellText(currency: currency), width: width, glyphs: glyphs).lines(header: bold)
      if let limit = table.shownRows, table.rows.count > limit {
        lines.append(Message.moreRows(table.rows.count - limit).text)
      }
    }
    if report.showsValues && !report.values.isEmpty {
      if !report.tables.isEmpty { lines.append("") }
      lines += valueLines(report.values)
    }
    for note in report.notes { lines += wrapped(visible(Message.note(note).text), to: width) }
    return lines + (report.tables.isEmpty ? [] : [""])
  }

  private func bold(_ text: String) -> String { color ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// Names and numbers in two aligned columns, several pairs a line where they fit.
  private func valueLines(_ values: [Report.Value]) -> [String] {
    let cells = CellText(currency: currency)
    let pairs = values.map { (label: $0.label.text, text: cells.text($0.cell)) }
    guard let labels = pairs.map({ displayWidth($0.label) }).max(),
      let texts = pairs.map({ displayWidth($0.text) }).max()
    else { return [] }
    let pairWidth = labels + 2 + texts
    let perLine = max(1, min(3, ((width ?? 100) + 4) / (pairWidth + 4)))
    let rows = (pairs.count + perLine - 1) / perLine
    return (0..<rows).map { row in
      stride(from: row, to: pairs.count, by: rows).map { index in
        padded(pairs[index].label, to: labels) + "  " + padded(pairs[index].text, to: texts, right: true)
      }.joined(separator: "    ")
    }
  }
}

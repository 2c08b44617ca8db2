import Messages
public import Quantities

/// A report as Markdown: tables with pipes, values as a list.
public struct MarkdownRenderer {
  private let cells: CellText

  public init(currency: Currency?) { cells = CellText(currency: currency) }

  public func text(_ report: Report) -> String { lines(report).joined(separator: "\n") + "\n" }

  public func lines(_ report: Report) -> [String] {
    var lines: [String] = []
    if !report.title.isEmpty { lines += ["## " + escaped(report.title.text), ""] }
    if !report.text.isEmpty { lines += ["```"] + report.text.map(visible) + ["```", ""] }
    for table in report.tables {
      if !table.title.isEmpty { lines += [escaped(table.title.text), ""] }
      let shown = table.columns.indices.filter { table.columns[$0].isShown }
      let numeric = shown.map { column in table.rows.contains { CellText.isNumeric($0[column]) && $0[column] != .none }
      }
      lines.append(row(shown.map { escaped(table.columns[$0].title.text) }))
      lines.append(row(numeric.map { $0 ? "---:" : "---" }))
      for cells in table.rows {
        lines.append(
          row(shown.map { escaped(self.cells.text(cells[$0], isDifference: table.columns[$0].isDifference)) }))
      }
      lines.append("")
    }
    if !report.values.isEmpty {
      lines += report.values.map { "- \(escaped($0.label.text)): \(escaped(cells.text($0.cell)))" } + [""]
    }
    lines += report.notes.map { "> " + escaped($0.text) }
    return lines
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in visible(text) {
      if "\\`*_[]<>|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}

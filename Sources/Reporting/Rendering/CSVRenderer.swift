import Messages

/// A report's first table, or its values where it has none, as CSV: RFC 4180, UTF-8 with a byte order mark so that
/// spreadsheets read Chinese, numbers as in JSON.
public enum CSVRenderer {
  public static func text(_ report: Report) -> String {
    let lines = report.tables.first.map { Self.lines($0) } ?? Self.lines(report.values)
    return "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
  }

  /// Every table that people see, then the values, with an empty line between them: for the screen, so that control
  /// characters are spelled out. A result that is text alone stays text.
  public static func lines(_ report: Report) -> [String] {
    var parts = report.tables.filter { $0.shownRows != 0 }.map { lines($0) }
    if !report.values.isEmpty { parts.append(lines(report.values)) }
    if parts.isEmpty { parts = [report.text] }
    return Array(parts.joined(separator: [""])).map(visible)
  }

  private static func lines(_ table: Table) -> [String] {
    ([table.columns.map { field($0.key) }] + table.rows.map { $0.map(field) }).map { $0.joined(separator: ",") }
  }

  private static func lines(_ values: [Report.Value]) -> [String] {
    ([["key", "value"]] + values.map { [field($0.key), field($0.cell)] }).map { $0.joined(separator: ",") }
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): field(text)
    case .word(let word): field(word.text(in: .english))
    case .none: ""
    case .count, .points, .money, .share, .quotient, .average, .difference, .number, .estimate, .day:
      cell.isUndefined ? "" : JSONRenderer.plain(cell)
    }
  }

  /// Quoted where it must be. A text that a spreadsheet would run as a formula is set behind an apostrophe.
  private static func field(_ text: String) -> String {
    var safe = text
    if let first = text.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { safe = "'" + text }
    guard safe.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return safe }
    return "\"" + safe.replacing("\"", with: "\"\"") + "\""
  }
}

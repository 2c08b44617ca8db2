import Quantities

/// A report's first table, or its values where it has none, as CSV: RFC 4180, UTF-8 with a byte order mark so that
/// spreadsheets read Chinese, numbers as in JSON.
public enum CSVRenderer {
  public static func text(_ report: Report) -> String {
    var lines: [[String]]
    if let table = report.tables.first {
      lines = [table.columns.map { field($0.key) }]
      lines += table.rows.map { $0.map(field) }
    } else {
      lines = [["key", "value"]] + report.values.map { [field($0.key), field($0.cell)] }
    }
    return "\u{FEFF}" + lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): field(text)
    case .none: ""
    case .count, .points, .money, .share, .quotient, .average, .shareDifference, .number, .day:
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

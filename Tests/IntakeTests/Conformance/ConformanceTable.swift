/// A table as rows of cells, the header first, to be stored in every form that can be read.
struct ConformanceTable: Sendable {
  /// What the cells of a column are where a form of storage has types.
  enum Kind: Sendable {
    case text, integer, decimal
    /// `2017-01-05 09:07:00`.
    case moment
  }

  var rows: [[String]]
  var kinds: [Kind]

  /// All cells are texts unless `kinds` says otherwise.
  init(_ rows: [[String]], kinds: [Kind]? = nil) {
    self.rows = rows
    self.kinds = kinds ?? [Kind](repeating: .text, count: rows.first?.count ?? 0)
  }

  init(csv: String, kinds: [Kind]) {
    self.init(
      csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) },
      kinds: kinds)
  }

  /// The header and the first `count` rows.
  func prefix(_ count: Int) -> ConformanceTable { ConformanceTable(Array(rows.prefix(count + 1)), kinds: kinds) }

  /// As delimited text: quotes where needed.
  func csv(lineEnd: String = "\n") -> String {
    var text = ""
    for row in rows {
      text += row.map(ConformanceTable.quoted).joined(separator: ",") + lineEnd
    }
    return text
  }

  private static func quoted(_ cell: String) -> String {
    cell.utf8.contains { ",\"\r\n".utf8.contains($0) } ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
  }
}

/// A table as rows of cells, the header first, to be stored in every form that can be read.
package struct ConformanceTable: Sendable {
  /// What the cells of a column are where a form of storage has types.
  package enum Kind: Sendable {
    case text, integer, decimal
    /// `2017-01-05 09:07:00`.
    case moment
  }

  package var rows: [[String]]
  package var kinds: [Kind]

  /// All cells are texts unless `kinds` says otherwise.
  package init(_ rows: [[String]], kinds: [Kind]? = nil) {
    self.rows = rows
    self.kinds = kinds ?? [Kind](repeating: .text, count: rows.first?.count ?? 0)
  }

  package init(csv: String, kinds: [Kind]) {
    self.init(
      csv.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) },
      kinds: kinds)
  }

  /// The header and the first `count` rows.
  package func prefix(_ count: Int) -> ConformanceTable {
    ConformanceTable(Array(rows.prefix(count + 1)), kinds: kinds)
  }

  /// As delimited text: quotes where needed.
  package func csv(lineEnd: String = "\n") -> String {
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

extension ConformanceTable {
  /// The packaged purchases, with their types.
  package static func journey() throws -> ConformanceTable {
    ConformanceTable(
      csv: String(decoding: try packageFile("scripts/examples/data/journey_purchases.csv"), as: UTF8.self),
      kinds: [.integer, .moment, .integer, .integer, .text, .integer, .decimal, .decimal])
  }
}

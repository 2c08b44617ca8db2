internal import MessageCatalogue

/// Traditional Chinese for every piece of Simplified Chinese that the program says. The catalogue is made with OpenCC
/// (Taiwan's words) from the sources by `scripts/catalog`, and a test finds what it lacks.
enum Traditional {
  /// The piece in Traditional Chinese; as it is where both are written alike.
  static func text(_ simplified: String) -> String { table[simplified] ?? simplified }

  private static let table: [String: String] = {
    let entries = catalogue.split(separator: "\n").map { line in
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      return (unescaped(parts[0]), unescaped(parts.last ?? parts[0]))
    }
    return Dictionary(entries) { first, _ in first }
  }()

  /// The catalogue as it stands in the binary.
  private static var catalogue: String {
    String(
      decoding: UnsafeRawBufferPointer(start: traditional_catalogue, count: traditional_catalogue_size), as: UTF8.self)
  }

  /// `\n` and `\t` within an entry are written as those two characters.
  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("\\n", with: "\n").replacing("\\t", with: "\t").replacing("\\\\", with: "\\")
  }
}

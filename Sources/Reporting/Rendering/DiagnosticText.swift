public import Quantities

/// An error as a person reads it: what, where with a caret under it, what next.
public enum DiagnosticText {
  public static func lines(_ error: Diagnostic, color: Bool = false) -> [String] {
    let head = "error \(error.code.rawValue):"
    var lines = [(color ? "\u{1B}[1;31m\(head)\u{1B}[0m" : head) + " " + visible(error.message)]
    if let span = error.span { lines += placeLines(span) }
    if let hint = error.hint { lines.append("  " + visible(hint)) }
    return lines
  }

  /// The place, its line of source and the caret; then where that source was included from.
  private static func placeLines(_ span: Span) -> [String] {
    let (line, range) = span.source.line(at: span.range.lowerBound)
    let place = "  " + visible(span.place) + "  "
    let before = span.source.text(range.lowerBound..<span.range.lowerBound)
    let marked = span.source.text(span.range.lowerBound..<min(span.range.upperBound, range.upperBound))
    let indent = String(repeating: " ", count: displayWidth(place) + displayWidth(tabsAsBlanks(before)))
    var lines = [
      place + tabsAsBlanks(line), indent + String(repeating: "^", count: max(1, displayWidth(tabsAsBlanks(marked)))),
    ]
    var source = span.source
    while let from = source.includedAt {
      lines.append("  included at \(visible(from.place))")
      source = from.source
    }
    return lines
  }

  private static func tabsAsBlanks(_ text: String) -> String {
    visible(String(text.map { $0 == "\t" ? " " : $0 }))
  }
}

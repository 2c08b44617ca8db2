public import Messages

/// An error as a person reads it: what, where with a caret under it, what next.
public enum DiagnosticText {
  ///
  /// `width` is what the lines are fitted to; nil for as wide as they come.
  public static func lines(_ error: Diagnostic, width: Int? = nil, color: Bool = false) -> [String] {
    let head = Message("error \(error.code.rawValue):", zh: "错误 \(error.code.rawValue)：").text
    let said = visible(withoutSecrets(error.message.text))
    var lines = fitted(head + (Language.current == .english ? " " : "") + said, width)
    if color, let first = lines.first { lines[0] = first.replacing(head, with: "\u{1B}[1;31m\(head)\u{1B}[0m") }
    if let span = error.span { lines += placeLines(span, width) }
    for line in error.context { lines += fitted("  " + visible(line.text), width) }
    if let hint = error.hint { lines += fitted("  " + visible(withoutSecrets(hint.text)), width) }
    return lines
  }

  private static func fitted(_ text: String, _ width: Int?) -> [String] {
    guard let width, displayWidth(text) > width else { return [text] }
    let indent = text.hasPrefix("  ") ? "  " : ""
    let parts = broken(String(text.dropFirst(indent.count)), to: width - 2)
    return parts.enumerated().map { ($0 == 0 ? indent : "  ") + $1 }
  }

  /// The place, its line of source and the caret; then where that source was included from.
  private static func placeLines(_ span: SourceSpan, _ width: Int?) -> [String] {
    let (line, range) = span.source.line(at: span.range.lowerBound)
    let place = "  " + visible(span.place) + "  "
    // Secrets are known by what stands around them, so the line is cleared as a whole.
    let clear = withoutSecrets(line)
    let start = span.source.text(range.lowerBound..<span.range.lowerBound).count
    let end = span.source.text(range.lowerBound..<min(span.range.upperBound, range.upperBound)).count
    let before = String(clear.prefix(start))
    let marked = String(clear.prefix(end).dropFirst(start))
    var shown = tabsAsBlanks(clear)
    var lead = displayWidth(tabsAsBlanks(before))
    let room = width.map { max($0 - displayWidth(place), 30) } ?? .max
    var length = max(1, displayWidth(tabsAsBlanks(marked)))
    if displayWidth(shown) > room {
      // Of a long line, a piece around the place.
      var dropped = 0
      while lead - dropped > room / 3, let first = shown.first {
        dropped += displayWidth(first)
        shown.removeFirst()
      }
      if dropped > 0 {
        shown = "…" + shown
        lead = lead - dropped + 1
      }
      shown = cut(shown, to: room)
      length = max(1, min(length, room - lead))
    }
    let indent = String(repeating: " ", count: displayWidth(place) + lead)
    var lines = [place + shown, indent + String(repeating: "^", count: length)]
    var source = span.source
    while let from = source.includedAt {
      lines.append("  " + Message("included at \(visible(from.place))", zh: "包含于 \(visible(from.place))").text)
      source = from.source
    }
    return lines
  }

  /// As it is shown on one line.
  private static func tabsAsBlanks(_ text: String) -> String {
    visible(String(text.map { $0 == "\t" ? " " : $0 }))
  }
}

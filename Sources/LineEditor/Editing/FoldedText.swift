/// Texts too tall for the screen, each behind a mark in the line such as `[load "a.csv" … 400 lines]`.
struct FoldedText {
  private var texts: [String: String] = [:]

  /// The mark that stands for `text` from here on.
  mutating func fold(_ text: String, wording: String) -> String {
    let beginning = PrintableText.escaping(String(text.prefix { $0 != "\n" }.prefix(20)))
    var number = 1
    while true {
      let mark = "[\(beginning) … \(wording)\(number > 1 ? " #\(number)" : "")]"
      if texts[mark, default: text] == text {
        texts[mark] = text
        return mark
      }
      number += 1
    }
  }

  /// `line` with the texts in place of their marks.
  func unfolding(_ line: String) -> String {
    var result = line
    for (mark, text) in texts.sorted(by: { $0.key < $1.key }) where result.contains(mark) {
      result = result.split(separator: mark, omittingEmptySubsequences: false).joined(separator: text)
    }
    return result
  }
}

/// The words that the editor shows; in another language, give others.
public struct EditorWording {
  /// Stands for a text of so many lines.
  public var lines: (Int) -> String = { "\($0) lines" }
  /// Ends a list of candidates that is cut.
  public var more: (Int) -> String = { "… and \($0) more" }
  /// Stands before what is searched for in the history, and when nothing is found.
  public var search = "search"
  public var searchFailed = "not found"

  public init() {}
}

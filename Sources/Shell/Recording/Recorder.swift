import Files
import Messages
import Reporting

/// Takes down what is asked and what is said to it, as it shows at a prompt of 80 columns without colour.
final class Recorder {
  enum Piece {
    case asked(String)
    case said([String])
  }

  static let width = 80
  /// What has no place in a transcript: it is about the session, or never ends.
  private static let silent: Set<String> = ["record", "replay", "watch", "history", "quit"]

  private let take: (Piece) -> Void
  private var span: SourceSpan?
  private var isSilent = true

  init(_ take: @escaping (Piece) -> Void) { self.take = take }

  /// A statement that is run next; `typed` is its text without passwords.
  func begin(_ span: SourceSpan, _ typed: String) {
    isSilent = typed.isEmpty || Recorder.silent.contains(String(typed.prefix { $0 != " " && $0 != "\n" }))
    self.span = span
    if !isSilent { take(.asked(typed)) }
  }

  func say(_ report: Report, _ presentation: Presentation) {
    let console = Console(format: .text, width: { Recorder.width }, color: false, out: { _ in }, err: { _ in })
    say(console.lines(report, "", presentation, as: presentation.format))
  }

  func say(_ word: String) { say(Console.lines(word, width: Recorder.width)) }

  func say(_ error: Diagnostic) { say(DiagnosticText.lines(replaced(error), width: Recorder.width)) }

  private func say(_ lines: [String]) {
    if !isSilent, !lines.isEmpty { take(.said(lines)) }
  }

  /// The error as if its statement had been typed alone at the prompt.
  private func replaced(_ error: Diagnostic) -> Diagnostic {
    guard let place = error.span, let alone = alone(place) else { return error }
    var copy = error
    copy.span = alone
    return copy
  }

  /// A place in the statement, or in a script that it includes; nil where it is in neither.
  private func alone(_ place: SourceSpan) -> SourceSpan? {
    guard let span else { return nil }
    guard place.source === span.source else {
      let script = place.source
      guard let from = script.includedAt.flatMap(alone) else { return nil }
      return SourceSpan(
        SourceText(script.text(0..<script.bytes.count), name: script.name, includedAt: from), place.range)
    }
    let (start, source) = (span.range.lowerBound, SourceText(span.text, name: ""))
    guard place.range.lowerBound >= start else { return nil }
    let lower = min(place.range.lowerBound - start, source.bytes.count)
    return SourceSpan(source, lower..<min(max(lower, place.range.upperBound - start), source.bytes.count))
  }
}

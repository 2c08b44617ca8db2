public import Messages

/// What a reader asks for where the phrase ends: what may be typed next.
public enum CompletionHint: Hashable, Sendable {
  /// Words of the language, as they are typed.
  case words(String)
  case mark(Mark)
  /// The name of something of that kind, such as `tier`; blank where only the place tells of what kind.
  case name(of: String)
  /// Something to calculate or compare with.
  case value
  /// An argument of the metric called so, behind those that are there.
  case argument(of: String, after: [String])
}

/// The hints of a phrase's readers, in the order in which they came.
final class HintCollector {
  var all: [CompletionHint] = []
}

/// What may stand behind the beginning of a value, as the value's own reader tells.
public struct Continuation: Sendable {
  /// What may come next, in the order offered.
  public var hints: [CompletionHint] = []
  /// Whether what is there is a whole value already.
  public var isWhole = false

  init(hints: [CompletionHint] = [], isWhole: Bool = false) {
    self.hints = hints
    self.isWhole = isWhole
  }
}

extension Continuation {
  /// What the reading of `phrase` comes to by `read`.
  init(of phrase: Phrase, _ read: (inout PhraseReader) throws(Diagnostic) -> Void) {
    var reader = PhraseReader(asking: phrase)
    do throws(Diagnostic) {
      try read(&reader)
      isWhole = reader.isAtEnd
    } catch {
      isWhole = false
    }
    hints = reader.hinted
  }
}

extension Phrased {
  /// What may stand behind `phrase`, with which such a value begins.
  public static func continuation(of phrase: Phrase) -> Continuation {
    if phrase.tokens.isEmpty, !candidates.isEmpty { return Continuation(hints: candidates.map { .words($0) }) }
    return Continuation(of: phrase) { reader throws(Diagnostic) in _ = try Self(from: &reader) }
  }
}

/// What readers say of the place where the phrase ends; nothing comes of it while a statement is run.
extension PhraseReader {
  /// Notes what may stand here, where the phrase ends here.
  public func hint(_ wanted: CompletionHint...) { hint(wanted) }

  /// Notes that any of `wanted` may come next, if somebody asked.
  public func hint(_ wanted: [CompletionHint]) {
    guard isAtEnd, let hints else { return }
    hints.all += wanted.filter { !hints.all.contains($0) }
  }

  /// Whether it is only asked what may come next.
  public var isAsking: Bool { hints != nil }

  /// What was noted so far.
  public var hinted: [CompletionHint] { hints?.all ?? [] }

  /// Forgets what was noted, to tell what comes from now on.
  public func forgetHints() { hints?.all = [] }

  /// Goes no further where it is asked what may come next, the phrase ends here, and it is not yet whole.
  public func demand(_ isWhole: Bool = false) throws(Diagnostic) {
    if isAsking, isAtEnd, !isWhole { throw unexpected(.empty) }
  }
}

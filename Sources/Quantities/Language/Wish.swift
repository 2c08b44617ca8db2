/// What a reader asks for where the phrase ends: what may be typed next.
public enum Wish: Hashable, Sendable {
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

/// The wishes of a phrase's readers, in the order in which they came.
final class Wishes {
  var all: [Wish] = []
}

/// What may stand behind the beginning of a value, as the value's own reader tells.
public struct Continuation: Sendable {
  public var wishes: [Wish] = []
  /// Whether what is there is a whole value already.
  public var isWhole = false

  public init(wishes: [Wish] = [], isWhole: Bool = false) {
    self.wishes = wishes
    self.isWhole = isWhole
  }
}

extension Continuation {
  /// What the reading of `phrase` comes to by `read`.
  public init(of phrase: Phrase, _ read: (inout PhraseReader) throws(Diagnostic) -> Void) {
    var reader = PhraseReader(asking: phrase)
    do throws(Diagnostic) {
      try read(&reader)
      isWhole = reader.isAtEnd
    } catch {
      isWhole = false
    }
    wishes = reader.wished
  }
}

extension Phrased {
  /// What may stand behind `phrase`, with which such a value begins.
  public static func continuation(of phrase: Phrase) -> Continuation {
    if phrase.tokens.isEmpty, !candidates.isEmpty { return Continuation(wishes: candidates.map { .words($0) }) }
    return Continuation(of: phrase) { reader throws(Diagnostic) in _ = try Self(from: &reader) }
  }
}

/// What readers say of the place where the phrase ends; nothing comes of it while a statement is run.
extension PhraseReader {
  /// Notes what may stand here, where the phrase ends here.
  public func wish(_ wanted: Wish...) { wish(wanted) }

  public func wish(_ wanted: [Wish]) {
    guard isAtEnd, let wishes else { return }
    wishes.all += wanted.filter { !wishes.all.contains($0) }
  }

  /// Whether it is only asked what may come next.
  public var isAsking: Bool { wishes != nil }

  /// What was noted so far.
  public var wished: [Wish] { wishes?.all ?? [] }

  /// Forgets what was noted, to tell what comes from now on.
  public func forgetWishes() { wishes?.all = [] }

  /// Goes no further where it is asked what may come next, the phrase ends here, and it is not yet whole.
  public func demand(_ isWhole: Bool = false) throws(Diagnostic) {
    if isAsking, isAtEnd, !isWhole { throw unexpected(.empty) }
  }
}

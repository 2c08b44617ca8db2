public import Messages
import PlanLanguage
import Reporting

/// What only a person at the prompt has.
struct Attendance {
  /// Opens the person's editor on a text and answers what it was left as.
  let edit: (String) throws(Diagnostic) -> String
  /// What was typed last, for `edit`.
  var lastTyped = ""
}

extension Session {
  /// From here on a person types: verbs may be shortened, long results are paged, `edit` opens an editor, and what the
  /// person defines is not lost unasked. What was defined before came from scripts.
  public mutating func attend(edit: @escaping (String) throws(Diagnostic) -> String) {
    attendance = Attendance(edit: edit)
    keepDefinitions()
  }

  /// Runs `body` with nothing told but errors.
  public mutating func quietly(_ body: (inout Session) -> Void) {
    let (emit, acknowledge) = (environment.emit, environment.acknowledge)
    environment.emit = { _, _, _ in }
    environment.acknowledge = { _, _ in }
    body(&self)
    (environment.emit, environment.acknowledge) = (emit, acknowledge)
  }

  /// Speaks `language` from here on, as `set language` does.
  public mutating func speak(_ language: Language) { settings.language = language }

  /// What is spoken.
  public var language: Language { settings.language }

  /// Runs what a person typed.
  public mutating func run(typed text: String) {
    let source = SourceText(text, name: "")
    var parser = Parser(source, vocabulary)
    let isEdit = (try? parser.next())?.verb == "edit"
    if !isEdit { attendance?.lastTyped = text }
    run(source)
  }

  /// What may stand at the end of `text`, and how many of its characters stay before it. The remark is what there is to
  /// say where nothing can be listed.
  public func completions(of text: String) -> (start: Int, candidates: [Candidate], remark: Message) {
    Completer(self).completions(of: text)
  }

  /// What may come after `text`, each with a word on it: what Tab offers, and what stands there in words where no list
  /// can be given. Nil within a quoted text or a comment, where `?` is a character like any other.
  public func expectations(after text: String) -> [Candidate]? { Completer(self).expectations(after: text) }

  /// How many columns `text` takes on the person's terminal.
  public func width(of text: String) -> Int {
    AmbiguousWidth.$current.withValue(settings.ambiguous) { displayWidth(text) }
  }

  /// Whether statements come from a person's keyboard now, and not from a script.
  var isTyped: Bool { attendance != nil && including.isEmpty }

  /// Whether verbs and topics may be shortened: at the prompt, and in what was recorded there.
  var mayBeShort: Bool { isTyped || replaying == including.count }

  /// The words that statements are made of; at the prompt verbs may be shortened.
  var vocabulary: Vocabulary {
    var vocabulary = Registry.vocabulary
    vocabulary.allowsPrefixes = mayBeShort
    return vocabulary
  }
}

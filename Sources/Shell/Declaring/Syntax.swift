import Analysis
import Messages
import PlanLanguage
import Programme

/// How a command is written, declared once: parsing, usage, help and completion follow from it.
struct Syntax<Subject>: Sendable {
  /// The verb, and a topic where the verb has several: `show ladder`.
  let words: [String]
  let summary: Message
  /// What the verb is called in other languages.
  let aliases: [Alias]
  let slots: [Slot<Subject>]
  /// What its block holds; nil where it takes none.
  let block: BlockUse<Subject>?
  /// The statements it holds; nil where it takes none.
  let body: BodyUse<Subject>?
  /// What it changes.
  let changes: CommandEffect
  let examples: [Example]

  init(
    _ words: String, _ summary: Message, aliases: [Alias] = [], _ slots: [Slot<Subject>] = [],
    block: BlockUse<Subject>? = nil,
    body: BodyUse<Subject>? = nil, changes: CommandEffect = .nothing, examples: [Example] = []
  ) {
    self.words = words.split(separator: " ").map(String.init)
    self.summary = summary
    self.aliases = aliases
    self.slots = slots
    self.block = block
    self.body = body
    self.changes = changes
    self.examples = examples
  }

  /// `run SCENARIO over RANGE`.
  var usage: Message {
    .sentence(
      [Message(verbatim: words.joined(separator: " "))] + slots.map(\.usage)
        + [block?.usage, body?.form.usage].compactMap(\.self))
  }
}

/// A block after a command: where its entries go.
struct BlockUse<Subject>: Sendable {
  let usage: Message
  let shape: BlockShape
  /// For completion: what an entry may begin with.
  let fields: @Sendable (Session) -> [Candidate]
  /// For completion: the field at `path`, in the child of that kind where one is open.
  let field: @Sendable (_ session: Session, _ child: String?, _ path: [String]) -> FieldSummary?
  let store: @Sendable (inout Subject, Block) -> Void
}

/// How the statements that a command holds are written.
enum BodyForm: Sendable {
  case plain
  /// `else { … }` may follow.
  case alternatives

  var usage: Message {
    switch self {
    case .plain: Message("{ STATEMENTS }", zh: "{ 语句 }")
    case .alternatives: Message("{ STATEMENTS } [else { STATEMENTS }]", zh: "{ 语句 } [else { 语句 }]")
    }
  }
}

/// The statements that a command holds: where they go, and those after `else`.
struct BodyUse<Subject>: Sendable {
  let form: BodyForm
  let store: @Sendable (inout Subject, Body, Body?) -> Void
}

/// One part of a command.
struct Slot<Subject>: Sendable {
  enum Place: Sendable, Equatable {
    /// It stands after the words, in the order of declaration.
    case argument
    /// It follows its word, anywhere after the arguments.
    case clause(String)
  }

  let place: Place
  /// What stands there, for usage: `RANGE`; empty for a word that stands alone.
  let label: Message
  let summary: Message
  let isRequired: Bool
  let offer: Offer
  let read: @Sendable (inout Subject, inout PhraseReader) throws(Diagnostic) -> Void

  var usage: Message {
    let text: Message =
      switch place {
      case .argument: label
      case .clause(let word): .sentence(Message(verbatim: word), label)
      }
    return isRequired ? text : Message("[\(text)]", zh: "[\(text)]")
  }
}

extension Slot {
  /// A required argument.
  static func argument<Value: Phrased>(
    _ label: Message, _ path: any WritableKeyPath<Subject, Value> & Sendable, _ summary: Message,
    offers offer: Offer = .nothing
  ) -> Slot {
    Slot(place: .argument, label: label, summary: summary, isRequired: true, offer: offer) {
      subject, reader throws(Diagnostic) in subject[keyPath: path] = try Value(from: &reader)
    }
  }

  /// An argument that may be left out.
  static func option<Value: Phrased>(
    _ label: Message, _ path: any WritableKeyPath<Subject, Value?> & Sendable, _ summary: Message,
    offers offer: Offer = .nothing
  ) -> Slot {
    Slot(place: .argument, label: label, summary: summary, isRequired: false, offer: offer) {
      subject, reader throws(Diagnostic) in subject[keyPath: path] = try Value(from: &reader)
    }
  }

  /// A clause that may be left out.
  static func clause<Value: Phrased>(
    _ word: String, takes label: Message, _ path: any WritableKeyPath<Subject, Value?> & Sendable, _ summary: Message,
    offers offer: Offer = .nothing
  ) -> Slot {
    Slot(place: .clause(word), label: label, summary: summary, isRequired: false, offer: offer) {
      subject, reader throws(Diagnostic) in subject[keyPath: path] = try Value(from: &reader)
    }
  }

  /// A word that is there or not.
  static func flag(_ word: String, _ path: any WritableKeyPath<Subject, Bool> & Sendable, _ summary: Message) -> Slot {
    Slot(place: .clause(word), label: .empty, summary: summary, isRequired: false, offer: .nothing) {
      subject, _ throws(Diagnostic) in subject[keyPath: path] = true
    }
  }

  /// A clause that must be there.
  static func required<Value: Phrased>(
    _ word: String, takes label: Message, _ path: any WritableKeyPath<Subject, Value> & Sendable, _ summary: Message,
    offers offer: Offer = .nothing
  ) -> Slot {
    Slot(place: .clause(word), label: label, summary: summary, isRequired: true, offer: offer) {
      subject, reader throws(Diagnostic) in subject[keyPath: path] = try Value(from: &reader)
    }
  }
}

extension Syntax {
  /// Fills `subject` from the statement's phrase, its words taken off.
  func parse(_ phrase: Phrase, into subject: inout Subject) throws(Diagnostic) {
    var reader = PhraseReader(phrase)
    let clauses = slots.compactMap { slot -> String? in if case .clause(let word) = slot.place { word } else { nil } }
    let verb = words.joined(separator: " ")
    for slot in slots where slot.place == .argument {
      if reader.isAtEnd || clauses.contains(where: { reader.isNext(word: $0) }) {
        guard !slot.isRequired else {
          throw Diagnostic(AnalysisProblem.missing(slot.label, of: verb, usage: usage), at: reader.here)
        }
        continue
      }
      try slot.read(&subject, &reader)
    }
    var seen: Set<String> = []
    while let next = reader.next {
      guard case .word(let word) = next.kind, let slot = slots.first(where: { $0.place == .clause(word) }) else {
        throw Diagnostic(ShellProblem.unexpected(next.kind.text, usage: usage), at: next.span)
      }
      guard seen.insert(word).inserted else { throw Diagnostic(ShellProblem.clauseTwice(word), at: next.span) }
      reader.advance()
      try slot.read(&subject, &reader)
    }
    for slot in slots where slot.isRequired {
      guard case .clause(let word) = slot.place, !seen.contains(word) else { continue }
      throw Diagnostic(AnalysisProblem.missing(Message(verbatim: "`\(word)`"), of: verb, usage: usage), at: reader.here)
    }
  }
}

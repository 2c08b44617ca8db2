import Messages
import PlanLanguage
import Programme
import Reporting

/// A command: its syntax says how it is written, and `run` what it does. One file each; a new one is entered in `Registry`.
protocol Command: Sendable {
  static var syntax: Syntax<Self> { get }
  init()
  /// What it found; an acknowledgement where it only changed something.
  func run(in session: inout Session) throws -> Answer
}

/// What a command answers with.
enum Answer: Sendable {
  /// A result, which JSON output carries too.
  case report(Report)
  /// The last result shown in another way: `_` stays what it is.
  case view(Report)
  /// A word on what was done, for people only.
  case done(Message)
  case nothing
}

/// A command whatever its type, as the registry holds it.
struct AnyCommand: Sendable {
  let words: [String]
  let summary: Message
  let aliases: [Alias]
  let usage: Message
  let examples: [Example]
  let slots: [SlotSummary]
  let takesBlock: Bool
  /// Nil where it takes no body.
  let body: BodyForm?
  let changes: CommandEffect
  let shape: BlockShape
  let blockFields: @Sendable (Session) -> [Candidate]
  /// As `BlockUse.field`.
  let blockField: @Sendable (Session, _ child: String?, _ path: [String]) -> FieldSummary?
  /// What may stand behind the beginning of its arguments.
  let expectation: @Sendable (Phrase) -> Expectation
  let execute: @Sendable (Statement, inout Session) throws -> Answer

  init<Subject: Command>(_ type: Subject.Type) {
    self.init(Subject.syntax) { Subject() }
  }

  /// A command that is made anew for each statement by `make`, for commands derived from other declarations.
  init<Subject: Command>(_ syntax: Syntax<Subject>, make: @escaping @Sendable () -> Subject) {
    words = syntax.words
    summary = syntax.summary
    aliases = syntax.aliases
    usage = syntax.usage
    examples = syntax.examples
    slots = syntax.slots.map { SlotSummary($0) }
    takesBlock = syntax.block != nil
    body = syntax.body?.form
    changes = syntax.changes
    shape = syntax.block?.shape ?? BlockShape()
    blockFields = { session in syntax.block?.fields(session) ?? [] }
    blockField = { session, child, path in syntax.block?.field(session, child, path) }
    expectation = { syntax.expectation(after: $0, for: make()) }
    execute = { statement, session in
      var command = make()
      let arguments = statement.phrase.dropping(words: syntax.words.count - 1)
      try syntax.parse(arguments, into: &command)
      if let block = statement.block {
        guard let use = syntax.block else {
          throw Diagnostic(SyntaxProblem.blockNotExpected(verb: syntax.words.joined(separator: " ")), at: block.span)
        }
        use.store(&command, block)
      }
      if let use = syntax.body {
        guard let body = statement.body else {
          throw Diagnostic(
            ShellProblem.blockMissing(
              verb: syntax.words[0], example: syntax.examples.lazy.map(\.text).first { !$0.contains("\n") } ?? ""))
        }
        use.store(&command, body, statement.otherwise)
      }
      return try command.run(in: &session)
    }
  }

  var name: String { words.joined(separator: " ") }
}

/// A slot as help and completion see it.
struct SlotSummary: Sendable {
  let clause: String?
  let label: Message
  let summary: Message
  let isRequired: Bool
  let offer: Offer

  init<Subject>(_ slot: Slot<Subject>) {
    if case .clause(let word) = slot.place { clause = word } else { clause = nil }
    label = slot.label
    summary = slot.summary
    isRequired = slot.isRequired
    offer = slot.offer
  }
}

extension Phrase {
  func dropping(words count: Int) -> Phrase {
    guard count > 0 else { return self }
    let rest = Array(tokens.dropFirst(count))
    let place = tokens.prefix(count).last?.span.end ?? span
    return Phrase(rest, span: rest.first.map { $0.span.to(rest[rest.count - 1].span) } ?? place)
  }
}

import Analysis
import Messages
import Numerics
import PlanLanguage
import Programme
import Reporting

/// `ladder NAME { … }` and its like, one for each kind of object, all derived from the kind's declaration; `holiday NAME =
/// VALUE` where the kind has a field that is meant so.
struct Define: Command {
  /// `= VALUE`, whose field reads it.
  struct Value: Phrased {
    let phrase: Phrase

    static var form: Message { Message("`=` and a value", zh: "`=` 加值") }

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      try reader.expect(.equal)
      phrase = reader.rest
      while !reader.isAtEnd { reader.advance() }
    }

    func text(in notation: Notation) -> String { "= " + phrase.tokens.map(\.kind.text).joined(separator: " ") }
  }

  var name: Reference?
  var value: Value?
  var block: Block?
  private var kind: (any ObjectKind)?

  static var syntax: Syntax<Define> {
    syntax(word: "", noun: .empty, summary: .empty, shape: BlockShape(), fields: [], primary: nil, example: "") {
      _, _ in nil
    }
  }

  init() {}

  fileprivate init(_ kind: some ObjectKind) { self.kind = kind }

  fileprivate static func syntax(
    word: String, noun: Message, summary: Message, shape: BlockShape, fields: [Candidate], primary: FieldSummary?,
    example: Example,
    field: @escaping @Sendable (_ child: String?, _ path: [String]) -> FieldSummary?
  ) -> Syntax<Define> {
    Syntax(
      word, summary, aliases: [Alias(zh: noun.text(in: .simplified))],
      [.option(Label.name, \.name, .newName, offers: .objects(word))]
        + (primary.map { [.option(Message("= VALUE", zh: "= 值"), \.value, $0.summary)] } ?? []),
      block: BlockUse(usage: Message(verbatim: "{ … }"), shape: shape) { _ in
        fields
      } field: { _, child, path in
        field(child, path)
      } store: {
        $0.block = $1
      }, changes: .definitions(StepName(words: 1)), examples: [example])
  }

  func run(in session: inout Session) throws -> Answer {
    guard let kind else { return .nothing }
    if kind.isSingle, let name, name.text != kind.word {
      throw Diagnostic(SegmentProblem.onlyOne(kind.word), at: name.span)
    }
    let only = kind.isSingle ? block.map { Reference(kind.word, at: $0.span) } : nil
    guard let name = only ?? name, let span = name.span else {
      throw Diagnostic(
        AnalysisProblem.missing(
          Message("a name", zh: "名称"), of: kind.word,
          usage: Message("\(kind.word) NAME { … }", zh: "\(kind.word) 名称 { … }")))
    }
    guard block != nil || value != nil else {
      let example = kind.primary == nil ? "\(kind.word) \(name.text) { … }" : kind.example.first ?? ""
      throw Diagnostic(ShellProblem.blockMissing(verb: "\(kind.word) \(name.text)", example: example), at: span)
    }
    if name.text == Scenario.baseline { throw Diagnostic(DefinitionProblem.baselineRedefined, at: span) }
    let replaced = try kind.define(
      name.phrase(at: span), as: value?.phrase, by: block, in: &session.programme)
    if let stray = session.programme.strayTier(in: name.text) { throw Diagnostic(stray, at: span) }
    if let fault = session.analyst.segmentFault(of: name.text, at: span) { throw fault }
    if let fault = session.analyst.goalFault(of: name.text, at: span) { throw fault }
    let notes = session.programme.strayTiers + (replaced ? try session.analyst.brokenScenarios() : [])
    let word =
      kind.isSingle
      ? Message.defined(kind.word, kind.noun, isReplaced: replaced)
      : Message.defined(kind.word, kind.noun, kind.spelled(name.text), isReplaced: replaced)
    return .done(word, notes: notes)
  }
}

extension Message {
  /// The only object of a kind.
  fileprivate static func defined(_ word: String, _ noun: Message, isReplaced: Bool) -> Message {
    isReplaced ? Message("\(word) replaced", zh: "\(noun)已替换") : Message("\(word) defined", zh: "\(noun)已定义")
  }

  /// An object of a kind: its word, what people call it, and its name as it is written.
  static func defined(_ word: String, _ noun: Message, _ name: String, isReplaced: Bool) -> Message {
    isReplaced
      ? Message("\(word) \(name) replaced", zh: "\(noun) \(name) 已替换")
      : Message("\(word) \(name) defined", zh: "\(noun) \(name) 已定义")
  }
}

extension ObjectKind {
  var defineCommand: AnyCommand {
    let kind = self
    let fields =
      fields.map { field in
        Candidate(
          field.name,
          field.standard.map {
            Message("\(field.summary) (default \($0))", zh: "\(field.summary)（默认 \($0)）")
          } ?? field.summary)
      }
      + children.filter { $0.owner == nil }.map { Candidate($0.kind, $0.summary) }
    let syntax = Define.syntax(
      word: word, noun: noun, summary: summary, shape: shape, fields: fields, primary: primary,
      example: definition
    ) {
      child, path in
      let owned = child == nil ? kind.fields : kind.children.first { $0.kind == child }?.fields
      return owned?.first { $0.name == path.first }
    }
    return AnyCommand(syntax) { Define(kind) }
  }

  var showCommand: AnyCommand {
    let name = isSingle ? "" : " \(exampleName)"
    return AnyCommand(ShowObject.syntax(for: word, example: Example("show \(word)\(name)", shown: 8))) {
      ShowObject(self)
    }
  }
  var listCommand: AnyCommand? {
    plural == word || isSingle ? nil : AnyCommand(ShowObject.syntax(forAll: plural)) { ShowObject(self) }
  }

  /// `ladders`; `points` is a plural already.
  var plural: String { word.hasSuffix("s") ? word : word + "s" }
}

import PlanLanguage
import Programme
import Quantities
import Reporting

/// `ladder NAME { … }` and its like, one for each kind of object, all derived from the kind's declaration.
struct Define: Command {
  var name: Reference?
  var block: Block?
  private var kind: (any ObjectKind)?

  static var syntax: Syntax<Define> {
    syntax(word: "", summary: "", shape: BlockShape(), fields: [], example: "") { _, _ in [] }
  }

  init() {}

  fileprivate init(_ kind: some ObjectKind) { self.kind = kind }

  fileprivate static func syntax(
    word: String, summary: String, shape: BlockShape, fields: [Candidate], example: Example,
    values: @escaping @Sendable (_ child: String?, _ path: [String]) -> [String]
  ) -> Syntax<Define> {
    Syntax(
      word, summary, [.option("NAME", \.name, "What it is called", .objects(word))],
      block: BlockUse(usage: "{ … }", shape: shape) { _ in
        fields
      } values: { _, child, path in
        values(child, path)
      } store: {
        $0.block = $1
      }, examples: [example])
  }

  func run(in session: inout Session) throws -> Answer {
    guard let kind else { return .nothing }
    guard let name, let span = name.span else {
      throw Diagnostic(ShellProblem.missing("a name", of: kind.word, usage: "\(kind.word) NAME { … }"))
    }
    guard let block else {
      throw Diagnostic(
        ShellProblem.blockMissing(verb: "\(kind.word) \(name.text)", example: "\(kind.word) \(name.text) { … }"),
        at: span)
    }
    if name.text == Scenario.baseline { throw Diagnostic(DefinitionProblem.baselineRedefined, at: span) }
    let replaced = try kind.define(name.phrase(at: span), by: block, in: &session.programme)
    if let stray = session.programme.strayTier(in: name.text) { throw Diagnostic(stray, at: span) }
    return .done(
      "\(kind.word) \(spelled(name: name.text)) \(replaced ? "replaced" : "defined")" + session.strayTiers
        + (replaced ? try session.brokenScenarios() : ""))
  }
}

extension ObjectKind {
  var defineCommand: AnyCommand {
    let kind = self
    let fields =
      fields.map { Candidate($0.name, $0.summary + ($0.standard.map { " (default \($0))" } ?? "")) }
      + children.map { Candidate($0.kind, $0.summary) }
    let syntax = Define.syntax(word: word, summary: summary, shape: shape, fields: fields, example: definition) {
      child, path in
      let owned = child == nil ? kind.fields : kind.children.first { $0.kind == child }?.fields
      return owned?.first { $0.name == path.last }?.candidates ?? []
    }
    return AnyCommand(syntax) { Define(kind) }
  }

  var showCommand: AnyCommand {
    AnyCommand(ShowObject.syntax(for: word, example: Example("show \(word) \(exampleName)", shown: 8))) {
      ShowObject(self)
    }
  }
  var listCommand: AnyCommand? {
    plural == word ? nil : AnyCommand(ShowObject.syntax(forAll: plural)) { ShowObject(self) }
  }

  /// `ladders`; `points` is a plural already.
  var plural: String { word.hasSuffix("s") ? word : word + "s" }
}

extension Session {
  /// Objects that name a tier which no ladder has any more, for the word after a definition.
  var strayTiers: String {
    Programme.kinds.flatMap { $0.names(in: programme) }
      .compactMap { programme.strayTier(in: $0) }.map { "\nnote: \($0.message)" }.joined()
  }

  /// Scenarios that no longer fit what the objects say, for the word after a definition.
  func brokenScenarios() throws -> String {
    var notes = ""
    for scenario in programme.scenarios {
      try environment.stop.check()
      do throws(Diagnostic) { _ = try programme.applying(scenario) } catch {
        notes += "\nnote: scenario \(spelled(name: scenario.name)) no longer applies: \(error.message)"
      }
    }
    return notes
  }
}

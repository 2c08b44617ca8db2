import Analysis
import Messages
import PlanLanguage
import Programme

/// What a command changes, declared with its syntax: `undo`, `save session` and the currency of a session go by it.
enum CommandEffect: Sendable {
  /// Nothing that outlasts its answer.
  case nothing
  /// What is defined: one step for `undo`.
  case definitions(StepName)
  /// A setting, the currency among them: one step for `undo`.
  case settings(StepName)
  /// What is loaded, which `save session` loads again, unless the clause `except` is there. `isWhole` where it takes the
  /// place of all that is loaded.
  case data(isWhole: Bool = false, except: String? = nil, StepName = StepName())
  /// Whatever the statements change that it runs: what those did before one failed stands. Together they are one step
  /// for `undo` where that has a name, else a step each.
  case statements(StepName? = nil)
  /// Which of the definitions that there were are in force.
  case steps
}

extension CommandEffect {
  var runsOthers: Bool { if case .statements = self { true } else { false } }
  var isSetting: Bool { if case .settings = self { true } else { false } }

  /// The step that a change of definitions is; nil where it is none of its own.
  var step: StepName? {
    switch self {
    case .definitions(let step), .settings(let step): step
    case .statements(let step): step
    case .data(_, _, let step): step
    // The first amount may say which currency it is.
    case .nothing: StepName()
    case .steps: nil
    }
  }
}

/// What a change is called by `undo` and `redo`: `scenario 放宽`.
struct StepName: Sendable {
  /// How many words after the verb name what is changed.
  var words = 0
  /// How many of them say of which kind it is.
  var kindWords = 0
  /// What the verb is called; nil for its own word. It is given the words.
  var noun: (@Sendable ([String]) -> Message)?

  init() {}

  init(words: Int = 0, kindWords: Int = 0, _ noun: (@Sendable ([String]) -> Message)? = nil) {
    (self.words, self.kindWords, self.noun) = (words, kindWords, noun)
  }

  /// The name of what `statement` changed.
  func text(of statement: Statement) -> Message {
    let words = statement.phrase.tokens.prefix(words).map(\.asNamed)
    let noun = noun?(words) ?? Message("\(statement.verb)", zh: "\(Message.kind(statement.verb))")
    return .sentence(noun, Message(verbatim: words.dropFirst(kindWords).joined(separator: " ")))
  }
}

extension Token {
  /// A number that is a name, such as `0001`, keeps its zeros.
  fileprivate var asNamed: String {
    if case .number = kind { span.text } else { kind.text }
  }
}

import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities

/// What `undo` and `redo` walk over: everything that was defined, set or merged, but not the data.
struct Definitions: Equatable {
  var programme: Programme
  var settings: Settings
  var variables: [String: [Token]]
  var renames: [String: String]
  var careNotes: [CareNote]

  /// Definitions at one side of a change, and the change's name: `scenario 放宽`.
  struct Change {
    let name: Message
    var definitions: Definitions

    /// The same, had the currency been known already.
    func settling(_ currency: Currency?) -> Change {
      var copy = self
      copy.definitions.settings.currency = definitions.settings.currency ?? currency
      return copy
    }
  }
}

extension Session {
  var definitions: Definitions {
    get {
      Definitions(
        programme: programme, settings: settings, variables: variables, renames: renames, careNotes: careNotes)
    }
    set {
      programme = newValue.programme
      settings = newValue.settings
      variables = newValue.variables
      renames = newValue.renames
      careNotes = newValue.careNotes
    }
  }

  /// Keeps what was there before a statement, where it changed a definition. A new change ends what could be redone.
  ///
  /// A loop is one change, whatever its statements were.
  mutating func remember(_ before: Definitions, changedBy statement: Statement, since session: Session) {
    if statement.body != nil {
      undoable = session.undoable
      redoable = session.redoable
    }
    let isOne = statement.body != nil || !Registry.runsOthers.contains(statement.verb)
    guard before != definitions, isOne, !["undo", "redo"].contains(statement.verb) else { return }
    var settled = before
    settled.settings.currency = settings.currency
    if settled == definitions, statement.verb != "set" {
      // The first symbol seen is no step of its own, and stays where earlier ones are undone.
      undoable = undoable.map { $0.settling(settings.currency) }
      redoable = redoable.map { $0.settling(settings.currency) }
      return
    }
    let words = statement.phrase.tokens.prefix(Programme.namingWords[statement.verb] ?? 0).map(\.asNamed)
    undoable.append(Definitions.Change(name: .change(by: statement.verb, of: words), definitions: before))
    redoable = []
  }

  /// Goes back over one change; nil where there is none.
  mutating func undo() throws(Diagnostic) -> Message? {
    guard let change = undoable.last else { return nil }
    let present = Definitions.Change(name: change.name, definitions: definitions)
    try go(to: change.definitions)
    undoable.removeLast()
    redoable.append(present)
    return change.name
  }

  /// Takes one `undo` back; nil where there is none.
  mutating func redo() throws(Diagnostic) -> Message? {
    guard let change = redoable.last else { return nil }
    let present = Definitions.Change(name: change.name, definitions: definitions)
    try go(to: change.definitions)
    redoable.removeLast()
    undoable.append(present)
    return change.name
  }

  /// The data are put together anew where other members are merged.
  private mutating func go(to definitions: Definitions) throws(Diagnostic) {
    if definitions.renames != renames {
      dataset = try inputs.dataset(renaming: definitions.renames, job: environment.job)
    }
    self.definitions = definitions
  }
}

extension Programme {
  /// By verb, how many words after it name what it changes.
  fileprivate static let namingWords: [String: Int] = Dictionary(
    kinds.map { ($0.word, 1) } + [
      ("scenario", 1), ("set", 1), ("let", 1), ("assume", 1), ("use", 2), ("merge", 3), ("note", 2), ("for", 1),
    ],
    uniquingKeysWith: { first, _ in first })
}

extension Message {
  /// A change: its verb and what was changed, `scenario 放宽`.
  fileprivate static func change(by verb: String, of words: [String]) -> Message {
    let names = words.joined(separator: " ")
    // The word after these verbs is a kind or a topic.
    let name = ["use", "merge", "note"].contains(verb) ? words.dropFirst().joined(separator: " ") : names
    let kind: Message
    switch verb {
    case "set": kind = Message("set", zh: "设置")
    case "let": kind = Message("let", zh: "变量")
    case "assume": kind = Message("assume", zh: "假设")
    case "for": kind = Message("for", zh: "循环")
    case "if": kind = Message("if", zh: "条件语句")
    case "demo": kind = Message("demo", zh: "演示数据")
    case "use": kind = Message("use \(words.first ?? "")", zh: "选用\(Message.kind(words.first ?? ""))")
    case "note": kind = Message("note member", zh: "会员备注")
    case "merge": kind = Message("merge members", zh: "合并会员")
    default: kind = Message("\(verb)", zh: "\(Message.kind(verb))")
    }
    return .sentence(kind, Message(verbatim: name))
  }
}

extension Token {
  /// A number that is a name, such as `0001`, keeps its zeros.
  fileprivate var asNamed: String {
    if case .number = kind { span.text } else { kind.text }
  }
}

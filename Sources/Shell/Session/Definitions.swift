import PlanLanguage
import Programme
import Quantities

/// What `undo` and `redo` walk over: everything that was defined, set or merged, but not the data.
struct Definitions: Equatable {
  var programme: Programme
  var settings: Settings
  var variables: [String: [Token]]
  var renames: [String: String]

  /// Definitions at one side of a change, and the change's name: `scenario 放宽`.
  struct Change {
    let name: String
    let definitions: Definitions
  }
}

extension Session {
  var definitions: Definitions {
    get { Definitions(programme: programme, settings: settings, variables: variables, renames: renames) }
    set {
      programme = newValue.programme
      settings = newValue.settings
      variables = newValue.variables
      renames = newValue.renames
    }
  }

  /// Keeps what was there before a statement, where it changed a definition. A new change ends what could be redone.
  mutating func remember(_ before: Definitions, changedBy statement: Statement) {
    guard before != definitions, !["undo", "redo", "include", "edit"].contains(statement.verb) else { return }
    let name = statement.phrase.tokens.prefix(statement.verb == "use" ? 2 : 1).map(\.kind.text)
    let words = Programme.definingVerbs.contains(statement.verb) ? name : []
    undoable.append(
      Definitions.Change(name: ([statement.verb] + words).joined(separator: " "), definitions: before))
    redoable = []
  }

  /// Goes back over one change; nil where there is none.
  mutating func undo() throws(Diagnostic) -> String? {
    guard let change = undoable.last else { return nil }
    let present = Definitions.Change(name: change.name, definitions: definitions)
    try go(to: change.definitions)
    undoable.removeLast()
    redoable.append(present)
    return change.name
  }

  /// Takes one `undo` back; nil where there is none.
  mutating func redo() throws(Diagnostic) -> String? {
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
      dataset = try inputs.dataset(renaming: definitions.renames, stop: environment.stop)
    }
    self.definitions = definitions
  }
}

extension Programme {
  /// Verbs whose next word names what they change.
  fileprivate static let definingVerbs: Set<String> = Set(kinds.map(\.word)).union([
    "scenario", "set", "let", "use", "assume",
  ])
}

import PlanLanguage
import Programme
import Quantities

/// What `undo` and `redo` walk over: everything that was defined or set, but not the data.
struct Definitions: Equatable {
  var programme: Programme
  var settings: Settings
  var variables: [String: [Token]]

  /// Definitions at one side of a change, and the change's name: `scenario 放宽`.
  struct Change {
    let name: String
    let definitions: Definitions
  }
}

extension Session {
  var definitions: Definitions {
    get { Definitions(programme: programme, settings: settings, variables: variables) }
    set {
      programme = newValue.programme
      settings = newValue.settings
      variables = newValue.variables
    }
  }

  /// Keeps what was there before a statement, where it changed a definition. A new change ends what could be redone.
  mutating func remember(_ before: Definitions, changedBy statement: Statement) {
    guard before != definitions, !["undo", "redo", "include"].contains(statement.verb) else { return }
    let name = statement.phrase.tokens.prefix(statement.verb == "use" ? 2 : 1).map(\.kind.text)
    let words = Programme.definingVerbs.contains(statement.verb) ? name : []
    undoable.append(
      Definitions.Change(name: ([statement.verb] + words).joined(separator: " "), definitions: before))
    redoable = []
  }

  /// Goes back over one change; nil where there is none.
  mutating func undo() -> String? {
    guard let change = undoable.popLast() else { return nil }
    redoable.append(Definitions.Change(name: change.name, definitions: definitions))
    definitions = change.definitions
    return change.name
  }

  /// Takes one `undo` back; nil where there is none.
  mutating func redo() -> String? {
    guard let change = redoable.popLast() else { return nil }
    undoable.append(Definitions.Change(name: change.name, definitions: definitions))
    definitions = change.definitions
    return change.name
  }
}

extension Programme {
  /// Verbs whose next word names what they change.
  fileprivate static let definingVerbs: Set<String> = Set(kinds.map(\.word)).union([
    "scenario", "set", "let", "use", "assume",
  ])
}

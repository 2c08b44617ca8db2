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
  mutating func remember(
    _ before: Definitions, changedBy statement: Statement, _ effect: CommandEffect, since session: Session
  ) {
    if statement.body != nil {
      undoable = session.undoable
      redoable = session.redoable
    }
    guard before != definitions, let step = effect.step else { return }
    var settled = before
    settled.settings.currency = settings.currency
    if settled == definitions, !effect.isSetting {
      // The first symbol seen is no step of its own, and stays where earlier ones are undone.
      undoable = undoable.map { $0.settling(settings.currency) }
      redoable = redoable.map { $0.settling(settings.currency) }
      return
    }
    undoable.append(Definitions.Change(name: step.text(of: statement), definitions: before))
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
      dataset = try inputs.dataset(renaming: definitions.renames, job: job)
    }
    self.definitions = definitions
  }
}

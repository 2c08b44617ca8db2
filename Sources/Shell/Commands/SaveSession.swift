import Files
import Quantities

/// `save session to "f.vip" [replace]`
struct SaveSession: Command {
  var path = Quoted()
  var replace = false

  static let syntax = Syntax<SaveSession>(
    "save session", "Writes a script that makes this session again: settings, loads, merges, variables, definitions",
    [
      .required("to", "\"FILE.vip\"", \.path, "The script", .files),
      .flag("replace", \.replace, "Overwrites the file where it is there already"),
    ],
    examples: ["save session to \"monday.vip\"", "save session to \"monday.vip\" replace"])

  func run(in session: inout Session) throws -> Answer {
    let saved = SavedSession(session, for: path.text)
    try check(saved, of: session)
    let draft = try FileDraft(path.text, at: path.span, replacing: replace)
    try draft.write(Array(saved.text.utf8))
    try draft.publish()
    session.keepDefinitions()
    return .done("written: \(path.text)" + saved.notes.map { "\nnote: \($0)" }.joined())
  }

  /// - Throws: where the script's definitions would not run, such as those of a scenario that no longer applies.
  private func check(_ saved: SavedSession, of session: Session) throws {
    var errors: [Diagnostic] = []
    var fresh = Session(Environment(stop: session.environment.stop, complain: { errors.append($0) }))
    // What an assumption is about is looked for in the data; loading them again would prove nothing.
    fresh.dataset = session.dataset
    fresh.inputs = session.inputs
    fresh.run(SourceText(saved.definitionsOnly, name: "the script"))
    if let error = errors.first {
      if error.code == .interrupted { throw error }
      throw Diagnostic(SavingProblem.wouldFail(error.message), at: path.span)
    }
    guard fresh.definitions.programme == saved.programme, fresh.variables == session.variables else {
      throw Diagnostic(SavingProblem.wouldDiffer, at: path.span)
    }
  }
}

private enum SavingProblem: Problem {
  case wouldFail(String)
  case wouldDiffer

  var code: ErrorCode { .conflict }

  var message: String {
    switch self {
    case .wouldFail(let reason): "a script of this session would not run: \(reason)"
    case .wouldDiffer: "a script of this session would make another one"
    }
  }

  var hint: String? {
    switch self {
    case .wouldFail: "mend what no longer applies first, by defining it anew or by `undo`"
    case .wouldDiffer: "please report it, with `show ladders`, `show points` and `show scenarios`"
    }
  }
}

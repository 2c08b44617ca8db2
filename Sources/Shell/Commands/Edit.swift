import PlanLanguage
import Quantities

/// `edit`: the last statement or block that was typed, in the person's editor; what is saved is run.
struct Edit: Command {
  static let syntax = Syntax<Edit>(
    "edit", "Opens $VISUAL or $EDITOR on what was typed last, and runs what is saved",
    runsOthers: true, examples: ["edit"])

  func run(in session: inout Session) throws -> Answer {
    guard session.isTyped, let attendance = session.attendance else { throw Diagnostic(OnlyAtPrompt()) }
    let text = try attendance.edit(attendance.lastTyped)
    guard text.contains(where: { !$0.isWhitespace }) else { return .done("nothing to run") }
    session.attendance?.lastTyped = text
    try session.execute(SourceText(text, name: ""))
    return .nothing
  }
}

private struct OnlyAtPrompt: Problem {
  var code: ErrorCode { .syntax }
  var message: Message { "`edit` needs a person at the prompt" }
  var hint: Message? { "a script stands in a file, which any editor opens" }
}

import Quantities

/// `undo`: goes back over the last definition or setting.
struct Undo: Command {
  static let syntax = Syntax<Undo>(
    "undo", "Goes back over the last definition or setting",
    examples: [Example("let gold = 8,000\nundo", shown: 2)])

  func run(in session: inout Session) throws -> Answer {
    guard let name = try session.undo() else { throw Diagnostic(NothingToWalk(verb: "undo")) }
    return .done("undone: \(name)")
  }
}

/// `redo`: takes one `undo` back.
struct Redo: Command {
  static let syntax = Syntax<Redo>("redo", "Takes one `undo` back", examples: [Example("undo\nredo", shown: 2)])

  func run(in session: inout Session) throws -> Answer {
    guard let name = try session.redo() else { throw Diagnostic(NothingToWalk(verb: "redo")) }
    return .done("redone: \(name)")
  }
}

private struct NothingToWalk: Problem {
  let verb: String
  var code: ErrorCode { .noData }
  var message: Message { verb == "undo" ? "nothing was defined or set that could be undone" : "nothing was undone" }
}

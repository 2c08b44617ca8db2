import Files
import Quantities

/// `include "FILE.vip"`: a script, run in this session.
struct Include: Command {
  var path = Quoted()

  static let syntax = Syntax<Include>(
    "include", "Runs a script file in this session",
    [.argument("\"FILE.vip\"", \.path, "The file, beside the script or in the current directory", .files)],
    runsOthers: true,
    examples: ["include \"ladder.vip\""])

  func run(in session: inout Session) throws -> Answer {
    let file = session.resolve(path)
    let real = canonicalPath(file)
    guard !session.including.contains(real), session.including.count < 16 else {
      throw Diagnostic(ShellProblem.includedInItself(file), at: path.span)
    }
    let source = SourceText(
      try readText(file, at: path.span, stop: session.environment.stop), name: file, includedAt: path.span)
    let hasAll = !session.hasUnsavedDefinitions
    defer { if hasAll { session.keepDefinitions() } }
    session.including.append(real)
    try session.execute(source)
    session.including.removeLast()
    return .nothing
  }
}

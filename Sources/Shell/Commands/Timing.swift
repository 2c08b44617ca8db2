import Quantities

/// `timing on` and `timing off`
struct Timing: Command {
  var state = Reference("")

  static let syntax = Syntax<Timing>(
    "timing", "Tells how long each statement took, on standard error",
    [.argument("on|off", \.state, "on or off", .words(["on", "off"]))],
    examples: [Example("timing on", shown: 1), "timing off"])

  func run(in session: inout Session) throws -> Answer {
    guard state.text == "on" || state.text == "off" else {
      throw Diagnostic(ReadingProblem.notOneOf(found: state.text, options: ["on", "off"]), at: state.span)
    }
    session.times = state.text == "on"
    return .done("timing is \(state.text)")
  }
}

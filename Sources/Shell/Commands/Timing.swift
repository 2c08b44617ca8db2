import Analysis
import Messages
import PlanLanguage

/// `timing on` and `timing off`
struct Timing: Command {
  var state = Reference("")

  static let syntax = Syntax<Timing>(
    "timing", Message("Tells how long each statement took, on standard error", zh: "在标准错误输出上报告每条语句的用时"),
    aliases: [Alias(zh: "计时")],
    [
      .argument(
        Message(verbatim: "on|off"), \.state, Message("on or off", zh: "on 或 off"), offers: .words(["on", "off"]))
    ],
    examples: [Example("timing on", shown: 1), "timing off"])

  func run(in session: inout Session) throws -> Answer {
    guard state.text == "on" || state.text == "off" else {
      throw Diagnostic(ReadingProblem.notOneOf(found: state.text, options: ["on", "off"]), at: state.span)
    }
    session.times = state.text == "on"
    return .done(
      session.times ? Message("timing is on", zh: "计时已开启") : Message("timing is off", zh: "计时已关闭"))
  }
}

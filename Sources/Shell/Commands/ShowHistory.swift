import Messages
import PlanLanguage
import Reporting

/// `history [N]`
struct ShowHistory: Command {
  var count: Count?

  static let syntax = Syntax<ShowHistory>(
    "history", Message("The statements of this session, the latest last", zh: "本次会话的语句，最新的在最后"),
    aliases: [Alias(zh: "历史")],
    [
      .option(
        Label.number, \.count, Message("How many of the latest; all of them where it is left out", zh: "最近的多少条；省略时为全部"))
    ],
    examples: [Example("let gold = 8,000\nhistory 1", shown: 2), "history"])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "history")
    let earlier = session.asked.dropLast()
    let shown = earlier.suffix(count.flatMap { Int(exactly: $0.value) } ?? earlier.count)
    report.text = shown.flatMap { $0.split(separator: "\n").map { visible(String($0)) } }
    return .report(report)
  }
}

import Analysis
import Messages
import PlanLanguage
import Programme
import Reporting
import Simulation

/// `help [TOPIC]`: verbs, kinds of objects, fields, metrics and error codes, from their declarations.
struct Help: Command {
  var topic: Rest?

  static let syntax = Syntax<Help>(
    "help",
    Message(
      "What there is, or all about a verb, a kind of object, a field, `metrics` or an error code",
      zh: "列出可用的内容，或详细说明一个命令、一类对象、一个字段、`metrics` 或一个错误代码"), aliases: [Alias(zh: "帮助")],
    [
      .option(
        Label.topic, \.topic, Message("A verb, kind, field, metric or code", zh: "命令、对象类别、字段、指标或错误代码"), offers: .topics)
    ],
    examples: ["help", "help compare", Example("help E104", shown: 7)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "help")
    report.wrapsText = true
    guard let topic, let phrase = topic.phrase else {
      report.text = HelpText.overview
      return .report(report)
    }
    let words = phrase.tokens.map(\.kind.text).joined(separator: " ")
    guard let lines = HelpText.lines(about: words, job: session.job) else {
      let name = phrase.tokens.count == 1 ? phrase.tokens[0].kind.plainText : words
      let shown = session.programme.kind(ofObject: name).map { kind in
        Message(
          "`show \(kind.word) \(spelled(name: name))` shows yours.",
          zh: "`show \(kind.word) \(spelled(name: name))` 显示你的定义。")
      }
      throw Diagnostic(
        AnalysisProblem.noSuch(
          kind: Message("help topic", zh: "帮助主题"), words,
          names: HelpText.topics + (shown == nil && Language.current != .english ? HelpText.aliases : []),
          list: shown ?? Message("`help` lists what there is.", zh: "`help` 列出可用的内容。")),
        at: phrase.span)
    }
    report.text = lines
    return .report(report)
  }
}

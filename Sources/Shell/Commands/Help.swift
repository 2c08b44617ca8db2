import Programme
import Quantities
import Reporting
import Simulation

/// `help [TOPIC]`: verbs, kinds of objects, fields, metrics and error codes, from their declarations.
struct Help: Command {
  var topic: Rest?

  static let syntax = Syntax<Help>(
    "help", "What there is, or all about a verb, a kind of object, a field, `metrics` or an error code",
    [.option("TOPIC", \.topic, "A verb, kind, field, metric or code", .topics)],
    examples: ["help", "help compare", Example("help E104", shown: 7)])

  func run(in session: inout Session) throws -> Answer {
    var report = Report(verb: "help")
    guard let topic, let phrase = topic.phrase else {
      report.text = HelpText.overview
      return .report(report)
    }
    let words = phrase.tokens.map(\.kind.text).joined(separator: " ")
    guard let lines = HelpText.lines(about: words, stop: session.environment.stop) else {
      let name = phrase.tokens.count == 1 ? phrase.tokens[0].kind.plainText : words
      let shown = session.programme.kind(ofObject: name).map { "`show \($0) \(spelled(name: name))` shows yours." }
      throw Diagnostic(
        ShellProblem.noSuch(
          kind: "help topic", words, names: HelpText.topics, list: shown ?? "`help` lists what there is."),
        at: phrase.span)
    }
    report.text = lines
    return .report(report)
  }
}

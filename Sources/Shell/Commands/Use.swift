import Analysis
import Messages
import PlanLanguage
import Programme

/// `use ladder NAME`: which of several ladders or points policies baseline has.
struct Use: Command {
  var kind = Reference("")
  var name = Reference("")

  static let syntax = Syntax<Use>(
    "use",
    Message("Picks which of several ladders or points policies is in force", zh: "从多个等级体系或积分政策中选定生效的一个"),
    aliases: [Alias(zh: "使用"), Alias(zh: "选用")],
    [
      .argument(
        Message("KIND", zh: "类别"), \.kind, Message("ladder or points", zh: "ladder 或 points"),
        offers: .words(["ladder", "points"])),
      .argument(Label.name, \.name, .itsName, offers: .objectsOfKind),
    ],
    changes: .definitions(
      StepName(words: 2, kindWords: 1) { words in
        Message("use \(words.first ?? "")", zh: "选用\(Message.kind(words.first ?? ""))")
      }),
    examples: [Example("use ladder 会员", shown: 1)])

  func run(in session: inout Session) throws -> Answer {
    guard let kind = Programme.kinds.first(where: { $0.word == self.kind.text }) else {
      throw Diagnostic(
        ReadingProblem.notOneOf(found: self.kind.text, options: Programme.kinds.map(\.word)), at: self.kind.span)
    }
    let names = kind.names(in: session.programme)
    guard names.contains(name.text) else {
      throw Diagnostic(
        DefinitionProblem.unknownChoice(kind, name.text, names: names), at: name.span)
    }
    if kind.word == "ladder" {
      session.programme.chosenLadder = name.text
    } else {
      session.programme.chosenPoints = name.text
    }
    return .done(
      Message(
        "baseline uses \(kind.word) \(spelled(name: name.text))",
        zh: "baseline 使用\(kind.noun) \(spelled(name: name.text))"))
  }
}

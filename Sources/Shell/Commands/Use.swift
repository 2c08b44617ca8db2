import Programme
import Quantities

/// `use ladder NAME`: which of several ladders or points policies baseline has.
struct Use: Command {
  var kind = Reference("")
  var name = Reference("")

  static let syntax = Syntax<Use>(
    "use", "Picks which of several ladders or points policies is in force",
    [
      .argument("KIND", \.kind, "ladder or points", .words(["ladder", "points"])),
      .argument("NAME", \.name, "Its name", .objectsOfKind),
    ],
    examples: ["use ladder 会员"])

  func run(in session: inout Session) throws -> Answer {
    guard let kind = Programme.kinds.first(where: { $0.word == self.kind.text }) else {
      throw Diagnostic(
        ReadingProblem.notOneOf(found: self.kind.text, options: Programme.kinds.map(\.word)), at: self.kind.span)
    }
    let names = kind.names(in: session.programme)
    guard names.contains(name.text) else {
      throw Diagnostic(
        DefinitionProblem.unknownChoice(kind: kind.word, name.text, names: names), at: name.span)
    }
    if kind.word == "ladder" {
      session.programme.chosenLadder = name.text
    } else {
      session.programme.chosenPoints = name.text
    }
    return .done("baseline uses \(kind.word) \(spelled(name: name.text))")
  }
}

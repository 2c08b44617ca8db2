import PlanLanguage
import Programme
import Quantities
import Simulation

/// `let NAME = EXPRESSION`
struct Let: Command {
  var rest = Rest()

  static let syntax = Syntax<Let>(
    "let", "Gives a value a name, for expressions and for {name}",
    [.argument("NAME = VALUE", \.rest, "A number, text, date, or a calculation")],
    examples: ["let gold = 8,000", "let rise = gold * 1.25"])

  func run(in session: inout Session) throws -> Answer {
    guard let phrase = rest.phrase else { return .nothing }
    var reader = PhraseReader(phrase)
    let place = reader.here
    let name = try reader.name("a name")
    try reader.expect(.equal)
    if Metric.named(name) != nil {
      throw Diagnostic(ShellProblem.nameInUse(name, by: "metric"), at: place)
    }
    if let kind = session.programme.kind(ofObject: name) {
      throw Diagnostic(ShellProblem.nameInUse(name, by: kind), at: place)
    }
    let expression = try Expression(from: &reader)
    try reader.finish(expecting: "one expression")
    var evaluation = Evaluation(session, over: session.lastRange)
    let amount = try evaluation.amount(of: expression)
    session.dataset = evaluation.session.dataset
    session.variables[name] = amount.tokens(at: place)
    return .done("\(name) = \(amount.text(in: session.notation))")
  }
}

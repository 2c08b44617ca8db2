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
    try session.checkVariable(name, at: place)
    let expression = try Expression(from: &reader)
    try reader.finish(expecting: "one expression")
    var evaluation = Evaluation(session, over: session.lastRange)
    let amount = try evaluation.amount(of: expression)
    session.dataset = evaluation.session.dataset
    guard let tokens = amount.tokens(at: place) else { throw Diagnostic(ShellProblem.overflow, at: expression.span) }
    session.variables[name] = tokens
    return .done("\(name) = \(amount.text(in: session.notation))")
  }
}

import Analysis
import Messages
import Numerics
import PlanLanguage
import Quantities

/// One pass through the body of a loop.
struct Round: Sendable {
  let name: String
  let value: [Token]
  /// Which pass it is, from 0; with the numbers of the loops around it, it tells rounds apart.
  let number: Int

  /// `x = 3`.
  var text: String { "\(name) = \(valueText)" }

  /// As it would be written.
  var valueText: String {
    value.count == 1 ? value[0].kind.text : value.plainText
  }
}

extension Session {
  /// The value of a variable: of a running loop's, the innermost first, or of one that `let` made.
  func value(ofVariable name: String) -> [Token]? {
    rounds.last { $0.name == name }?.value ?? variables[name]
  }

  /// What an expression may name, its metrics asked over `range`.
  func expressionContext(over range: DayRange?) -> ExpressionContext {
    var known = variables
    for round in rounds { known[round.name] = round.value }
    return ExpressionContext(
      variables: known, findings: inputs.lastFindings, scenario: lastScenario, range: range)
  }

  /// Does part `index` of `count`, whose progress is that much of the whole's.
  mutating func part(_ index: Int, of count: Int, _ body: (inout Session) throws -> Void) rethrows {
    let whole = analyst.job
    analyst.job = whole.part(index, of: count)
    defer { analyst.job = whole }
    try body(&self)
  }

  /// Runs a body's statements.
  /// - Throws: the first error, unless the environment keeps going: then errors are told on the way.
  mutating func execute(_ body: Body) throws {
    for statement in body.statements where !wantsToQuit {
      do { try execute(statement) } catch let error as Diagnostic
        where environment.keepsGoing && error.code != .interrupted
      {
        note(error)
      }
    }
  }

  /// - Throws: where a statement in the body, or within its statements, has an unknown verb: a typo in it is found before
  ///   anything runs.
  func checkVerbs(of body: Body?) throws(Diagnostic) {
    for statement in body?.statements ?? [] {
      try Registry.checkVerb(of: statement)
      try checkVerbs(of: statement.body)
      try checkVerbs(of: statement.otherwise)
    }
  }
}

extension Diagnostic {
  /// The same problem, with the rounds it came up in.
  func within(_ rounds: [Round]) -> Diagnostic {
    var copy = self
    copy.context += rounds.reversed().map { Message("in the round \($0.text)", zh: "在这一轮：\($0.text)") }
    return copy
  }
}

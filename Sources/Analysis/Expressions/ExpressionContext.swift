public import MemberBook
public import PlanLanguage
public import Quantities

/// What an expression may name besides metrics, and where its metrics look.
public struct ExpressionContext {
  /// By name, the tokens that a variable stands for.
  public var variables: [String: [Token]]
  /// What the last load found, whose counts have names; nil before any.
  public var findings: Findings?
  /// Whose outcome is asked where a metric names no scenario.
  public var scenario: String
  /// The range that metrics are asked over; nil where none is known.
  public var range: DayRange?

  /// What is known by name where an expression stands.
  public init(
    variables: [String: [Token]], findings: Findings?, scenario: String, range: DayRange?
  ) {
    self.variables = variables
    self.findings = findings
    self.scenario = scenario
    self.range = range
  }

  /// The metrics that an expression looks at, each once.
  public func metricCalls(in expression: Expression) -> [MetricCall] {
    var calls: [MetricCall] = []
    func look(_ expression: Expression) {
      switch expression {
      case .literal: break
      case .name, .call:
        guard let call = MetricCall(expression), !calls.contains(call) else { return }
        let isKnown = variables[call.typedName] != nil || findings?.count(named: call.name) != nil
        if !(call.arguments.isEmpty && isKnown) { calls.append(call) }
      case .negation(let operand, _), .not(let operand, _): look(operand)
      case .binary(_, let left, let right):
        look(left)
        look(right)
      case .within(let value, let low, let high):
        for part in [value, low, high] { look(part) }
      }
    }
    look(expression)
    return calls
  }
}

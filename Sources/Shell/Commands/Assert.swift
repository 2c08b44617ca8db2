import Analysis
import Messages
import PlanLanguage
import Programme
import Reporting
import Simulation

/// `assert CONDITION [over RANGE] [else "message"]`
struct Assert: Command {
  var condition = Condition()
  var range: Placed<Horizon>?
  var message: Quoted?

  /// An expression, as a slot reads it.
  struct Condition: Phrased {
    var expression: Expression?
    var text = ""

    static var form: Message { Message("a condition such as share(金卡) in 8%..12%", zh: "条件，如 share(金卡) in 8%..12%") }

    init() {}

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      let before = reader.rest.tokens
      expression = try Expression(from: &reader)
      text = Printer.text(of: Array(before.dropLast(reader.rest.tokens.count)))
      try reader.demand(expression?.isCondition ?? false)
    }

    static func == (one: Condition, other: Condition) -> Bool { one.text == other.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
    func text(in notation: Notation) -> String { text }
  }

  static let syntax = Syntax<Assert>(
    "assert", Message("Ends a script with exit code 3 where a condition does not hold", zh: "条件不成立时以退出码 3 结束脚本"),
    aliases: [Alias(zh: "断言")],
    [
      .argument(Label.condition, \.condition, .condition, offers: .values),
      .clause("over", takes: Label.range, \.range, .metricRange, offers: .ranges),
      .clause(
        "else", takes: Message("\"MESSAGE\"", zh: "\"提示语\""), \.message,
        Message("What to say where it fails", zh: "不成立时说的话")),
    ],
    examples: [
      Example("assert share(金卡) in 20%..60% over last 6mo else \"Gold is out of bounds\"", shown: 1)
    ])

  func run(in session: inout Session) throws -> Answer {
    guard let expression = condition.expression else { return .nothing }
    let days =
      try range.map { horizon throws(Diagnostic) in try session.analyst.days(of: horizon) } ?? session.lastRange
    var evaluator = ExpressionEvaluator(session.analyst, in: session.expressionContext(over: days))
    let holds = try evaluator.truth(of: expression)
    session.analyst = evaluator.analyst
    guard holds else {
      throw Diagnostic(
        ShellProblem.assertionFailed(condition.text, message: message?.text, facts: evaluator.facts),
        at: expression.span)
    }
    var report = Report(verb: "assert")
    let facts = Message.list(evaluator.facts)
    report.title =
      facts.isEmpty
      ? Message("holds: \(condition.text)", zh: "成立：\(condition.text)")
      : Message("holds: \(condition.text)  (\(facts))", zh: "成立：\(condition.text)（\(facts)）")
    return .report(report)
  }
}

extension Expression {
  /// Whether it can hold or not: a comparison does, and a variable may.
  fileprivate var isCondition: Bool {
    if case .name(let name, _, _) = self { return Metric.named(name) == nil }
    return mayHold
  }
}

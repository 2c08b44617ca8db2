import Analysis
import Messages
import PlanLanguage
import Programme

/// `if CONDITION [over RANGE] { … } [else { … }]`
struct If: Command {
  var condition = Assert.Condition()
  var range: Placed<Horizon>?
  var body: Body?
  var otherwise: Body?

  static let syntax = Syntax<If>(
    "if",
    Message(
      "Runs statements where a condition holds, and those after `else` where it does not",
      zh: "条件成立时运行语句，不成立时运行 `else` 之后的语句"), aliases: [Alias(zh: "如果")],
    [
      .argument(Label.condition, \.condition, .condition, offers: .values),
      .clause("over", takes: Label.range, \.range, .metricRange, offers: .ranges),
    ],
    body: BodyUse(form: .alternatives) { subject, body, otherwise in
      subject.body = body
      subject.otherwise = otherwise
    },
    changes: .statements(StepName { _ in Message("if", zh: "条件语句") }),
    examples: [Example("if share(金卡) > 12% over last 6mo { show scenario 提高门槛 } else { show ladder 会员 }", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    guard let expression = condition.expression else { return .nothing }
    try session.checkVerbs(of: body)
    try session.checkVerbs(of: otherwise)
    let days =
      try range.map { horizon throws(Diagnostic) in try session.analyst.days(of: horizon) } ?? session.lastRange
    var evaluator = ExpressionEvaluator(session.analyst, in: session.expressionContext(over: days))
    let holds = try evaluator.truth(of: expression)
    session.analyst = evaluator.analyst
    if let chosen = holds ? body : otherwise { try session.execute(chosen) }
    return .nothing
  }
}

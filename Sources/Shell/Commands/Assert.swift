import PlanLanguage
import Quantities
import Reporting

/// `assert CONDITION [over RANGE] [else "message"]`
struct Assert: Command {
  var condition = Condition()
  var range: Placed<Horizon>?
  var message: Quoted?

  /// An expression, as a slot reads it.
  struct Condition: Phrased {
    var expression: Expression?
    var text = ""

    static var form: Message { "a condition such as share(金卡) in 8%..12%" }

    init() {}

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      let before = reader.rest.tokens
      expression = try Expression(from: &reader)
      text = Printer.text(of: Array(before.dropLast(reader.rest.tokens.count)))
    }

    static func == (one: Condition, other: Condition) -> Bool { one.text == other.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }
    func text(in notation: Notation) -> String { text }
  }

  static let syntax = Syntax<Assert>(
    "assert", "Ends a script with exit code 3 where a condition does not hold",
    [
      .argument("CONDITION", \.condition, "A comparison of metrics, numbers and variables", .metrics),
      .clause("over", "RANGE", \.range, "The range that metrics are asked over; else the last one", .ranges),
      .clause("else", "\"MESSAGE\"", \.message, "What to say where it fails"),
    ],
    examples: [
      Example("assert share(金卡) in 20%..60% over last 6mo else \"Gold is out of bounds\"", shown: 1)
    ])

  func run(in session: inout Session) throws -> Answer {
    guard let expression = condition.expression else { return .nothing }
    let days = try range.map { horizon throws(Diagnostic) in try session.days(of: horizon) } ?? session.lastRange
    var evaluation = Evaluation(session, over: days)
    let holds = try evaluation.truth(of: expression)
    session.dataset = evaluation.session.dataset
    guard holds else {
      throw Diagnostic(
        ShellProblem.assertionFailed(condition.text, message: message?.text, facts: evaluation.facts),
        at: expression.span)
    }
    var report = Report(verb: "assert")
    report.title =
      "holds: \(condition.text)"
      + (evaluation.facts.isEmpty ? "" : "  (" + evaluation.facts.joined(separator: ", ") + ")")
    return .report(report)
  }
}

import Analysis
import Messages
import PlanLanguage
import Programme
import Simulation

/// `let NAME = EXPRESSION`
struct Let: Command {
  var definition: Definition?

  /// `NAME = VALUE`, the value as it was typed.
  struct Definition: Phrased {
    let name: Reference
    let value: Phrase

    static let form = Message("NAME = VALUE", zh: "名称 = 值")

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      name = try Reference(from: &reader)
      try reader.expect(.equal)
      value = reader.rest
      if reader.isAsking { _ = try Expression(from: &reader) }
      while !reader.isAtEnd { reader.advance() }
    }

    func text(in notation: Notation) -> String { name.text }
  }

  static let syntax = Syntax<Let>(
    "let", Message("Gives a value a name, for expressions and for {name}", zh: "给一个值取名，供表达式和 {名称} 使用"),
    aliases: [Alias(zh: "令")],
    [
      Slot(
        place: .argument, label: Definition.form,
        summary: Message("A number, text, date, range, duration, or a calculation", zh: "数字、文字、日期、区间、时长，或一个计算"),
        isRequired: true, offer: .values
      ) { subject, reader throws(Diagnostic) in subject.definition = try Definition(from: &reader) }
    ],
    changes: .definitions(StepName(words: 1) { _ in Message("let", zh: "变量") }),
    examples: [
      "let gold = 8,000", Example("let gold = 8,000\nlet rise = gold * 1.25", shown: 2),
      "let spring = 2026-03-01..2026-05-31",
    ])

  func run(in session: inout Session) throws -> Answer {
    guard let definition, let place = definition.name.span else { return .nothing }
    let name = definition.name.text
    var reader = PhraseReader(definition.value)
    try session.checkVariable(name, at: place)
    if let literal = reader.rest.tokens.calendarLiteral {
      session.variables[name] = literal
      return .done(Message(verbatim: "\(name) = \(Printer.text(of: literal))"))
    }
    let expression = try Expression(from: &reader)
    try reader.finish(expecting: Message("one expression", zh: "一个表达式"))
    var evaluator = ExpressionEvaluator(session.analyst, in: session.expressionContext(over: session.lastRange))
    let amount = try value(of: expression, &evaluator)
    session.analyst = evaluator.analyst
    guard let tokens = amount.tokens(at: place) else { throw Diagnostic(AnalysisProblem.overflow, at: expression.span) }
    session.variables[name] = tokens
    return .done(Message(verbatim: "\(name) = \(amount.text(in: session.notation))"))
  }

  private func value(of expression: Expression, _ evaluator: inout ExpressionEvaluator) throws(Diagnostic) -> Amount {
    do throws(Diagnostic) { return try evaluator.amount(of: expression) } catch {
      guard case .name(let name, nil, let span) = expression,
        case .unknownMetric(_, let names)? = error.problem as? AnalysisProblem,
        nearestName(to: name, among: names) == nil
      else { throw error }
      throw Diagnostic(BareText(text: name), at: span)
    }
  }
}

/// A name that stands for nothing, where a text was meant.
private struct BareText: Problem {
  let text: String
  var code: ErrorCode { .unknownName }
  var message: Message {
    Message("\(text) is the name of no metric and no variable", zh: "\(text) 既不是指标名，也不是变量名")
  }
  var hint: Message? { Message("a text stands in quotes: \(quoted(text))", zh: "文字要加引号：\(quoted(text))") }
}

extension [Token] {
  /// What stands for itself and cannot be calculated with: a month, a time, a range, a duration of months.
  fileprivate var calendarLiteral: [Token]? {
    if count == 3, self[1].kind == .mark(.range), self[0].kind.isLiteral, self[2].kind.isLiteral { return self }
    guard count == 1, let only = first?.kind else { return nil }
    switch only {
    case .month, .quarter, .monthDay, .time: return self
    case .number(let number):
      switch number.unit {
      case .hours, .weeks, .months, .years, .tenthsPaid: return self
      case nil, .money, .percent, .percentagePoints, .multiplier, .points, .days: return nil
      }
    case .word, .text, .day, .reference, .mark, .newline: return nil
    }
  }
}

extension Token.Kind {
  fileprivate var isLiteral: Bool {
    switch self {
    case .number, .day, .month, .quarter, .monthDay, .time: true
    case .word, .text, .reference, .mark, .newline: false
    }
  }
}

import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `collect METRIC [as NAME], … [over RANGE]`
struct Collect: Command {
  var columns: [Column] = []
  var range: Placed<Horizon>?

  /// `share(金卡) as share`.
  struct Column: Phrased {
    let expression: Expression
    /// The tokens of the expression.
    let tokens: [Token]
    let name: Reference?

    static var form: Message {
      Message("a metric and its column, such as share(金卡) as share", zh: "指标及其列名，如 share(金卡) as share")
    }

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      let before = reader.rest.tokens
      expression = try Expression(from: &reader)
      tokens = Array(before.dropLast(reader.rest.tokens.count))
      name = reader.accept(word: "as") ? try Reference(from: &reader) : nil
    }

    static func == (one: Column, other: Column) -> Bool { one.tokens == other.tokens && one.name == other.name }
    func hash(into hasher: inout Hasher) { hasher.combine(tokens) }
    func text(in notation: Notation) -> String { Printer.text(of: tokens) }

    /// What the column is called.
    /// - Throws: where its text holds a variable and no name was given.
    var title: String {
      get throws(Diagnostic) {
        if let name { return name.text }
        guard !expression.span.text.contains("{") else {
          throw Diagnostic(LoopProblem.nameWanted(expression.span.text), at: expression.span)
        }
        return Printer.typed(tokens)
      }
    }
  }

  static let syntax = Syntax<Collect>(
    "collect",
    Message(
      "Within a loop: adds figures to the round's row of the table that the loop ends with",
      zh: "在循环中：把数字加到本轮那一行，循环结束时成为一张表"), aliases: [Alias(zh: "收集")],
    [
      .argument(
        Message("METRIC [as NAME], …", zh: "指标 [as 名称], …"), \.columns,
        Message("Metrics or calculations with them, and what their columns are called", zh: "指标或用指标做的计算，以及列的名称"),
        offers: .values),
      .clause("over", takes: Label.range, \.range, .metricRange, offers: .ranges),
    ],
    examples: [
      Example(
        "for s in baseline, 提高门槛 { collect share({s}, 金卡) as share, benefit_cost({s}) as cost over last 6mo }",
        shown: 8)
    ])

  func run(in session: inout Session) throws -> Answer {
    guard !session.rounds.isEmpty else { throw Diagnostic(LoopProblem.collectOutside) }
    let days =
      try range.map { horizon throws(Diagnostic) in try session.analyst.days(of: horizon) } ?? session.lastRange
    var figures: [Collected.Figure] = []
    for column in columns {
      let title = try column.title
      let cell = try cell(of: column.expression, over: days, in: &session)
      figures.append(.init(name: title, cell: cell, span: column.name?.span ?? column.expression.span))
    }
    try session.collected.add(figures, in: session.rounds)
    return .nothing
  }

  /// The figure that an expression comes to; none where it would divide by 0.
  private func cell(
    of expression: Expression, over range: DayRange?, in session: inout Session
  ) throws(Diagnostic) -> Cell {
    var evaluator = ExpressionEvaluator(session.analyst, in: session.expressionContext(over: range))
    do throws(Diagnostic) {
      let amount = try evaluator.amount(of: expression)
      session.analyst = evaluator.analyst
      return amount.cell
    } catch {
      if case .undefinedValue? = error.problem as? AnalysisProblem { return .none }
      throw error
    }
  }
}

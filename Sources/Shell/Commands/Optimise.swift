import Analysis
import Messages
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `optimise PATH in a..b [step s], PATH in … to maximise|minimise METRIC [while CONDITION] over RANGE`
struct Optimise: Command {
  var dials = Dials()
  var goal: Goal?
  var condition: Assert.Condition?
  var range = Placed(Horizon.history)

  /// Paths and the values that each may take.
  struct Dials: Phrased {
    struct Dial: Hashable {
      let path: FieldReference
      let bounds: NumberRange
      let step: AnyNumber?
    }

    var dials: [Dial] = []

    static var form: Message { Message("PATH in a..b [step s], …", zh: "路径 in a..b [step s]，…") }

    init() {}

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      repeat {
        let path = try FieldReference(from: &reader)
        try reader.expect(word: "in")
        let bounds = try NumberRange(from: &reader)
        let step = reader.accept(word: "step") ? try AnyNumber(from: &reader) : nil
        dials.append(Dial(path: path, bounds: bounds, step: step))
      } while reader.accept(.comma)
    }

    func text(in notation: Notation) -> String { dials.map { $0.path.text(in: notation) }.joined(separator: ", ") }
  }

  /// `maximise METRIC`.
  struct Goal: Phrased {
    let isMaximum: Bool
    let call: MetricCall

    static var form: Message { .optimum }
    static let words = ["maximise", "minimise"]

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      if reader.accept(word: "maximise") || reader.accept(word: "maximize") || reader.accept(word: "最大化") {
        isMaximum = true
      } else if reader.accept(word: "minimise") || reader.accept(word: "minimize") || reader.accept(word: "最小化") {
        isMaximum = false
      } else {
        throw reader.unexpected(.choice(Goal.words.map { Message(verbatim: "`\($0)`") }))
      }
      call = try MetricCall(from: &reader)
    }

    func text(in notation: Notation) -> String { (isMaximum ? "maximise " : "minimise ") + call.text }

    /// As a title says it.
    var title: Message {
      isMaximum
        ? Message("largest \(call.text)", zh: "\(call.heading.title) 最大")
        : Message("smallest \(call.text)", zh: "\(call.heading.title) 最小")
    }
  }

  static let syntax = Syntax<Optimise>(
    "optimise",
    Message(
      "Finds the values of paths that make a metric largest or smallest, while conditions hold",
      zh: "求各路径的值，使指标在条件成立时最大或最小"), aliases: [Alias(zh: "寻优")],
    [
      .argument(
        Dials.form, \.dials,
        Message(
          "One path or several, and the values each may take; the smallest unit apart where `step` is left out",
          zh: "一条或多条路径，以及各自可取的值；省略 `step` 时以最小单位间隔"), offers: .paths),
      .clause("to", takes: .optimum, \.goal, Message("What is sought", zh: "要求的目标"), offers: .goals),
      .clause(
        "while", takes: Label.condition, \.condition,
        Message(
          "What must hold, joined by `and`; each part is a constraint of its own", zh: "必须成立的条件，用 `and` 连接；每一部分是一个约束"),
        offers: .metrics),
      .required("over", takes: Label.range, \.range, .replayedDays, offers: .ranges),
    ],
    examples: [
      Example(
        """
        optimise 会员.银卡.spend in 2,000..4,000 step 500, 会员.金卡.spend in 6,000..12,000 step 1,000 \\
          to maximise points_issued while share(金卡) in 8%..30% and benefit_cost <= 24,000 over last 6mo
        """),
      Example("optimise 金卡折扣.discount in 3%..10% step 1% to maximise points_issued over last 6mo", shown: 4),
    ])

  func run(in session: inout Session) throws -> Answer {
    guard let goal else { throw missing() }
    for (number, dial) in dials.dials.enumerated()
    where dials.dials[..<number].contains(where: { $0.path == dial.path }) {
      throw Diagnostic(AnalysisProblem.namedTwice(dial.path.text(in: Notation())), at: dial.path.span)
    }
    let range = try session.analyst.days(of: range)
    let axes = try dials.dials.map { dial throws(Diagnostic) in
      let found = try session.programme.dial(at: dial.path.steps)
      return Grid.Axis(
        path: dial.path,
        lattice: try Lattice(from: dial.bounds.low, to: dial.bounds.high, step: dial.step, finest: found.finestStep))
    }
    // What a condition says of no scenario it says of the metric's.
    let home = try session.analyst.bind(goal.call).scenario ?? Scenario.baseline
    let context = session.expressionContext(over: range)
    let constraints = condition?.expression.map(Constraint.parts) ?? []
    var calls = [goal.call]
    for constraint in constraints {
      for call in context.metricCalls(in: constraint.expression) where !calls.contains(call) { calls.append(call) }
    }
    let grid = try Grid(axes, asking: calls, over: range, home: home, &session.analyst)
    try check(constraints, in: context, session.analyst)
    var optimiser = Optimiser(grid, maximum: goal.isMaximum, constraints, in: context)
    try optimiser.run(&session.analyst)
    if optimiser.refused == optimiser.compared, let refusal = optimiser.refusal { throw refusal }
    guard optimiser.patches.contains(where: { $0.metric != nil }) else {
      throw Diagnostic(SearchProblem.undefinedEverywhere(goal.call.text), at: goal.call.span)
    }
    var text = OptimumText(optimiser: optimiser, goal: goal, range: range)
    return .report(try text.report(&session.analyst))
  }

  /// - Throws: where a constraint is no condition, or compares what cannot be compared, whatever the values.
  private func check(
    _ constraints: [Constraint], in context: ExpressionContext, _ analyst: Analyst
  ) throws(Diagnostic) {
    for constraint in constraints {
      let calls = context.metricCalls(in: constraint.expression)
      let given = calls.map { ($0.text, Metric.named($0.name)?.unit.sample ?? .unknown) }
      _ = try constraint.standing(given: Dictionary(given) { first, _ in first }, in: context, analyst)
    }
  }

  private func missing() -> Diagnostic {
    Diagnostic(
      AnalysisProblem.missing(Message(verbatim: "`to`"), of: "optimise", usage: Optimise.syntax.usage),
      at: dials.dials.last?.path.span)
  }
}

extension MetricUnit {
  /// Some value in this unit.
  fileprivate var sample: MetricValue {
    switch self {
    case .count: .count(1)
    case .points: .points(1)
    case .money: .money(Money(minor: 100))
    case .share: .share(part: 1, whole: 2)
    }
  }
}

extension Message {
  fileprivate static let optimum = Message("maximise METRIC", zh: "maximise 指标")
}

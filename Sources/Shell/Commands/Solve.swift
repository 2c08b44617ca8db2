import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// `solve PATH in a..b [step s] to METRIC = v over RANGE`
struct Solve: Command {
  var path = FieldReference()
  var bounds: NumberRange?
  var step: AnyNumber?
  var target: Target?
  var range = Placed(Horizon.history)

  /// `METRIC = VALUE`.
  struct Target: Phrased {
    let call: MetricCall
    let value: Expression
    let text: String

    static var form: Message { "METRIC = VALUE" }
    static func == (one: Target, other: Target) -> Bool { one.text == other.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      let before = reader.rest.tokens
      let expression = try Expression(from: &reader)
      let tokens = Array(before.dropLast(reader.rest.tokens.count))
      text = Printer.text(of: tokens)
      let end = tokens.firstIndex { $0.kind == .mark(.equal) } ?? tokens.count
      guard case .binary(.equal, let metric, let value) = expression,
        let call = MetricCall(metric, text: Printer.text(of: Array(tokens[..<end])))
      else { throw Diagnostic(SearchProblem.targetNeeded(text), at: expression.span) }
      self.call = call
      self.value = value
    }

    func text(in notation: Notation) -> String { text }
  }

  static let syntax = Syntax<Solve>(
    "solve", "Finds the value of a path that brings a metric nearest to a goal",
    [
      .argument("PATH", \.path, "The path that is turned", .paths),
      .clause("in", "a..b", \.bounds, "The values that may be taken"),
      .clause("step", "s", \.step, "How far apart they are; the smallest unit where it is left out"),
      .clause("to", "METRIC = VALUE", \.target, "The goal", .metrics),
      .required("over", "RANGE", \.range, "The days that are replayed", .ranges),
    ],
    examples: [Example("solve 会员.金卡.spend in 4,000..50,000 step 500 to share(金卡) = 10% over last 6mo", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    guard let bounds else { throw missing("`in`") }
    guard let target, let span = path.span else { throw missing("`to`") }
    let range = try session.days(of: range)
    let dial = try session.programme.dial(at: path.steps)
    let lattice = try Lattice(from: bounds.low, to: bounds.high, step: step, finest: dial.finestStep)
    let bound = try session.bind(target.call)
    let goal = try goal(target, bound, session, range)
    let variants = Variants(
      path: path.steps, lattice: lattice, range: range, scenario: bound.scenario ?? Scenario.baseline, span: span)
    // A lattice that leaves what the field or the ladder allows is refused before the search, not in its midst.
    for end in [0, lattice.count - 1] { _ = try variants.rules(end, session) }
    var search = Search(variants: variants, bound: bound, call: target.call, goal: goal)
    try search.run(&session)
    guard let best = try search.best() else {
      throw Diagnostic(SearchProblem.undefinedEverywhere(target.call.text), at: target.call.span)
    }
    return .report(try report(best, search, target, range, &session))
  }

  private func missing(_ what: String) -> Diagnostic {
    Diagnostic(ShellProblem.missing(what, of: "solve", usage: Solve.syntax.usage), at: path.span)
  }

  /// The goal in the metric's own unit.
  private func goal(
    _ target: Target, _ bound: BoundMetric, _ session: Session, _ range: DayRange
  ) throws(Diagnostic) -> Ratio {
    var evaluation = Evaluation(session, over: range)
    let amount = try evaluation.amount(of: target.value)
    let kind = bound.metric.unit.kind
    guard case .number(let value, let found) = amount, found == kind || (found == .plain && kind != .share) else {
      throw Diagnostic(
        ShellProblem.valuesDiffer(left: kind.name, right: amount.kindName, operation: "="), at: target.value.span)
    }
    return value
  }

  private func report(
    _ best: Search.Found, _ search: Search, _ target: Target, _ range: DayRange, _ session: inout Session
  ) throws -> Report {
    let number = try search.variants.lattice.number(best.index)
    let cell = number.cell(session.money(at: path.steps))
    let kind = search.bound.metric.unit.kind
    let pathText = path.text(in: session.notation)
    var report = Report(verb: "solve", title: "\(target.text) over \(range)")
    report.values = [
      .init("solution", cell, label: pathText), .init("reached", best.value.cell, label: target.call.text),
      .init("evaluations", .count(Int64(search.evaluations))),
    ]
    if best.ratio != search.goal {
      report.notes.append(
        "no value in the range gives exactly \(kind.text(search.goal, session.notation)); this is the nearest that can be reached"
      )
    }
    if search.isExhaustive {
      report.notes.append("every one of the \(grouped(Int64(search.variants.lattice.count))) values was compared")
    } else {
      report.notes.append(
        "\(search.evaluations) of \(grouped(Int64(search.variants.lattice.count))) values were tried, closer where the goal is crossed; others between them could come nearer"
      )
    }
    return report
  }
}

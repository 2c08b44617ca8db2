import Analysis
import Messages
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

    static var form: Message { .goal }
    static func == (one: Target, other: Target) -> Bool { one.text == other.text }
    func hash(into hasher: inout Hasher) { hasher.combine(text) }

    init(from reader: inout PhraseReader) throws(Diagnostic) {
      let start = reader
      let before = reader.rest.tokens
      func typed(_ reader: PhraseReader) -> [Token] { Array(before.dropLast(reader.rest.tokens.count)) }
      let metric = try Expression(operandFrom: &reader)
      let name = typed(reader)
      guard reader.accept(.equal) else {
        try reader.demand()
        reader = start
        let span = try Expression(from: &reader).span
        throw Diagnostic(SearchProblem.targetNeeded(Printer.text(of: typed(reader))), at: span)
      }
      let value = try Expression(calculationFrom: &reader)
      text = Printer.text(of: typed(reader))
      guard let call = MetricCall(metric, text: Printer.text(of: name)) else {
        throw Diagnostic(SearchProblem.targetNeeded(text), at: metric.span.to(value.span))
      }
      self.call = call
      self.value = value
    }

    func text(in notation: Notation) -> String { text }
  }

  static let syntax = Syntax<Solve>(
    "solve", Message("Finds the value of a path that brings a metric nearest to a goal", zh: "求路径的值，使指标最接近目标"),
    aliases: [Alias(zh: "求解")],
    [
      .argument(Label.path, \.path, Message("The path that is turned", zh: "要调整的路径"), offers: .dials),
      .clause("in", takes: Message(verbatim: "a..b"), \.bounds, Message("The values that may be taken", zh: "可取的值")),
      .clause(
        "step", takes: Message(verbatim: "s"), \.step,
        Message("How far apart they are; the smallest unit where it is left out", zh: "各值之间的间隔；省略时为最小单位")),
      .clause("to", takes: .goal, \.target, Message("The goal", zh: "目标"), offers: .metrics),
      .required("over", takes: Label.range, \.range, .replayedDays, offers: .ranges),
    ],
    examples: [Example("solve 会员.金卡.spend in 4,000..50,000 step 500 to share(金卡) = 10% over last 6mo", shown: 6)])

  func run(in session: inout Session) throws -> Answer {
    guard let bounds else { throw missing("`in`") }
    guard let target, let span = path.span else { throw missing("`to`") }
    let range = try session.analyst.days(of: range)
    let dial = try session.programme.dial(at: path.steps)
    let lattice = try Lattice(from: bounds.low, to: bounds.high, step: step, finest: dial.finestStep)
    let bound = try session.analyst.bind(target.call)
    let goal = try goal(target, bound, over: range, session)
    let variants = Variants(
      path: path.steps, lattice: lattice, range: range, scenario: bound.scenario ?? Scenario.baseline, span: span,
      metrics: [bound.metric], needsAccounts: bound.needsAccounts)
    // A lattice that leaves what the field or the ladder allows is refused before the search, not in its midst.
    for end in [0, lattice.count - 1] {
      do { _ = try variants.rules(end, session.analyst) } catch {
        throw refused(error, bounds, isLow: end == 0, session)
      }
    }
    var search = Search(
      variants: variants, bound: bound, call: target.call, goal: goal,
      figures: try SegmentFigures([bound], over: range, &session.analyst))
    try search.run(&session.analyst)
    guard let best = try search.best() else {
      throw Diagnostic(SearchProblem.undefinedEverywhere(target.call.text), at: target.call.span)
    }
    return .report(try report(best, of: search, target, over: range, session))
  }

  private func missing(_ what: String) -> Diagnostic {
    Diagnostic(AnalysisProblem.missing(Message(verbatim: what), of: "solve", usage: Solve.syntax.usage), at: path.span)
  }

  /// Where an end of the range contradicts a tier beside the one that is turned, its place and the end to take instead.
  private func refused(_ error: Diagnostic, _ bounds: NumberRange, isLow: Bool, _ session: Session) -> Diagnostic {
    guard case .thresholdBelow(_, _, let value, _, let previousValue, _)? = error.problem as? DefinitionProblem,
      let low = bounds.low.span
    else { return error }
    let nearest = (isLow ? previousValue : value).text(in: session.notation)
    let problem = RangeBeyondLadder(
      message: error.spelled(in: session.notation).message, nearest: nearest, isLow: isLow)
    return Diagnostic(problem, at: low.to(bounds.high.span ?? low))
  }

  /// The goal in the metric's own unit.
  private func goal(
    _ target: Target, _ bound: BoundMetric, over range: DayRange, _ session: Session
  ) throws(Diagnostic) -> Ratio {
    var evaluation = ExpressionEvaluator(session.analyst, in: session.expressionContext(over: range))
    let amount = try evaluation.amount(of: target.value)
    let kind = bound.metric.unit.kind
    guard case .number(let value, let found) = amount, found == kind || (found == .plain && kind != .share) else {
      throw Diagnostic(
        AnalysisProblem.valuesDiffer(left: kind.name, right: amount.kindName, operation: "="), at: target.value.span)
    }
    return value
  }

  private func report(
    _ best: Search.Found, of search: Search, _ target: Target, over range: DayRange, _ session: Session
  ) throws -> Report {
    let number = try search.variants.lattice.number(best.index)
    let cell = number.cell(session.analyst.money(at: path.steps))
    let kind = search.bound.metric.unit.kind
    let solution = Heading("solution", Message(verbatim: path.text(in: session.notation)))
    let reached = Heading("reached", Message("\(target.call.text)", zh: "\(target.call.heading.title)"))
    var report = Report(verb: "solve", title: Message("\(target.text) over \(range)", zh: "\(target.text)，\(range)"))
    report.values = [
      .init(solution, cell), .init(reached, best.value.cell),
      .init(.evaluations, .count(Int64(search.evaluations))),
    ]
    if best.ratio != search.goal {
      let goal = kind.text(search.goal, session.notation)
      report.notes.append(
        Message(
          "no value in the range gives exactly \(goal); this is the nearest that can be reached",
          zh: "区间中没有哪个值正好得到 \(goal)；这是能达到的最接近的值"))
    }
    let count = grouped(Int64(search.variants.lattice.count))
    if search.isExhaustive {
      report.notes.append(Message("every one of the \(count) values was compared", zh: "全部 \(count) 个值都已比较"))
    } else {
      report.notes.append(
        Message(
          "\(search.evaluations) of \(count) values were tried, closer where the goal is crossed; "
            + "others between them could come nearer",
          zh: "\(count) 个值中计算了 \(search.evaluations) 个，在越过目标处更密；其间的其他值可能更接近"))
    }
    report.notes += search.figures.notes(session.analyst) + session.analyst.comingNotes(on: [search.bound], over: range)
    return report
  }
}

/// A range that goes beyond what the tiers beside the one that is turned ask for.
private struct RangeBeyondLadder: Problem {
  let message: Message
  let nearest: String
  let isLow: Bool

  var code: ErrorCode { .conflict }
  var hint: Message? {
    isLow
      ? Message("start at \(nearest)", zh: "请从 \(nearest) 开始") : Message("end at \(nearest)", zh: "请到 \(nearest) 为止")
  }
}

extension Message {
  fileprivate static let goal = Message("METRIC = VALUE", zh: "指标 = 值")
}

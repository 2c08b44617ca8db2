import Messages
import Numerics
import PlanLanguage
import Programme
import Quantities
import Reporting
import Simulation

/// How far a metric swings while one dial of a scenario is turned, everything else as it is.
struct Swings {
  let scenario: Reference
  let range: DayRange
  let metric: MetricCall
  let bound: BoundMetric
  /// Of the segment that is asked about.
  let figures: SegmentFigures
  /// How far each is turned, as a part of where it stands.
  let share: Ratio
  let rules: Rules
  /// What the scenario makes of the programme.
  private let programme: Programme
  private let span: SourceSpan

  struct Dial {
    let path: [PathStep]
    let dial: ProgrammeDial
    let number: Number

    var text: String { path.map(\.text).joined(separator: ".") }
  }

  /// Where a dial was turned to, and what came of it.
  struct End {
    let number: Number
    /// Nil where the programme does not allow it, and why.
    let value: MetricValue?
    let refusal: Diagnostic?
  }

  struct Swing {
    let dial: Dial
    let low: End
    let high: End
    /// The largest less the smallest of both ends and the middle; nil where an end is not known.
    let size: Ratio?
  }

  init(
    _ scenario: Reference, _ rules: Rules, _ range: DayRange, _ metric: MetricCall, _ bound: BoundMetric,
    _ share: Ratio, _ session: inout Session
  ) throws(Diagnostic) {
    self.scenario = scenario
    self.rules = rules
    self.range = range
    self.metric = metric
    self.bound = bound
    figures = try SegmentFigures([bound], over: range, &session)
    self.share = share
    let found = session.programme.scenario(named: scenario.text)
    programme =
      try found.map { scenario throws(Diagnostic) in try session.programme.applying(scenario) }
      ?? session.programme
    guard let span = scenario.span else { throw Diagnostic(ShellProblem.overflow) }
    self.span = span
  }

  // MARK: dials

  /// Those at `paths`, which must hold a number.
  func dials(at paths: [FieldReference]) throws(Diagnostic) -> [Dial] {
    try paths.map { path throws(Diagnostic) in
      let dial = try programme.dial(at: path.steps)
      guard let number = dial.number else {
        throw Diagnostic(DefinitionProblem.noDial(path.text(in: Notation())), at: path.span)
      }
      return Dial(path: path.steps, dial: dial, number: number)
    }
  }

  /// Every number of the rules in force that is no duration and not 0.
  func dials(_ session: Session) -> [Dial] {
    let owners = [rules.ladder.name] + [rules.points?.name].compactMap(\.self) + rules.benefits.map(\.name)
    return programme.paths(session.notation).compactMap { found in
      guard let first = found.steps.first, owners.contains(first.name) else { return nil }
      let path = found.steps.map { PathStep($0.name, arguments: $0.key.isEmpty ? [] : [$0.key], span: span) }
      guard let dial = try? programme.dial(at: path), let number = dial.number, number.value != .zero,
        !number.isDuration
      else { return nil }
      return Dial(path: path, dial: dial, number: number)
    }
  }

  // MARK: turning

  /// The metric as it is, and the swings, the widest first; those of one size as the objects have them.
  func turned(_ dials: [Dial], _ session: inout Session) throws(Diagnostic) -> (middle: MetricValue, swings: [Swing]) {
    let parts = dials.count * 2 + 1
    let middle = try session.part(0, of: parts) { session throws(Diagnostic) in
      try value(rules, session.programme, &session)
    }
    var swings: [Swing] = []
    for (place, dial) in dials.enumerated() {
      let low = try session.part(place * 2 + 1, of: parts) { session throws(Diagnostic) in
        try end(of: dial, up: false, &session)
      }
      let high = try session.part(place * 2 + 2, of: parts) { session throws(Diagnostic) in
        try end(of: dial, up: true, &session)
      }
      let known = [low.value, middle, high.value].compactMap { $0?.ratio }
      let size = known.max().flatMap { top in known.min().flatMap { top.subtracting($0) } }
      swings.append(Swing(dial: dial, low: low, high: high, size: known.count < 2 ? nil : size))
    }
    let order = swings.enumerated().sorted { one, other in
      let (a, b) = (one.element.size ?? .zero, other.element.size ?? .zero)
      return a != b ? a > b : one.offset < other.offset
    }
    session.environment.job.tell(1, of: 1)
    return (middle, order.map(\.element))
  }

  /// A segment's members are baseline's in `home`.
  private func value(
    _ rules: Rules, _ home: Programme, _ session: inout Session
  ) throws(Diagnostic) -> MetricValue {
    try session.environment.job.check()
    guard figures.isEmpty else {
      return try figures.outcomes(rules, of: home, &session).value(of: bound, metric)
    }
    let outcome = try session.outcome(rules, over: range, accounts: bound.needsAccounts)
    return outcome.value(of: bound.metric, in: try bound.key(in: outcome, metric))
  }

  private func end(of dial: Dial, up: Bool, _ session: inout Session) throws(Diagnostic) -> End {
    let number = try number(dial, up: up)
    let turn = Turn(dial.path, to: number, at: span)
    let turned: Rules
    do {
      turned = try programme.turned([turn]).rules(of: Scenario.baseline)
    } catch {
      return End(number: number, value: nil, refusal: error)
    }
    // Where baseline does not allow the value, its segments stay as they are.
    let home = (try? session.programme.turned([turn])) ?? session.programme
    return End(number: number, value: try value(turned, home, &session), refusal: nil)
  }

  /// `share` below or above where it stands, rounded to whole steps, halves away from it; one step at least.
  private func number(_ dial: Dial, up: Bool) throws(Diagnostic) -> Number {
    let step = dial.dial.finestStep
    guard let way = dial.number.value.size.multiplied(by: share)?.divided(by: step),
      let double = way.multiplied(by: Ratio(2))?.adding(.one)?.divided(by: Ratio(2)),
      let change = step.multiplied(by: Ratio(max(1, double.numerator / double.denominator))),
      let value = up ? dial.number.value.adding(change) : dial.number.value.subtracting(change)
    else { throw Diagnostic(ShellProblem.overflow, at: span) }
    return Number(value, dial.number.unit)
  }
}

extension Number {
  fileprivate var isDuration: Bool {
    switch unit {
    case .hours, .days, .weeks, .months, .years: true
    case .money, .percent, .percentagePoints, .multiplier, .points, .tenthsPaid, nil: false
    }
  }
}

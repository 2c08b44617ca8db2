public import Messages
import Numerics
public import PlanLanguage
public import Programme
public import Quantities
public import Simulation

/// How far a metric swings while one dial of a scenario is turned, everything else as it is.
public struct Sensitivity {
  /// Whose rules are turned.
  public let scenario: Reference
  /// The days that the metric is asked over.
  public let range: DayRange
  /// What is looked at.
  public let metric: MetricCall
  /// What that asks for.
  public let bound: BoundMetric
  /// Of the segment that is asked about.
  public let figures: SegmentFigures
  /// How far each is turned, as a part of where it stands.
  public let share: Ratio
  let rules: Rules
  /// What the scenario makes of the programme.
  private let programme: Programme
  private let span: SourceSpan

  /// A field that holds a number.
  public struct Dial {
    /// The field.
    public let path: [PathStep]
    let dial: ProgrammeDial
    /// Where it stands.
    public let number: Number

    /// The path as it is written.
    public var text: String { path.map(\.text).joined(separator: ".") }
  }

  /// Where a dial was turned to, and what came of it.
  public struct End {
    /// Where it stands.
    public let number: Number
    /// Nil where the programme does not allow it, and why.
    public let value: MetricValue?
    /// Nil where the programme allows it.
    public let refusal: Diagnostic?
  }

  /// What turning one dial does.
  public struct Swing {
    /// How it is turned.
    public let dial: Dial
    /// Turned down.
    public let low: End
    /// Turned up.
    public let high: End
    /// The largest less the smallest of both ends and the middle; nil where an end is not known.
    public let size: Ratio?
  }

  /// `share` is how far each dial is turned, more than 0 and less than 1.
  public init(
    of metric: MetricCall, _ bound: BoundMetric, in scenario: Reference, _ rules: Rules, over range: DayRange,
    by share: Ratio, _ analyst: inout Analyst
  ) throws(Diagnostic) {
    self.scenario = scenario
    self.rules = rules
    self.range = range
    self.metric = metric
    self.bound = bound
    figures = try SegmentFigures([bound], over: range, &analyst)
    self.share = share
    let found = analyst.programme.scenario(named: scenario.text)
    programme =
      try found.map { scenario throws(Diagnostic) in try analyst.programme.applying(scenario) }
      ?? analyst.programme
    guard let span = scenario.span else { throw Diagnostic(AnalysisProblem.overflow) }
    self.span = span
  }

  // MARK: dials

  /// Those at `paths`, which must hold a number.
  public func dials(at paths: [FieldReference]) throws(Diagnostic) -> [Dial] {
    try paths.map { path throws(Diagnostic) in
      let dial = try programme.dial(at: path.steps)
      guard let number = dial.number else {
        throw Diagnostic(DefinitionProblem.noDial(path.text(in: Notation())), at: path.span)
      }
      return Dial(path: path.steps, dial: dial, number: number)
    }
  }

  /// Every number of the rules in force that is no duration and not 0.
  public func dials(_ analyst: Analyst) -> [Dial] {
    let owners = [rules.ladder.name] + [rules.points?.name].compactMap(\.self) + rules.benefits.map(\.name)
    return programme.paths(analyst.notation).compactMap { found in
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
  public func turned(_ dials: [Dial], _ analyst: inout Analyst) throws(Diagnostic) -> (
    middle: MetricValue, swings: [Swing]
  ) {
    let parts = dials.count * 2 + 1
    let middle = try analyst.part(0, of: parts) { analyst throws(Diagnostic) in
      try value(rules, analyst.programme, &analyst)
    }
    var swings: [Swing] = []
    for (place, dial) in dials.enumerated() {
      let low = try analyst.part(place * 2 + 1, of: parts) { analyst throws(Diagnostic) in
        try end(of: dial, up: false, &analyst)
      }
      let high = try analyst.part(place * 2 + 2, of: parts) { analyst throws(Diagnostic) in
        try end(of: dial, up: true, &analyst)
      }
      let known = [low.value, middle, high.value].compactMap { $0?.ratio }
      let size = known.max().flatMap { top in known.min().flatMap { top.subtracting($0) } }
      swings.append(Swing(dial: dial, low: low, high: high, size: known.count < 2 ? nil : size))
    }
    let order = swings.enumerated().sorted { one, other in
      let (a, b) = (one.element.size ?? .zero, other.element.size ?? .zero)
      return a != b ? a > b : one.offset < other.offset
    }
    analyst.job.tell(1, of: 1)
    return (middle, order.map(\.element))
  }

  /// A segment's members are baseline's in `home`.
  private func value(
    _ rules: Rules, _ home: Programme, _ analyst: inout Analyst
  ) throws(Diagnostic) -> MetricValue {
    try analyst.job.check()
    guard figures.isEmpty else {
      return try figures.outcomes(rules, of: home, &analyst).value(of: bound, metric)
    }
    let outcome = try analyst.outcome(rules, over: range, accounts: bound.needsAccounts)
    return outcome.value(of: bound.metric, in: try bound.key(in: outcome, metric))
  }

  private func end(of dial: Dial, up: Bool, _ analyst: inout Analyst) throws(Diagnostic) -> End {
    let number = try number(dial, up: up)
    let turn = Turn(dial.path, to: number, at: span)
    let turned: Rules
    do {
      turned = try programme.turned([turn]).rules(of: Scenario.baseline)
    } catch {
      return End(number: number, value: nil, refusal: error)
    }
    // Where baseline does not allow the value, its segments stay as they are.
    let home = (try? analyst.programme.turned([turn])) ?? analyst.programme
    return End(number: number, value: try value(turned, home, &analyst), refusal: nil)
  }

  /// `share` below or above where it stands, rounded to whole steps, halves away from it; one step at least.
  private func number(_ dial: Dial, up: Bool) throws(Diagnostic) -> Number {
    let step = dial.dial.finestStep
    guard let way = dial.number.value.size.multiplied(by: share)?.divided(by: step),
      let double = way.multiplied(by: Ratio(2))?.adding(.one)?.divided(by: Ratio(2)),
      let change = step.multiplied(by: Ratio(max(1, double.numerator / double.denominator))),
      let value = up ? dial.number.value.adding(change) : dial.number.value.subtracting(change)
    else { throw Diagnostic(AnalysisProblem.overflow, at: span) }
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

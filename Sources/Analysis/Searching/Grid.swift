public import Messages
import Numerics
public import PlanLanguage
public import Programme
public import Quantities
public import Simulation

/// Several dials of the programme turned together: every combination of their values is a point, its place on each axis
/// in the order in which the axes were written.
public struct Grid {
  /// A dial and the values that it takes.
  public struct Axis {
    /// Which field is turned.
    public let path: FieldReference
    /// The values.
    public let lattice: Lattice

    /// The field at `path` at the values of `lattice`.
    public init(path: FieldReference, lattice: Lattice) {
      self.path = path
      self.lattice = lattice
    }
  }

  /// A place on each axis.
  public typealias Point = [Int]

  /// As they were written.
  public let axes: [Axis]
  /// The days that metrics are asked over.
  public let range: DayRange
  /// What is asked at every point.
  public let calls: [MetricCall]
  /// What the calls ask for.
  public let bound: [BoundMetric]
  /// Of the segments that are asked about.
  public let figures: SegmentFigures
  private let home: String
  /// The axis whose values are told together, line by line: the threshold with most values, from one walk over the
  /// members for all of them; the last axis where none is a threshold.
  public let inner: Int

  /// A call that names no scenario asks of the scenario `home`.
  public init(
    _ axes: [Axis], asking calls: [MetricCall], over range: DayRange, home: String = Scenario.baseline,
    _ analyst: inout Analyst
  ) throws(Diagnostic) {
    self.axes = axes
    self.range = range
    self.calls = calls
    bound = try calls.map { call throws(Diagnostic) in try analyst.bind(call) }
    figures = try SegmentFigures(bound, over: range, &analyst)
    self.home = home
    let thresholds = axes.indices.filter { analyst.programme.isThreshold(axes[$0].path.steps) }
    inner = thresholds.max { axes[$0].lattice.count < axes[$1].lattice.count } ?? axes.count - 1
  }

  /// Whether a line's values are told from one walk over the members.
  func isThreshold(_ analyst: Analyst) -> Bool {
    figures.isEmpty && analyst.programme.isThreshold(axes[inner].path.steps)
  }

  /// How many points there are; nil where they are beyond counting.
  public var count: Int? { product(axes.map(\.lattice.count)) }
  /// How many lines along the inner axis there are.
  var lineCount: Int? { product(outer.map { axes[$0].lattice.count }) }

  private func product(_ counts: [Int]) -> Int? {
    var total = 1
    for count in counts {
      let (next, overflow) = total.multipliedReportingOverflow(by: count)
      if overflow { return nil }
      total = next
    }
    return total
  }

  private var outer: [Int] { axes.indices.filter { $0 != inner } }

  /// The lines in their order, each by a point that has 0 on the inner axis.
  public func line(_ number: Int) -> Point {
    var point = Point(repeating: 0, count: axes.count)
    var rest = number
    for axis in outer.reversed() {
      point[axis] = rest % axes[axis].lattice.count
      rest /= axes[axis].lattice.count
    }
    return point
  }

  /// Where the dial of an axis stands at a point.
  public func number(_ point: Point, _ axis: Int) throws(Diagnostic) -> Number {
    try axes[axis].lattice.number(point[axis])
  }

  private func turn(_ point: Point, _ axis: Int) throws(Diagnostic) -> Turn {
    let path = axes[axis].path
    // Every path that a statement names has a place.
    guard let span = path.span ?? path.steps.first?.span else { throw Diagnostic(AnalysisProblem.overflow) }
    return Turn(path.steps, to: try number(point, axis), at: span)
  }

  private var scenarios: [String] { Set(bound.map { $0.scenario ?? home }).sorted() }

  private func variants(_ line: Point, _ scenario: String) throws(Diagnostic) -> Variants {
    let fixed = try outer.map { axis throws(Diagnostic) in try turn(line, axis) }
    let span = try turn(line, inner).span
    return Variants(
      path: axes[inner].path.steps, lattice: axes[inner].lattice, range: range, scenario: scenario, span: span,
      fixed: fixed, metrics: bound.map(\.metric), needsAccounts: bound.contains(where: \.needsAccounts))
  }

  /// Why the programme does not allow a point; nil where it does.
  public func refusal(_ line: Point, at index: Int, _ analyst: Analyst) -> Diagnostic? {
    do {
      for scenario in scenarios { _ = try variants(line, scenario).rules(index, analyst) }
      return nil
    } catch { return error }
  }

  /// What holds at some values of the inner axis in a row, by their places among those asked for.
  public struct Stretch {
    /// Among the indices asked for.
    public let places: Range<Int>
    /// A value for each call.
    public let values: [MetricValue]
  }

  /// What holds on a line at `indices` of the inner axis, which ascend and are allowed.
  /// - Returns: also for how many of them the outcome had to be worked out.
  public func tell(
    _ indices: [Int], on line: Point, _ analyst: inout Analyst
  ) throws(Diagnostic) -> (stretches: [Stretch], evaluations: Int) {
    var told: [Int: [(call: Int, value: MetricValue)]] = [:]
    var evaluations = 0
    let scenarios = scenarios
    for (part, scenario) in scenarios.enumerated() {
      let asked = bound.indices.filter { bound[$0].scenario ?? home == scenario }
      let ofAll = asked.filter { bound[$0].segment == nil }
      let ofSegments = asked.filter { bound[$0].segment != nil }
      let variants = try variants(line, scenario)
      evaluations += try analyst.part(part, of: scenarios.count) { analyst throws(Diagnostic) in
        var count = 0
        if !ofAll.isEmpty {
          count += try variants.tell(indices, &analyst) { place, outcome throws(Diagnostic) in
            for call in ofAll {
              let key = try bound[call].key(in: outcome, calls[call])
              told[place, default: []].append((call, outcome.value(of: bound[call].metric, in: key)))
            }
          }
        }
        if !ofSegments.isEmpty {
          var last: [MetricValue]?
          count += try variants.tell(indices, of: figures, &analyst) { place, outcomes throws(Diagnostic) in
            let values = try ofSegments.map { call throws(Diagnostic) in
              try outcomes.value(of: bound[call], calls[call])
            }
            if values != last { for found in zip(ofSegments, values) { told[place, default: []].append(found) } }
            last = values
          }
        }
        return count
      }
    }
    var values = [MetricValue](repeating: .unknown, count: calls.count)
    let places = told.keys.sorted()
    var stretches: [Stretch] = []
    for (number, place) in places.enumerated() {
      for (call, value) in told[place] ?? [] { values[call] = value }
      let end = number + 1 < places.count ? places[number + 1] : indices.count
      stretches.append(Stretch(places: place..<end, values: values))
    }
    return (stretches, evaluations)
  }
}

extension Grid {
  /// Every point that the programme allows, in the order of the axes as they were written, with the value of each call;
  /// and why the first that it does not allow is none.
  /// - Throws: the refusal where no point is allowed, or where there is but one axis.
  public func swept(
    _ analyst: inout Analyst
  ) throws(Diagnostic) -> (points: [(point: Point, values: [MetricValue])], refusal: Diagnostic?) {
    var found: [(point: Point, values: [MetricValue])] = []
    var refusal: Diagnostic?
    let lines = lineCount ?? 0
    for number in 0..<lines {
      let line = line(number)
      var indices: [Int] = []
      for index in 0..<axes[inner].lattice.count {
        try analyst.job.check()
        guard let found = self.refusal(line, at: index, analyst) else {
          indices.append(index)
          continue
        }
        // What a single path may not be is no matter of how it meets another.
        if axes.count == 1 { throw found }
        refusal = refusal ?? found
      }
      let (stretches, _) = try analyst.part(number, of: lines) { analyst throws(Diagnostic) in
        try tell(indices, on: line, &analyst)
      }
      for stretch in stretches {
        for place in stretch.places {
          var point = line
          point[inner] = indices[place]
          found.append((point, stretch.values))
        }
      }
    }
    analyst.job.tell(1, of: 1)
    if found.isEmpty, let refusal { throw refusal }
    return (found.sorted { $0.point.lexicographicallyPrecedes($1.point) }, refusal)
  }
}

extension Programme {
  /// Whether `path` leads to a threshold that one walk over the members can turn.
  func isThreshold(_ path: [PathStep]) -> Bool {
    guard path.count == 3, path[2].plain.key.isEmpty,
      let ladder = ladders.first(where: { $0.name == path[0].name }),
      let tier = ladder.tiers.firstIndex(where: { $0.name == path[1].name })
    else { return false }
    return ThresholdDial(path[2].name, ofTier: tier) != nil
  }
}

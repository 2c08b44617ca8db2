import MemberBook
public import Messages
import Numerics
import PlanLanguage
import Programme
public import Quantities
public import Simulation

/// Looks through a grid for the point that makes a metric largest or smallest among those that meet every constraint.
public struct Optimiser {
  /// Where it looks.
  public let grid: Grid
  /// Whether the largest is sought, else the smallest.
  public let isMaximum: Bool
  /// What a point must meet.
  public let constraints: [Constraint]
  /// What the constraints may name.
  private let context: ExpressionContext
  /// How many outcomes were worked out.
  public private(set) var evaluations = 0
  /// How many points were looked at, those that the programme does not allow among them.
  public private(set) var compared = 0
  /// How many of them the programme does not allow, and why not the first.
  public private(set) var refused = 0
  /// Why the first that is not allowed is not; nil where all are.
  public private(set) var refusal: Diagnostic?
  /// Whether every point of the grid was looked at.
  public private(set) var isExhaustive = true
  /// What was looked at.
  public private(set) var patches: [Patch] = []
  /// Points that were looked at one by one: which patch they are, -1 where they are not allowed.
  private var known: [Grid.Point: Int] = [:]

  /// Points in a row along the inner axis at which everything comes to the same.
  public struct Patch {
    /// The first of them.
    public let point: Grid.Point
    /// How many points.
    public let count: Int
    /// A value for each call of the grid.
    public let values: [MetricValue]
    /// The metric that is sought; nil where it is undefined.
    public let metric: Ratio?
    /// How it stands to each constraint.
    public let standings: [Constraint.Standing]
  }

  /// As many points as are all looked at, one replay each.
  static let exhaustiveLimit = 3_000
  /// As many lines as are all looked at where one walk tells a line.
  private static let lineLimit = 200
  /// As many purchases as are walked for every value of a threshold at once.
  private static let purchaseLimit = 1_000_000
  /// About how many points a coarse look takes, and around how many of the best a closer one is taken.
  private static let coarse = 1_000
  private static let best = 5
  /// As many points as a closer look ends at.
  private static let closeLimit = 20_000

  /// `context` is what the constraints may name.
  public init(_ grid: Grid, maximum: Bool, _ constraints: [Constraint], in context: ExpressionContext) {
    self.grid = grid
    self.context = context
    isMaximum = maximum
    self.constraints = constraints
  }

  /// Looks at every point where they are few, else coarsely and then closer about the best.
  /// - Throws: `.interrupted`, and what a metric cannot be asked of.
  public mutating func run(_ analyst: inout Analyst) throws(Diagnostic) {
    let points = grid.count ?? .max
    let lines = grid.lineCount ?? .max
    let isSmall = try analyst.loaded().book.purchases.count <= Optimiser.purchaseLimit
    let isTold = grid.isThreshold(analyst) && isSmall && lines <= Optimiser.lineLimit
    if points <= Optimiser.exhaustiveLimit || (isTold && points <= Lattice.limit) {
      for line in 0..<lines {
        try analyst.part(line, of: lines) { analyst throws(Diagnostic) in
          try look(along: grid.line(line), &analyst)
        }
      }
      analyst.job.tell(1, of: 1)
      return
    }
    isExhaustive = false
    try refine(&analyst)
  }

  // MARK: looking

  /// Every point of a line.
  private mutating func look(along line: Grid.Point, _ analyst: inout Analyst) throws(Diagnostic) {
    let indices = try allowed(on: line, analyst)
    compared += grid.axes[grid.inner].lattice.count
    refused += grid.axes[grid.inner].lattice.count - indices.count
    guard !indices.isEmpty else { return }
    let (stretches, evaluations) = try grid.tell(indices, on: line, &analyst)
    self.evaluations += evaluations
    for stretch in stretches {
      try analyst.job.check()
      // A patch has no gaps.
      var first = stretch.places.lowerBound
      for place in stretch.places
      where place + 1 == stretch.places.upperBound || indices[place + 1] > indices[place] + 1 {
        try add(Grid.Stretch(places: first..<(place + 1), values: stretch.values), of: indices, on: line, analyst)
        first = place + 1
      }
    }
  }

  private mutating func add(
    _ stretch: Grid.Stretch, of indices: [Int], on line: Grid.Point, _ analyst: Analyst
  ) throws(Diagnostic) {
    var point = line
    point[grid.inner] = indices[stretch.places.lowerBound]
    let given = Dictionary(
      zip(grid.calls.map(\.text), stretch.values), uniquingKeysWith: { first, _ in first })
    patches.append(
      Patch(
        point: point, count: stretch.places.count, values: stretch.values, metric: stretch.values[0].ratio,
        standings: try constraints.map { constraint throws(Diagnostic) in
          try constraint.standing(given: given, in: context, analyst)
        }))
  }

  /// The values of the inner axis that the programme allows on a line. Of long lines those between two that are allowed
  /// are taken for allowed too, as it is with thresholds.
  private mutating func allowed(on line: Grid.Point, _ analyst: Analyst) throws(Diagnostic) -> [Int] {
    let count = grid.axes[grid.inner].lattice.count
    func isAllowed(_ index: Int) throws(Diagnostic) -> Bool {
      try analyst.job.check()
      guard let found = grid.refusal(line, at: index, analyst) else { return true }
      refusal = refusal ?? found
      return false
    }
    var probes = Array(0..<count)
    if count > Optimiser.exhaustiveLimit { probes = (0...64).map { $0 * (count - 1) / 64 } }
    var good: [Int] = []
    for index in probes where try isAllowed(index) { good.append(index) }
    guard count > Optimiser.exhaustiveLimit, let first = good.first, let last = good.last else { return good }
    /// The last before `end` that is not allowed lies next to the answer.
    func edge(from inside: Int, to outside: Int) throws(Diagnostic) -> Int {
      var (inside, outside) = (inside, outside)
      while abs(outside - inside) > 1 {
        let middle = (inside + outside) / 2
        if try isAllowed(middle) { inside = middle } else { outside = middle }
      }
      return inside
    }
    let low = first == 0 ? 0 : try edge(from: first, to: max(0, first - (count - 1) / 64 - 1))
    let high = last == count - 1 ? last : try edge(from: last, to: min(count - 1, last + (count - 1) / 64 + 1))
    return Array(low...high)
  }

  /// Points that were not looked at before.
  private mutating func look(at points: Set<Grid.Point>, _ analyst: inout Analyst) throws(Diagnostic) {
    let fresh = points.filter { known[$0] == nil }
    let lines = Dictionary(grouping: fresh) { point in
      var line = point
      line[grid.inner] = 0
      return line
    }
    let order = lines.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    for (place, (line, points)) in order.enumerated() {
      var indices: [Int] = []
      for point in points.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        try analyst.job.check()
        compared += 1
        if let found = grid.refusal(line, at: point[grid.inner], analyst) {
          refusal = refusal ?? found
          refused += 1
          known[point] = -1
        } else {
          indices.append(point[grid.inner])
        }
      }
      guard !indices.isEmpty else { continue }
      let (stretches, evaluations) = try analyst.part(place, of: order.count) { analyst throws(Diagnostic) in
        try grid.tell(indices, on: line, &analyst)
      }
      self.evaluations += evaluations
      for stretch in stretches {
        for place in stretch.places {
          // What lies between two values that were asked for is not known.
          let single = Grid.Stretch(places: place..<(place + 1), values: stretch.values)
          try add(single, of: indices, on: line, analyst)
          known[patches[patches.count - 1].point] = patches.count - 1
        }
      }
    }
  }

  // MARK: a coarse look, then closer ones

  private mutating func refine(_ analyst: inout Analyst) throws(Diagnostic) {
    let counts = grid.axes.map(\.lattice.count)
    var looks = counts
    while (looks.reduce(1) { $0.multipliedReportingOverflow(by: $1).overflow ? .max : $0 * $1 }) > Optimiser.coarse,
      let widest = looks.indices.max(by: { looks[$0] < looks[$1] }), looks[widest] > 2
    {
      looks[widest] = max(2, looks[widest] - max(1, looks[widest] / 8))
    }
    var points: [Grid.Point] = [[]]
    for (axis, count) in counts.enumerated() {
      let values = looks[axis] < 2 ? [0] : (0..<looks[axis]).map { $0 * (count - 1) / (looks[axis] - 1) }
      points = points.flatMap { point in values.map { point + [$0] } }
    }
    var spacing = zip(counts, looks).map { $1 < 2 ? 1 : max(1, ($0 - 1) / ($1 - 1)) }
    let (rounds, parts) = (60, 200)
    try analyst.part(0, of: 2) { analyst throws(Diagnostic) in try look(at: Set(points), &analyst) }
    for round in 0..<rounds {
      let isFinest = spacing.allSatisfy { $0 == 1 }
      spacing = spacing.map { max(1, ($0 + 1) / 2) }
      let wanted = Set(tops().flatMap { around($0, spacing) }).filter { known[$0] == nil }
      if isFinest && wanted.isEmpty || known.count > Optimiser.closeLimit { break }
      try analyst.part(parts / 2 + round, of: parts) { analyst throws(Diagnostic) in
        try look(at: wanted, &analyst)
      }
    }
    try simplify(&analyst, from: parts / 2 + rounds, of: parts)
    analyst.job.tell(1, of: 1)
  }

  /// Looks at rounder values about the best, one axis at a time, for as long as one is as good or better.
  private mutating func simplify(
    _ analyst: inout Analyst, from start: Int, of parts: Int
  ) throws(Diagnostic) {
    var before: Grid.Point?
    for part in start..<parts {
      guard let best = try best(), best.point != before else { return }
      before = best.point
      var wanted: Set<Grid.Point> = []
      for (axis, place) in grid.axes.enumerated() {
        for index in try place.lattice.round(about: best.point[axis]) {
          var point = best.point
          point[axis] = index
          wanted.insert(point)
        }
      }
      try analyst.part(part, of: parts) { analyst throws(Diagnostic) in try look(at: wanted, &analyst) }
    }
  }

  /// The best points of every question that is answered.
  private func tops() -> [Grid.Point] {
    questions.flatMap { question in
      let good = patches.indices.filter { meets(patches[$0], without: question) && patches[$0].metric != nil }
      if good.isEmpty { return nearest.map { [$0.point] } ?? [] }
      return good.sorted { one, other in
        guard let a = patches[one].metric, let b = patches[other].metric, a != b else {
          return patches[one].point.lexicographicallyPrecedes(patches[other].point)
        }
        return isMaximum ? a > b : a < b
      }.prefix(Optimiser.best).map { patches[$0].point }
    }
  }

  /// The points one step of `spacing` away, across too as long as they are not many.
  private func around(_ point: Grid.Point, _ spacing: [Int]) -> [Grid.Point] {
    func moved(_ point: Grid.Point, _ axis: Int, _ step: Int) -> Grid.Point? {
      var next = point
      next[axis] += step * spacing[axis]
      return (0..<grid.axes[axis].lattice.count).contains(next[axis]) ? next : nil
    }
    guard grid.axes.count <= 3 else {
      return grid.axes.indices.flatMap { axis in [-1, 1].compactMap { moved(point, axis, $0) } }
    }
    return grid.axes.indices.reduce([point]) { points, axis in
      points.flatMap { point in [-1, 0, 1].compactMap { moved(point, axis, $0) } }
    }
  }

  // MARK: finding

  /// Which constraints are left out: none, each one, all.
  var questions: [Set<Int>] {
    let all = Set(constraints.indices)
    guard !all.isEmpty else { return [[]] }
    return [[]] + (all.count > 1 ? all.sorted().map { [$0] } : []) + [all]
  }

  /// Whether a patch meets every constraint but those left out.
  public func meets(_ patch: Patch, without left: Set<Int> = []) -> Bool {
    patch.standings.enumerated().allSatisfy { $1.isMet || left.contains($0) }
  }

  /// A point that is best.
  public struct Found {
    /// Its place on each axis.
    public let point: Grid.Point
    /// The patch it is in.
    public let patch: Patch
    /// The metric there.
    public let metric: Ratio
  }

  /// The best point without some of the constraints; of several that are as good the one whose values take the fewest
  /// significant digits, then the one whose values are lowest, in the order of the axes. Nil where none is feasible.
  public func best(without left: Set<Int> = []) throws(Diagnostic) -> Found? {
    let good = patches.filter { $0.metric != nil && meets($0, without: left) }
    guard let goal = isMaximum ? good.compactMap(\.metric).max() : good.compactMap(\.metric).min() else { return nil }
    return try simplest(of: good.filter { $0.metric == goal }).map { Found(point: $0, patch: $1, metric: goal) }
  }

  /// Where no point is feasible, the one that misses the fewest constraints and those by the least part of their bounds.
  public var nearest: Patch? {
    func misses(_ patch: Patch) -> (count: Int, by: Ratio) {
      let missed = patch.standings.filter { !$0.isMet }
      return (missed.count, missed.map { $0.relative ?? Ratio(1_000_000) }.max() ?? .zero)
    }
    return patches.map { ($0, misses($0)) }.min { one, other in
      one.1 != other.1 ? one.1 < other.1 : one.0.point.lexicographicallyPrecedes(other.0.point)
    }?.0
  }

  private func simplest(of patches: [Patch]) throws(Diagnostic) -> (Grid.Point, Patch)? {
    var known: [[Int: Int]] = grid.axes.map { _ in [:] }
    func digits(_ index: Int, _ axis: Int) throws(Diagnostic) -> Int {
      if let found = known[axis][index] { return found }
      let found = try grid.axes[axis].lattice.number(index).value.significantDigits
      known[axis][index] = found
      return found
    }
    var best: (point: Grid.Point, patch: Patch, digits: Int)?
    for patch in patches {
      for step in 0..<patch.count {
        var point = patch.point
        point[grid.inner] += step
        var sum = 0
        for (axis, index) in point.enumerated() { sum += try digits(index, axis) }
        let isBetter =
          best.map { sum != $0.digits ? sum < $0.digits : point.lexicographicallyPrecedes($0.point) } ?? true
        if isBetter { best = (point, patch, sum) }
      }
    }
    return best.map { ($0.point, $0.patch) }
  }

  /// How many of the points that were looked at meet the constraints.
  public var feasible: Int { patches.reduce(0) { meets($1) ? $0 + $1.count : $0 } }

  // MARK: neighbours

  /// What is beside a point: what it comes to, or that it is not allowed.
  public enum Neighbour {
    case patch(Patch)
    case refused
  }

  /// What is at a point, which is looked at where it was not.
  public mutating func neighbour(_ point: Grid.Point, _ analyst: inout Analyst) throws(Diagnostic) -> Neighbour {
    if isExhaustive {
      let found = patches.first { patch in
        point.indices.allSatisfy { axis in
          axis == grid.inner
            ? (patch.point[axis]..<(patch.point[axis] + patch.count)).contains(point[axis])
            : patch.point[axis] == point[axis]
        }
      }
      return found.map { .patch($0) } ?? .refused
    }
    // The search itself is over.
    let job = analyst.job
    analyst.job = job.silent
    defer { analyst.job = job }
    try look(at: [point], &analyst)
    guard let index = known[point], index >= 0 else { return .refused }
    return .patch(patches[index])
  }
}

import MemberBook
public import Messages
import PlanLanguage
import Programme
public import Quantities
public import Simulation

/// Looks through a lattice for the value that brings a metric nearest to a goal.
public struct Search {
  /// The values that are tried.
  public let variants: Variants
  /// The metric that is to come near the goal.
  public let bound: BoundMetric
  /// As it was typed.
  public let call: MetricCall
  /// In the unit of the metric; money in major units.
  public let goal: Ratio
  /// Of the segment that is asked about.
  public let figures: SegmentFigures
  /// How many outcomes were worked out.
  public private(set) var evaluations = 0
  /// Whether every value of the lattice was compared.
  public private(set) var isExhaustive = true
  /// By index of the lattice, ascending: what holds from there to the next.
  private var runs: [(index: Int, value: MetricValue)] = []

  /// The value that comes nearest.
  public struct Found {
    /// Its place in the lattice.
    public let index: Int
    /// The metric there.
    public let value: MetricValue
    /// The same as an exact number.
    public let ratio: Ratio
  }

  /// As many values as are all tried, one replay each, where there is no quicker way.
  private static let exhaustiveLimit = 600
  /// As many purchases as are walked for every value of a threshold at once.
  private static let purchaseLimit = 1_000_000
  /// How many values a coarse look takes.
  private static let grid = 200

  /// A search that has not looked yet.
  public init(variants: Variants, bound: BoundMetric, call: MetricCall, goal: Ratio, figures: SegmentFigures) {
    self.variants = variants
    self.bound = bound
    self.call = call
    self.goal = goal
    self.figures = figures
  }

  /// Tries every value where they are few or one walk tells all, else coarsely and then closer.
  /// - Throws: `.interrupted`, and what the metric cannot be asked of.
  public mutating func run(_ analyst: inout Analyst) throws(Diagnostic) {
    let count = variants.lattice.count
    let isSmall = try analyst.loaded().book.purchases.count <= Search.purchaseLimit
    let isThreshold = figures.isEmpty ? try variants.isThreshold(analyst) : false
    if count <= Search.exhaustiveLimit || (isSmall && isThreshold) {
      runs = try look(Array(0..<count), &analyst)
      return
    }
    isExhaustive = false
    try refine(&analyst)
  }

  /// The metric at `indices`.
  private mutating func look(
    _ indices: [Int], _ analyst: inout Analyst
  ) throws(Diagnostic) -> [(index: Int, value: MetricValue)] {
    var found: [(index: Int, value: MetricValue)] = []
    let (bound, call) = (bound, call)
    guard figures.isEmpty else {
      evaluations += try variants.tell(indices, of: figures, &analyst) { place, outcomes throws(Diagnostic) in
        found.append((indices[place], try outcomes.value(of: bound, call)))
      }
      return found
    }
    evaluations += try variants.tell(indices, &analyst) { place, outcome throws(Diagnostic) in
      let key = try bound.key(in: outcome, call)
      found.append((indices[place], outcome.value(of: bound.metric, in: key)))
    }
    return found
  }

  /// A coarse look, then closer ones wherever the goal is crossed and around the nearest value, down to single steps.
  private mutating func refine(_ analyst: inout Analyst) throws(Diagnostic) {
    let count = variants.lattice.count
    var known: [Int: MetricValue] = [:]
    var wanted = (0..<Search.grid).map { $0 * (count - 1) / (Search.grid - 1) }
    while !wanted.isEmpty {
      let fresh = Set(wanted).filter { known[$0] == nil }.sorted()
      let found = try look(fresh, &analyst)
      // What was told holds until the next value that was told.
      var place = 0
      for index in fresh {
        while place + 1 < found.count, found[place + 1].index <= index { place += 1 }
        if place < found.count { known[index] = found[place].value }
      }
      wanted = closer(known)
    }
    runs = known.keys.sorted().compactMap { index in known[index].map { (index, $0) } }
  }

  /// Values between neighbours that the goal lies between, and beside the nearest.
  private func closer(_ known: [Int: MetricValue]) -> [Int] {
    let order = known.keys.sorted()
    let nearest = order.compactMap { index in distance(known[index]).map { (index, $0) } }.min { $0.1 < $1.1 }
    var wanted: [Int] = []
    for (low, high) in zip(order, order.dropFirst()) where high - low > 1 {
      guard let below = known[low]?.ratio, let above = known[high]?.ratio else { continue }
      let crosses = min(below, above) <= goal && goal <= max(below, above) && below != above
      if crosses || low == nearest?.0 && nearest?.1 != .zero || high == nearest?.0 && nearest?.1 != .zero {
        let parts = min(8, high - low)
        wanted += (1..<parts).map { low + (high - low) * $0 / parts }
      }
    }
    return wanted
  }

  private func distance(_ value: MetricValue?) -> Ratio? {
    guard let difference = value?.ratio?.subtracting(goal) else { return nil }
    return difference.isNegative ? difference.negated : difference
  }

  /// The nearest reachable metric, then the fewest significant digits, then the lowest value.
  public func best() throws(Diagnostic) -> Found? {
    guard let nearest = runs.compactMap({ distance($0.value) }).min() else { return nil }
    var best: (found: Found, digits: Int)?
    for (place, run) in runs.enumerated() where distance(run.value) == nearest {
      guard let ratio = run.value.ratio else { continue }
      let end = isExhaustive ? (place + 1 < runs.count ? runs[place + 1].index : variants.lattice.count) : run.index + 1
      for index in run.index..<end {
        let digits = try variants.lattice.number(index).value.significantDigits
        if digits < best?.digits ?? .max { best = (Found(index: index, value: run.value, ratio: ratio), digits) }
      }
    }
    return best?.found
  }
}

extension Ratio {
  /// How many digits it takes to write, zeros at either end aside.
  var significantDigits: Int {
    var (top, bottom) = (numerator.magnitude, UInt64(denominator))
    while bottom > 1, bottom % 10 == 0 || bottom % 2 == 0 || bottom % 5 == 0, top < .max / 10 {
      if bottom % 10 == 0 {
        bottom /= 10
      } else if bottom % 2 == 0 {
        bottom /= 2
        top *= 5
      } else {
        bottom /= 5
        top *= 2
      }
    }
    while top > 0 && top % 10 == 0 { top /= 10 }
    return String(top).count
  }
}

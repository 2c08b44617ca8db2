public import Messages
import Numerics
public import PlanLanguage
public import Programme
public import Quantities
public import Simulation

/// The outcomes of a scenario while one dial of the programme is turned.
public struct Variants {
  let path: [PathStep]
  /// The values that it takes.
  public let lattice: Lattice
  let range: DayRange
  let scenario: String
  let span: SourceSpan
  /// Other dials, which stand at one number each.
  public let fixed: [Turn]
  /// What is asked for.
  public let metrics: [Metric]
  /// Whether that needs accounts.
  public let needsAccounts: Bool

  /// `fixed` are other dials, which stand at one number each; `metrics` what is asked for.
  public init(
    path: [PathStep], lattice: Lattice, range: DayRange, scenario: String, span: SourceSpan, fixed: [Turn] = [],
    metrics: [Metric], needsAccounts: Bool
  ) {
    self.path = path
    self.lattice = lattice
    self.range = range
    self.scenario = scenario
    self.span = span
    self.fixed = fixed
    self.metrics = metrics
    self.needsAccounts = needsAccounts
  }

  /// The programme with the dial at the lattice's value `index`.
  public func programme(_ index: Int, _ analyst: Analyst) throws(Diagnostic) -> Programme {
    try analyst.programme.turned(fixed + [Turn(path, to: try lattice.number(index), at: span)])
  }

  /// The scenario's rules in it.
  public func rules(_ index: Int, _ analyst: Analyst) throws(Diagnostic) -> Rules {
    try analyst.resolved(try programme(index, analyst).rules(of: scenario))
  }

  /// Tells the outcomes of the values at `indices`, which ascend: each holds from its value until the next is told.
  /// - Returns: how many outcomes had to be worked out.
  public func tell(
    _ indices: [Int], _ analyst: inout Analyst, _ use: (_ place: Int, Outcome) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Int {
    guard indices.count > 2, let sweep = try thresholdSweep(indices, analyst) else {
      for (place, index) in indices.enumerated() {
        try analyst.job.check()
        let rules = try rules(index, analyst)
        let outcome = try analyst.part(place, of: indices.count) { analyst throws(Diagnostic) in
          try analyst.outcome(rules, over: range, accounts: needsAccounts)
        }
        try use(place, outcome)
      }
      return indices.count
    }
    return try sweep.sweep(sweep.values, job: analyst.job, tell: use)
  }

  /// Where the dial is a threshold and turns nothing else: one walk over the members for all values.
  private func thresholdSweep(
    _ indices: [Int], _ analyst: Analyst
  ) throws(Diagnostic) -> (sweep: ThresholdSweep, values: [Int64])? {
    guard !needsAccounts, path.count == 3, let first = indices.first, let last = indices.last else { return nil }
    let rules = try rules(first, analyst)
    // Where places are limited or points are shared or given away, members are not walked apart.
    if rules.ladder.hasQuotas || rules.points?.pools.isEmpty == false || rules.points?.transfer.isSet == true {
      return nil
    }
    let end = try self.rules(last, analyst)
    guard rules.ladder.name == path[0].name,
      let tier = rules.ladder.tiers.firstIndex(where: { $0.name == path[1].name }),
      let dial = ThresholdDial(path[2].name, ofTier: tier), let top = dial.value(in: end.ladder)
    else { return nil }
    // A scenario that sets the same path leaves the dial without effect; anything else that turns along rules it out.
    var expected = rules
    expected.ladder = dial.setting(top, in: rules.ladder)
    guard expected == end else { return nil }
    let scale: Int64 = dial.measure == .spend ? 100 : 1
    var values: [Int64] = []
    for index in indices {
      guard let value = try lattice.number(index).value.multiplied(by: Ratio(scale)), value.denominator == 1 else {
        return nil
      }
      values.append(value.numerator)
    }
    guard dial.value(in: rules.ladder) == values.first, top == values.last else { return nil }
    let data = try analyst.loaded()
    // Of a threshold on points the first value may be none.
    let needed = dial.measure == .points ? rules : rules.needed(for: metrics, of: data.history)
    return (try ThresholdSweep(needed, turning: dial, data.history, over: range), values)
  }

  /// Whether all values can be told from one walk over the members.
  func isThreshold(_ analyst: Analyst) throws(Diagnostic) -> Bool {
    guard lattice.count > 2 else { return false }
    return try thresholdSweep([0, 1, lattice.count - 1], analyst) != nil
  }
}

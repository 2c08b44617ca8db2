import Messages
import Numerics
import PlanLanguage
import Programme
import Quantities
import Simulation

/// The outcomes of a scenario while one dial of the programme is turned.
struct Variants {
  let path: [PathStep]
  let lattice: Lattice
  let range: DayRange
  let scenario: String
  let span: SourceSpan
  /// Other dials, which stand at one number each.
  var fixed: [Turn] = []
  /// What is asked for.
  var metrics = Metric.all
  /// Whether that needs accounts.
  var needsAccounts = false

  /// The programme with the dial at the lattice's value `index`.
  func programme(_ index: Int, _ session: Session) throws(Diagnostic) -> Programme {
    try session.programme.turned(fixed + [Turn(path, to: try lattice.number(index), at: span)])
  }

  /// The scenario's rules in it.
  func rules(_ index: Int, _ session: Session) throws(Diagnostic) -> Rules {
    try session.resolved(try programme(index, session).rules(of: scenario))
  }

  /// Tells the outcomes of the values at `indices`, which ascend: each holds from its value until the next is told.
  /// - Returns: how many outcomes had to be worked out.
  func tell(
    _ indices: [Int], _ session: inout Session, _ use: (_ place: Int, Outcome) throws(Diagnostic) -> Void
  ) throws(Diagnostic) -> Int {
    guard indices.count > 2, let sweep = try thresholdSweep(indices, session) else {
      for (place, index) in indices.enumerated() {
        try session.environment.job.check()
        let rules = try rules(index, session)
        let outcome = try session.part(place, of: indices.count) { session throws(Diagnostic) in
          try session.outcome(rules, over: range, accounts: needsAccounts)
        }
        try use(place, outcome)
      }
      return indices.count
    }
    let environment = session.environment
    return try sweep.sweep(sweep.values, job: environment.job, tell: use)
  }

  /// Where the dial is a threshold and turns nothing else: one walk over the members for all values.
  private func thresholdSweep(
    _ indices: [Int], _ session: Session
  ) throws(Diagnostic) -> (sweep: ThresholdSweep, values: [Int64])? {
    guard !needsAccounts, path.count == 3, let first = indices.first, let last = indices.last else { return nil }
    let rules = try rules(first, session)
    // Where places are limited or points are shared or given away, members are not walked apart.
    if rules.ladder.hasQuotas || rules.points?.pools.isEmpty == false || rules.points?.transfer.isSet == true {
      return nil
    }
    let end = try self.rules(last, session)
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
    let data = try session.loaded()
    return (try ThresholdSweep(rules.needed(for: metrics), turning: dial, data.history, over: range), values)
  }

  /// Whether all values can be told from one walk over the members.
  func isThreshold(_ session: Session) throws(Diagnostic) -> Bool {
    guard lattice.count > 2 else { return false }
    return try thresholdSweep([0, 1, lattice.count - 1], session) != nil
  }
}

public import Messages
public import Numerics
public import Quantities
import Synchronization

extension Replay {
  /// What became of every month's points, through the day `last`.
  /// - Throws: `.interrupted` when `job` is stopped; for data longer than `VintageTable.monthLimit`.
  public func vintages(
    _ rules: CompiledRules, through last: Day, job: Job = .unattended
  ) throws(Diagnostic) -> VintageTable {
    let end = max(rules.timeline.tick(last), 1)
    let months = VintageTable.monthCount(from: rules.timeline.day(1), through: rules.timeline.day(end))
    guard months <= VintageTable.monthLimit else {
      throw Diagnostic(AccountsProblem.tooManyMonths(months, limit: VintageTable.monthLimit))
    }
    let empty = VintageKeeper(rules.timeline, through: end)
    // The tables of slices are added as they come: integers add up to the same in any order.
    let total = Mutex(empty.table)
    _ = try walk(
      rules, through: end, job: job, observer: { empty },
      finding: { keeper in
        let found = keeper.table
        total.withLock { $0.add(found) }
      })
    return total.withLock(\.self)
  }
}

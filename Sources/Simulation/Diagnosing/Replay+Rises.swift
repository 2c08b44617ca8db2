import MemberBook
public import Messages
public import Numerics
public import Quantities

extension Replay {
  /// Who rose within each of `ranges`, and what points expired there.
  /// - Throws: `.interrupted` when `job` is stopped.
  public func rises(
    _ rules: CompiledRules, within ranges: [DayRange], job: Job = .unattended
  ) throws(Diagnostic) -> TierRises {
    let ticks = ranges.map { rules.timeline.ticks($0) }
    let found = try walk(
      rules, through: ticks.map(\.upperBound).max() ?? 0, job: job,
      observer: { RiseKeeper(ticks, history.book) }, finding: { $0.found })
    var total = TierRises(ranges: ranges.count, stores: history.book.stores.count)
    for part in found { total.add(part) }
    return total
  }
}

import MemberBook
public import Messages
public import Numerics
public import Quantities

extension Replay {
  /// What happened on the days of `range` to each of several groups of members, `groups` being their indices in the book:
  /// an outcome a group. Sales without a member are nobody's.
  /// - Throws: `.interrupted` when `job` is stopped.
  public func outcomes(
    of groups: [[Int]], _ rules: CompiledRules, over range: DayRange, job: Job = .unattended
  ) throws(Diagnostic) -> [Outcome] {
    let grouping = ReceiptGrouping(nil, history.book, range: range)
    let ticks = rules.timeline.ticks(range)
    // Large groups are cut, so that they too are worked on side by side.
    let size = max(1, history.book.members.count / slices)
    var pieces: [(group: Int, members: [Range<Int>])] = []
    for (group, members) in groups.enumerated() {
      for start in stride(from: 0, to: members.count, by: size) {
        pieces.append((group, members[start..<min(start + size, members.count)].runs))
      }
    }
    let found = try walk(
      rules, through: ticks.upperBound, pieces: pieces.map(\.members), job: job,
      observer: { Tally(rules, history.book, ticks: ticks, grouping) }, finding: { $0.take() })
    var totals = groups.map { _ in rules.emptyOutcome(over: ticks) }
    for (piece, outcome) in zip(pieces, found) { totals[piece.group].add(outcome) }
    return totals
  }
}

extension ArraySlice<Int> {
  /// The same numbers in the same order, those that follow on each other together.
  fileprivate var runs: [Range<Int>] {
    var runs: [Range<Int>] = []
    for number in self {
      if let last = runs.last, last.upperBound == number {
        runs[runs.count - 1] = last.lowerBound..<number + 1
      } else {
        runs.append(number..<number + 1)
      }
    }
    return runs
  }
}

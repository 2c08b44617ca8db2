import MemberBook
import Quantities

/// The range of days that is asked about, in ticks, and what is known of members besides their purchases.
struct AskedRange {
  /// The first day of it that there is anything to do on: days before the data are left out.
  let first: Int32
  let last: Int32
  private let ticks: ClosedRange<Int>
  /// The equal range just before.
  private let earlier: ClosedRange<Int32>
  /// Nil where the data name no referrers.
  private let referrals: Referrals?

  /// Nil where the range ends before the data begin, on tick 1.
  init?(_ rules: CompiledRules, ticks: ClosedRange<Int>) {
    guard ticks.upperBound > 0 else { return nil }
    self.ticks = ticks
    first = Int32(clamping: max(ticks.lowerBound, 1))
    last = Int32(clamping: ticks.upperBound)
    let before = rules.timeline.ticks(rules.costing(over: ticks).range.earlier)
    earlier = Int32(clamping: before.lowerBound)...Int32(clamping: before.upperBound)
    referrals = rules.people?.facts.referrals
  }

  /// Whether any of a member's receipts lies in the equal range just before.
  @inline(__always)
  func wasActiveEarlier(_ sums: borrowing RunningSums) -> Bool {
    guard earlier.upperBound > 0 else { return false }
    return sums.tick(sums.place(from: earlier.lowerBound)) <= earlier.upperBound
  }

  /// How many joined within the range whom `member`, by number in the book, referred.
  @inline(__always)
  func referrals(by member: Int) -> Int64 {
    referrals?.count(by: member, in: ticks) ?? 0
  }
}

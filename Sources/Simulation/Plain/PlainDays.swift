import MemberBook
import Quantities

/// The days that are asked about, as ticks, and what is known of members besides their purchases.
struct PlainDays {
  let first: Int32
  let last: Int32
  /// The equal range just before.
  private let earlier: ClosedRange<Int32>
  private let referrals: Referrals?

  init(_ rules: CompiledRules, ticks: ClosedRange<Int>) {
    first = Int32(clamping: ticks.lowerBound)
    last = Int32(clamping: ticks.upperBound)
    let before = rules.timeline.ticks(rules.costing(over: ticks).range.earlier)
    earlier = Int32(clamping: before.lowerBound)...Int32(clamping: before.upperBound)
    referrals = rules.people?.facts.referrals
  }

  /// Whether any of a member's receipts lies in the equal range just before.
  @inline(__always)
  func hasEarlier(_ sums: borrowing RunningSums) -> Bool {
    guard earlier.upperBound > 0 else { return false }
    var place = 0
    sums.advance(&place, to: earlier.lowerBound)
    return sums.tick(place) <= earlier.upperBound
  }

  /// How many joined within the range whom `member` referred.
  @inline(__always)
  func referrals(by member: Int) -> Int64 {
    referrals?.count(by: member, in: Int(first)...Int(last)) ?? 0
  }
}

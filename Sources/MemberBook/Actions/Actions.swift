public import Quantities

/// What members did besides buying, as columns sorted by member, then day, time of day and input order.
public struct Actions: Sendable, Equatable {
  public let count: Int
  /// Members' count + 1 entries: member m's actions are `start[m]..<start[m + 1]`.
  public let start: [UInt32]
  /// As `Day.number`.
  public let dayNumber: [Int32]
  /// Time of day in seconds since midnight; empty when the data had none.
  public let second: [Int32]
  /// Codes of `kinds`.
  public let kind: [UInt16]
  /// What the actions are called: 签到, review, …
  public let kinds: NameTable
  /// For a referral, the member who referred; -1 where there is none. Empty when the data have none.
  public let other: [Int32]
  /// Whole points, for a redemption; empty when the data have none.
  public let points: MinorColumn
  /// What the action was about, such as a coupon or an event; blank where nothing is said.
  public let detail: TextColumn

  public func range(of member: Int) -> Range<Int> { Int(start[member])..<Int(start[member + 1]) }
  public func day(_ i: Int) -> Day { Day(number: dayNumber[i]) }

  public var byteCount: Int {
    start.capacity * 4 + dayNumber.capacity * 4 + second.capacity * 4 + kind.capacity * 2 + other.capacity * 4
      + points.byteCount + detail.byteCount
  }
}

public import Quantities

/// What members did besides buying, as columns sorted by member, then day, time of day and input order.
public struct Actions: Sendable, Equatable {
  /// How many actions there are.
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
  /// By code: whether such actions give points to another member.
  public let givesPoints: [Bool]
  /// Whom points are given to, -1 where the data know nobody of that id; empty when no action gives points.
  public let receiver: [Int32]
  /// For a referral, the member who referred; -1 where there is none. Empty when the data have none.
  public let other: [Int32]
  /// Whole points, for a redemption; empty when the data have none.
  public let points: MinorColumn
  /// What the action was about, such as a coupon or an event; blank where nothing is said.
  public let detail: TextColumn

  /// Where member `member`'s actions stand.
  public func range(of member: Int) -> Range<Int> { Int(start[member])..<Int(start[member + 1]) }
  /// The day of action `i`.
  public func day(_ i: Int) -> Day { Day(number: dayNumber[i]) }
  /// Whether action `i` gives points to another member.
  public func isTransfer(_ i: Int) -> Bool { givesPoints[Int(kind[i])] }

  /// What the columns hold in memory.
  public var byteCount: Int {
    start.capacity * 4 + dayNumber.capacity * 4 + second.capacity * 4 + kind.capacity * 2 + other.capacity * 4
      + receiver.capacity * 4
      + points.byteCount + detail.byteCount
  }
}

/// Giving points to another member, as actions files call it.
public enum PointTransfer {
  /// Names of kinds of action that are transfers.
  public static let names: Set<String> = ["transfer", "转赠", "转让"]
}

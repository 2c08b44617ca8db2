/// What became of the members who bought in the equal range just before.
public struct Retention: Sendable, Equatable {
  /// How many they are.
  public var before: Int64 = 0
  /// How many of them bought in the range too.
  public var kept: Int64 = 0

  public init() {}

  public mutating func add(_ other: Retention, times: Int64 = 1) {
    before += times * other.before
    kept += times * other.kept
  }

  mutating func count(_ isKept: Bool, times: Int64 = 1) {
    before += times
    kept += isKept ? times : 0
  }
}

/// Members as they are counted in a group of receipts: a store, a month, a category.
public struct GroupMembers: Sendable, Equatable {
  /// With at least two visit days in it within the range: dates on which all their receipts there come to more than 0.
  public var repeating: Int64 = 0
  /// Of those with a purchase in it in the equal range just before; of a month, on the same days of the month before.
  public var retention = Retention()
  /// Who joined in it, of months, and were referred by a member.
  public var referrals: Int64 = 0

  public init() {}

  mutating func add(_ other: GroupMembers) {
    repeating += other.repeating
    retention.add(other.retention)
    referrals += other.referrals
  }
}

/// Who rose to a higher tier within each of several ranges, where, and what points expired: of all members together.
///
/// What happens to a member without a receipt stands at the store of the last receipt before it; store codes are the
/// book's, 0 where there is none.
public struct TierRises: Sendable, Equatable {
  public struct Rise: Sendable, Hashable {
    public let member: Int32
    public let store: UInt16
  }

  /// By range: who rose within it, once a store.
  public internal(set) var rises: [[Rise]]
  /// By range and store: points that expired.
  public internal(set) var expired: [[Int64]]
  /// By member: the first tick of the timeline, counted from the day before the data, on which they stood above the entry
  /// tier; `.max` where they never did.
  public internal(set) var firstAbove: [Int32] = []

  init(ranges: Int, stores: Int) {
    rises = [[Rise]](repeating: [], count: ranges)
    expired = [[Int64]](repeating: [Int64](repeating: 0, count: stores), count: ranges)
  }

  /// Adds what was found for members that come after these.
  mutating func add(_ other: TierRises) {
    for range in rises.indices {
      rises[range] += other.rises[range]
      expired[range].add(other.expired[range])
    }
    firstAbove += other.firstAbove
  }
}

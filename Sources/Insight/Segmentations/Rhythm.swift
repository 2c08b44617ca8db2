import Programme
public import Quantities

/// How a present gap is held against a member's own gaps: whether it exceeds their percentile, or so many times it.
///
/// The percentile is the least gap that at least this share of the gaps do not exceed. A gap g exceeds f times it exactly
/// where at least this share of the gaps are below g / f, so that nothing has to be sorted.
public struct Rhythm: Sendable {
  /// A member with fewer gaps is held against the pool's.
  public let few: Int
  /// The percentile, as a fraction of Int64 sides.
  let share: Ratio
  let dormant: Ratio
  let lost: Ratio

  public static let satisfied: UInt8 = 0
  public static let overdue: UInt8 = 1
  public static let dormant: UInt8 = 2
  public static let lost: UInt8 = 3
  /// Of who has too few gaps.
  public static let undecided: UInt8 = 255

  public init(few: Int, share: Ratio, dormant: Ratio, lost: Ratio) {
    self.few = max(1, few)
    self.share = share
    self.dormant = dormant
    self.lost = lost
  }

  struct Limits: Sendable {
    let overdue: Int
    let dormant: Int
    let lost: Int

    static let none = Limits(overdue: 0, dormant: 0, lost: 0)
  }

  /// How many gaps were below each limit. A member has fewer than 2^16 of them, one a day.
  struct Below {
    private var counts: UInt64 = 0

    /// Without a branch, for which way a gap goes cannot be foretold.
    @inline(__always)
    mutating func count(_ gap: Int, _ limits: Limits) {
      counts &+= UInt64(bitPattern: Int64(gap &- limits.overdue)) &>> 63
      counts &+= (UInt64(bitPattern: Int64(gap &- limits.dormant)) &>> 63) &<< 20
      counts &+= (UInt64(bitPattern: Int64(gap &- limits.lost)) &>> 63) &<< 40
    }

    var overdue: Int { Int(counts & 0xF_FFFF) }
    var dormant: Int { Int(counts &>> 20 & 0xF_FFFF) }
    var lost: Int { Int(counts &>> 40) }
  }

  /// What a gap of the past must be below for the present one to exceed it, times 1, `dormant` and `lost`.
  @inline(__always)
  func limits(ofGap gap: Int) -> Limits {
    Limits(overdue: gap, dormant: Rhythm.limit(gap, dormant), lost: Rhythm.limit(gap, lost))
  }

  /// The least whole number that is not below `gap / factor`.
  @inline(__always)
  private static func limit(_ gap: Int, _ factor: Ratio) -> Int {
    let (top, bottom) = (gap * Int(factor.denominator), Int(factor.numerator))
    return (top + bottom - 1) / bottom
  }

  /// What so many of the member's gaps below the limits say.
  @inline(__always)
  func verdict(gaps: Int, overdue: Int, dormant: Int, lost: Int) -> UInt8 {
    let wanted = gaps * Int(share.numerator)
    let scale = Int(share.denominator)
    if overdue * scale < wanted { return Rhythm.satisfied }
    if dormant * scale < wanted { return Rhythm.overdue }
    return lost * scale < wanted ? Rhythm.dormant : Rhythm.lost
  }

  /// The percentile of a histogram of gaps by length; nil where it is empty.
  func percentile(_ histogram: [Int]) -> Int? {
    let total = histogram.reduce(0, +)
    guard total > 0 else { return nil }
    var below = 0
    for (gap, count) in histogram.enumerated() {
      below += count
      if below * Int(share.denominator) >= total * Int(share.numerator) { return gap }
    }
    return histogram.count - 1
  }

  /// What a gap says where the percentile is known.
  func verdict(gap: Int, percentile: Int) -> UInt8 {
    let limits = limits(ofGap: gap)
    if percentile >= limits.overdue { return Rhythm.satisfied }
    if percentile >= limits.dormant { return Rhythm.overdue }
    return percentile >= limits.lost ? Rhythm.dormant : Rhythm.lost
  }
}

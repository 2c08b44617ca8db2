public import MemberBook
public import Messages
public import Numerics
public import Quantities

/// What built-in segmentations look at of each member, as columns: taken from the book in one walk.
public struct MemberSummary: Sendable {
  /// The days that count.
  public let days: DayRange
  /// Offsets of the first and the last purchase's day from the book's first day; -1 without a purchase.
  public private(set) var first: [Int32] = []
  public private(set) var last: [Int32] = []
  /// Receipts of 0 or more.
  public private(set) var purchases: [UInt32] = []
  /// In minor units, returns included.
  public private(set) var spend: [Int64] = []
  /// What the member's own rhythm says, see `Rhythm.verdict`.
  public private(set) var verdicts: [UInt8] = []
  /// By length in days: how many gaps those have who have too few for a rhythm of their own.
  public private(set) var pooledGaps: [Int] = []
  let asOf: Int32

  public var count: Int { first.count }

  /// Days without a purchase until the last of the days that count; nil for who bought nothing.
  @inline(__always)
  func recency(of member: Int) -> Int32? { last[member] < 0 ? nil : asOf - last[member] }

  /// `days` is cut to what the book has, but for its end.
  public init(_ book: Book, over days: DayRange, _ rhythm: Rhythm? = nil, _ job: Job = .unattended)
    throws(Diagnostic)
  {
    self.days = days
    asOf = Int32(days.last - book.firstDay)
    let from = max(0, days.first - book.firstDay)
    let through = min(days.last, book.lastDay) - book.firstDay
    let bounds = book.purchases.sliceBounds(64)
    let limits = rhythm.map { rhythm in (0...max(0, days.last - book.firstDay)).map { rhythm.limits(ofGap: $0) } } ?? []
    let parts = try job.map(bounds.count - 1) { piece in
      var part = SummaryPart(bounds[piece]..<bounds[piece + 1], gapCount: rhythm == nil ? 0 : through + 2)
      part.walk(book, from: from, through: through, asOf: days.last - book.firstDay, rhythm, limits)
      return part
    }
    first.reserveCapacity(book.members.count)
    last.reserveCapacity(book.members.count)
    verdicts.reserveCapacity(rhythm == nil ? 0 : book.members.count)
    purchases.reserveCapacity(book.members.count)
    spend.reserveCapacity(book.members.count)
    for part in parts {
      first += part.first
      last += part.last
      purchases += part.purchases
      spend += part.spend
      verdicts += part.verdicts
      if pooledGaps.isEmpty {
        pooledGaps = part.pooledGaps
      } else {
        for gap in part.pooledGaps.indices { pooledGaps[gap] += part.pooledGaps[gap] }
      }
    }
  }
}

/// The columns of some members.
private struct SummaryPart: Sendable {
  let members: Range<Int>
  var first: [Int32]
  var last: [Int32]
  var purchases: [UInt32]
  var spend: [Int64]
  var verdicts: [UInt8]
  var pooledGaps: [Int]

  init(_ members: Range<Int>, gapCount: Int) {
    self.members = members
    first = [Int32](repeating: -1, count: members.count)
    last = first
    purchases = [UInt32](repeating: 0, count: members.count)
    spend = [Int64](repeating: 0, count: members.count)
    verdicts = gapCount == 0 ? [] : [UInt8](repeating: 0, count: members.count)
    pooledGaps = [Int](repeating: 0, count: max(gapCount, 0))
  }

  /// Receipts are gone through from the last to the first, so that the present gap is known before the past ones.
  ///
  /// `limitTable` has the rhythm's limits by present gap, up to the longest there can be; it is empty without one.
  mutating func walk(
    _ book: Book, from: Int, through: Int, asOf: Int, _ rhythm: Rhythm?, _ limitTable: [Rhythm.Limits]
  ) {
    let days = book.purchases.dayOffset.span
    let amounts = book.purchases.amount
    let starts = book.purchases.start.span
    let limitsOfGap = limitTable.span
    for member in members {
      let place = member - members.lowerBound
      let (begin, end) = (Int(starts[member]), Int(starts[member + 1]))
      var count: UInt32 = 0
      var sum: Int64 = 0
      var (latest, after) = (-1, -1)
      var limits = Rhythm.Limits.none
      var (gaps, below) = (0, Rhythm.Below())
      var receipt = end
      while receipt > begin {
        receipt -= 1
        let day = Int(days[receipt])
        if day > through { continue }
        if day < from { break }
        let net = amounts[receipt]
        sum &+= net
        if net < 0 { continue }
        count &+= 1
        if day == after { continue }
        if after >= 0 {
          let gap = after &- day
          gaps &+= 1
          below.count(gap, limits)
        } else {
          latest = day
          if !limitsOfGap.isEmpty { limits = limitsOfGap[asOf &- day] }
        }
        after = day
      }
      first[place] = Int32(truncatingIfNeeded: after)
      last[place] = Int32(truncatingIfNeeded: latest)
      purchases[place] = count
      spend[place] = sum
      guard let rhythm, latest >= 0 else { continue }
      if gaps < rhythm.few {
        verdicts[place] = Rhythm.undecided
        pool(begin..<end, days, amounts, from: from, through: latest)
      } else {
        verdicts[place] = rhythm.verdict(
          gaps: gaps, overdue: below.overdue, dormant: below.dormant, lost: below.lost)
      }
    }
  }

  /// Adds the gaps of a member who has few to those of all such.
  private mutating func pool(
    _ receipts: Range<Int>, _ days: borrowing Span<UInt16>, _ amounts: MinorColumn, from: Int, through latest: Int
  ) {
    var before = -1
    for receipt in receipts {
      let day = Int(days[receipt])
      if day < from || amounts[receipt] < 0 || day == before { continue }
      if day > latest { break }
      if before >= 0 { pooledGaps[day - before] += 1 }
      before = day
    }
  }
}

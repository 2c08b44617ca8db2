import Messages
import Numerics
public import Quantities

/// Receipts at either end of the calendar that stand far from all the rest, such as a few of 1970 before data of 2017. They
/// are history like any other and stretch it: every replay starts at the first of them. An end is far where it holds at
/// most 2 in 100 of the receipts, or one, behind at least 180 days without any; or at most 10 in 100 behind at least three
/// years of 365 days. Fewer than 20 receipts have no bulk to be far from.
public struct StrayDates: Sendable, Equatable {
  /// On which side of the rest they are.
  public enum Side: String, Sendable { case before, after }

  /// The stray receipts on one side.
  public struct End: Sendable, Equatable {
    /// Before the rest or after it.
    public let side: Side
    /// How many there are.
    public let receipts: Int
    /// The earliest of their days.
    public let first: Day
    /// The latest of their days.
    public let last: Day
    /// Days without any receipt between them and the rest.
    public let gap: Int
  }

  /// One stray receipt.
  public struct Example: Sendable, Equatable {
    /// The member's number; nil for a walk-in.
    public let member: Int?
    /// When it is said to have been.
    public let day: Day
    /// In minor units.
    public let amount: Int64
  }

  /// Whether there are receipts enough to have a bulk.
  public let canTell: Bool
  /// One a side that has any.
  public let ends: [End]
  /// In the order of their days, then members.
  public let examples: [Example]
  /// The first and the last day of the rest.
  public let bulk: DayRange

  /// How many receipts there are on both sides.
  public var count: Int { ends.reduce(0) { $0 + $1.receipts } }

  init(in book: Book, _ job: Job) throws(Diagnostic) {
    try job.check()
    let purchases = book.purchases
    canTell = purchases.count >= Self.leastInAll
    var counts = [Int](repeating: 0, count: 1 << 16)
    for day in purchases.dayOffset { counts[Int(day)] += 1 }
    let days = counts.indices.filter { counts[$0] > 0 }
    let head = Self.strays(days[...].map { ($0, counts[$0]) }, of: purchases.count)
    let tail = Self.strays(days.reversed().map { ($0, counts[$0]) }, of: purchases.count)
    let kept = days[head.count..<max(head.count, days.count - tail.count)]
    guard let first = kept.first, let last = kept.last else {
      (ends, examples, bulk) = ([], [], DayRange(book.firstDay, book.lastDay) ?? DayRange(book.firstDay))
      return
    }
    func end(_ side: Side, _ days: [Int], gap: Int) -> End? {
      guard let least = days.min(), let most = days.max() else { return nil }
      return End(
        side: side, receipts: days.reduce(0) { $0 + counts[$1] }, first: purchases.epoch + least,
        last: purchases.epoch + most, gap: gap)
    }
    let before = Array(days[..<head.count])
    let after = Array(days[(days.count - tail.count)...])
    ends = [
      end(.before, before, gap: first - (before.last ?? first) - 1),
      end(.after, after, gap: (after.first ?? last) - last - 1),
    ].compactMap(\.self)
    bulk = DayRange(purchases.epoch + first, purchases.epoch + last) ?? DayRange(purchases.epoch + first)
    guard !ends.isEmpty else {
      examples = []
      return
    }
    var found: [Example] = []
    try book.forEachOwner(job) { owner, receipts in
      for receipt in receipts {
        let day = Int(purchases.dayOffset[receipt])
        if day >= first && day <= last { continue }
        found.append(Example(member: owner, day: purchases.day(receipt), amount: purchases.amount[receipt]))
      }
    }
    examples = found.kept { ($0.day, $0.member ?? .max) < ($1.day, $1.member ?? .max) }
  }

  private static let leastInAll = 20

  /// The days, from an end inwards, that lie behind the innermost gap that sets them apart.
  private static func strays(_ days: [(day: Int, receipts: Int)], of all: Int) -> [Int] {
    var (seen, count) = (0, 0)
    guard all >= leastInAll else { return [] }
    for place in days.indices.dropLast() {
      seen += days[place].receipts
      guard seen <= all / 10 else { break }
      let gap = abs(days[place + 1].day - days[place].day) - 1
      if gap >= 3 * 365 || (gap >= 180 && seen <= max(1, all / 50)) { count = place + 1 }
    }
    return days.prefix(count).map(\.day)
  }
}

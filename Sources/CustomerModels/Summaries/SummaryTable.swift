import MemberBook
import Numerics

/// The distinct summaries of many members, ascending by repeats, last purchase and time observed, each with how many
/// members have it: what models are fitted on. Days are kept as integers, so that equal ones are found exactly.
public struct SummaryTable: Sendable, Equatable {
  /// Purchase days after the first.
  public let repeats: [Int32]
  /// Days from the first purchase day to the last.
  public let lastDays: [Int32]
  /// Days from the first purchase day to the end of the data.
  public let observedDays: [Int32]
  /// How many members have this summary.
  public let counts: [Int32]
  /// The sum of `counts`.
  public let members: Int
  /// Members with at least one repeat purchase.
  public let repeatBuyers: Int

  /// The number of distinct summaries.
  public var count: Int { counts.count }

  /// Row `i` in weeks.
  public subscript(i: Int) -> CustomerSummary {
    CustomerSummary(repeats: repeats[i], lastDays: lastDays[i], observedDays: observedDays[i])
  }

  /// A member for each of `rows`, in any order.
  public init(_ rows: some Sequence<(repeats: Int32, lastDays: Int32, observedDays: Int32)>) {
    self.init(keys: rows.map { SummaryKey($0.repeats, $0.lastDays, $0.observedDays).word })
  }

  /// A member for each place of the columns at which `repeats` is not below 0.
  public init(repeats: [Int32], lastDays: [Int32], observedDays: [Int32]) {
    var keys: [UInt64] = []
    keys.reserveCapacity(repeats.count)
    for i in repeats.indices where repeats[i] >= 0 {
      keys.append(SummaryKey(repeats[i], lastDays[i], observedDays[i]).word)
    }
    self.init(keys: keys)
  }

  init(keys: [UInt64]) {
    let keys = RadixSort.sorted(keys)
    var repeats: [Int32] = []
    var lastDays: [Int32] = []
    var observedDays: [Int32] = []
    var counts: [Int32] = []
    var repeatBuyers = 0
    var before: UInt64?
    for word in keys {
      let key = SummaryKey(word)
      if key.repeats > 0 { repeatBuyers += 1 }
      if word == before {
        counts[counts.count - 1] += 1
        continue
      }
      before = word
      repeats.append(key.repeats)
      lastDays.append(key.lastDays)
      observedDays.append(key.observedDays)
      counts.append(1)
    }
    (self.repeats, self.lastDays, self.observedDays, self.counts) = (repeats, lastDays, observedDays, counts)
    (members, self.repeatBuyers) = (keys.count, repeatBuyers)
  }

  private init(_ table: SummaryTable, rows: [Int]) {
    repeats = rows.map { table.repeats[$0] }
    lastDays = rows.map { table.lastDays[$0] }
    observedDays = rows.map { table.observedDays[$0] }
    counts = rows.map { table.counts[$0] }
    members = counts.reduce(0) { $0 + Int($1) }
    repeatBuyers = zip(repeats, counts).reduce(0) { $0 + ($1.0 > 0 ? Int($1.1) : 0) }
  }

  /// About `limit` of the distinct summaries, evenly spaced in their order; all of them where there are no more.
  func sample(_ limit: Int) -> SummaryTable {
    guard count > limit else { return self }
    return SummaryTable(self, rows: (0..<limit).map { ($0 * count + count / 2) / limit })
  }
}

/// A summary as one word, in the order of the table: repeats, last purchase, time observed.
struct SummaryKey {
  let word: UInt64

  init(_ word: UInt64) { self.word = word }

  /// Purchase days and the days between them fit 16 bits, for a book's days do.
  init(_ repeats: Int32, _ lastDays: Int32, _ observedDays: Int32) {
    word =
      UInt64(UInt16(clamping: repeats)) << 48 | UInt64(UInt16(clamping: lastDays)) << 32
      | UInt64(UInt32(clamping: observedDays))
  }

  var repeats: Int32 { Int32(word >> 48) }
  var lastDays: Int32 { Int32(word >> 32 & 0xFFFF) }
  var observedDays: Int32 { Int32(truncatingIfNeeded: word) }
}

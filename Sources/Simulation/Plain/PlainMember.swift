import MemberBook
import Quantities

/// The columns of a book that the short way reads, by receipt.
typealias DayColumn = Swift.Span<UInt16>
typealias NetColumn = Swift.Span<Int32>

extension DayColumn {
  @inline(__always) func tick(_ receipt: Int) -> Int32 { Int32(self[receipt]) + 1 }
}

/// How far a member's receipts have been added up.
struct PlainMark<Sums: PlainSums> {
  /// The first receipt that is not in the sums.
  private(set) var next = 0
  private(set) var sums = Sums.zero
  private var lastVisit = Int32.min

  init(at receipt: Int) { next = receipt }

  @inline(__always)
  mutating func add(_ days: DayColumn, _ nets: NetColumn) {
    let net = Int64(nets[next])
    next += 1
    guard Sums.countVisits else { return sums.add(net, isVisit: false) }
    let tick = days.tick(next - 1)
    sums.add(net, isVisit: net > 0 && tick != lastVisit)
    if net > 0 { lastVisit = tick }
  }

  /// Adds what lies before the tick `first`, up to the receipt `end`.
  @inline(__always)
  mutating func add(before first: Int32, upTo end: Int, _ days: DayColumn, _ nets: NetColumn) {
    while next < end && days.tick(next) < first { add(days, nets) }
  }
}

/// A member's way through the tiers: the window lies between two marks in the book.
struct PlainMember<Levels: PlainLevels> {
  let levels: Levels
  var tier = 0
  /// What has left the window, as far as that was looked at, and all there is so far.
  var gone = PlainMark<Levels.Sums>(at: 0)
  var all = PlainMark<Levels.Sums>(at: 0)

  init(_ levels: Levels) { self.levels = levels }

  @inline(__always)
  mutating func reset(at receipt: Int) {
    tier = 0
    gone = PlainMark(at: receipt)
    all = gone
  }

  /// Lets the days before `first` leave the window.
  @inline(__always)
  mutating func drop(before first: Int32, _ days: DayColumn, _ nets: NetColumn) {
    gone.add(before: first, upTo: all.next, days, nets)
  }

  /// The highest tier that the window reaches; no lower than that where days should have left it.
  @inline(__always) var reached: Int { levels.highest(all.sums, since: gone.sums) }
  /// Whether that may be above the tier that is held.
  @inline(__always) var mayRise: Bool { levels.exceeds(tier, all.sums, since: gone.sums) }
}

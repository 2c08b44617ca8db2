/// The columns of a book that running sums are made of, by receipt: days since the day before the data less one, and
/// nets in minor units.
typealias DayColumn = Span<UInt16>
typealias NetColumn = Span<Int32>

/// One member's receipts, as running sums: what a window holds is the difference of two of them.
///
/// A *place* is a receipt's number among the member's own, in order of time, from 0; `count` is the place behind the
/// last. By place there stand the receipt's tick and the tier that was held before it; and, with one entry more, what
/// all receipts before a place come to: spend in minor units, visits, points issued, points that a cap kept.
///
/// All receipts are purchases: no sum ever falls from a place to the next. What a window holds can therefore only
/// become more where it begins earlier or ends later, which the walks over tiers rely on.
///
/// Nothing is checked, since this is what the innermost loops of a replay read and write: a place is never above
/// `count`, and below it for `tick`, `tier` and `net`.
@safe
struct RunningSums: ~Copyable {
  /// By place, followed by days that never come: `advance` looks beyond the last receipt.
  private let ticks: UnsafeMutablePointer<Int32>
  /// By place, where `note(tier:before:)` was called.
  private let tiers: UnsafeMutablePointer<UInt8>
  /// What all receipts before a place come to, by place and once more.
  private let spends: UnsafeMutablePointer<Int64>
  private let visitCounts: UnsafeMutablePointer<Int32>
  /// The same, where `note(issued:through:)` was called.
  private let issuedPoints: UnsafeMutablePointer<Int64>
  private let cappedPoints: UnsafeMutablePointer<Int64>
  /// How many receipts there is room for.
  private let room: Int
  /// The index in the book of the receipt at place 0.
  private(set) var first = 0
  /// How many receipts there are.
  private(set) var count = 0

  /// How many days `advance` compares in one go.
  private static let stride = 4

  /// Without receipts, and with room for so many.
  init(room: Int = 256) {
    self.room = room
    unsafe ticks = .allocate(capacity: room + RunningSums.stride)
    unsafe tiers = .allocate(capacity: room)
    unsafe spends = .allocate(capacity: room + 1)
    unsafe visitCounts = .allocate(capacity: room + 1)
    unsafe issuedPoints = .allocate(capacity: room + 1)
    unsafe cappedPoints = .allocate(capacity: room + 1)
    unsafe issuedPoints[0] = 0
    unsafe cappedPoints[0] = 0
    end(at: 0, spend: 0, visits: 0)
  }

  deinit {
    unsafe ticks.deallocate()
    unsafe tiers.deallocate()
    unsafe spends.deallocate()
    unsafe visitCounts.deallocate()
    unsafe issuedPoints.deallocate()
    unsafe cappedPoints.deallocate()
  }

  /// Takes the next member's `receipts`, by their indices in the book, up to the tick `last`.
  mutating func take(_ receipts: Range<Int>, through last: Int32, _ days: DayColumn, _ nets: NetColumn) {
    var upper = receipts.upperBound
    while upper > receipts.lowerBound && Int32(days[upper - 1]) >= last { upper -= 1 }
    let receipts = receipts.lowerBound..<upper
    if receipts.count > room { self = RunningSums(room: 2 * receipts.count) }
    first = receipts.lowerBound
    let (days, nets) = (days.extracting(receipts), nets.extracting(receipts))
    let (ticks, spends, visitCounts) = unsafe (ticks, spends, visitCounts)
    var (spend, visits) = (Int64(0), Int32(0))
    var lastVisit = Int32.min
    for place in 0..<days.count {
      let (tick, net) = unsafe (Int32(days[unchecked: place]) &+ 1, nets[unchecked: place])
      unsafe ticks[place] = tick
      unsafe spends[place] = spend
      unsafe visitCounts[place] = visits
      spend &+= Int64(net)
      // Without returns the first receipt of more than 0 makes its day a visit, and nothing unmakes it.
      let isVisit = VisitRule.isVisit(net: Int64(net))
      visits &+= isVisit && tick != lastVisit ? 1 : 0
      lastVisit = isVisit ? tick : lastVisit
    }
    end(at: days.count, spend: spend, visits: visits)
  }

  @inline(__always)
  private mutating func end(at count: Int, spend: Int64, visits: Int32) {
    self.count = count
    unsafe spends[count] = spend
    unsafe visitCounts[count] = visits
    for place in 0..<RunningSums.stride { unsafe ticks[count &+ place] = .max }
  }
}

/// What is noted on the way, place after place.
extension RunningSums {
  @inline(__always) mutating func note(tier: Int, before place: Int) {
    unsafe tiers[place] = UInt8(truncatingIfNeeded: tier)
  }

  /// The points of all receipts up to that at `place`.
  @inline(__always) mutating func note(issued points: Int64, through place: Int) {
    unsafe issuedPoints[place &+ 1] = points
  }

  /// What a cap kept of the points of all receipts up to that at `place`.
  @inline(__always) mutating func note(capped points: Int64, through place: Int) {
    unsafe cappedPoints[place &+ 1] = points
  }
}

extension RunningSums {
  @inline(__always) func tick(_ place: Int) -> Int32 { unsafe ticks[place] }
  @inline(__always) func tier(_ place: Int) -> Int { unsafe Int(tiers[place]) }
  @inline(__always) func net(_ place: Int) -> Int64 { unsafe spends[place &+ 1] &- spends[place] }

  @inline(__always) func spend(in window: ReceiptWindow) -> Int64 {
    unsafe spends[window.end] &- spends[window.start]
  }
  @inline(__always) func visits(in window: ReceiptWindow) -> Int64 {
    unsafe Int64(visitCounts[window.end] &- visitCounts[window.start])
  }
  @inline(__always) func issued(in window: ReceiptWindow) -> Int64 {
    unsafe issuedPoints[window.end] &- issuedPoints[window.start]
  }
  @inline(__always) func capped(in window: ReceiptWindow) -> Int64 {
    unsafe cappedPoints[window.end] &- cappedPoints[window.start]
  }
  /// All that a window without points counts.
  @inline(__always) func sums(in window: ReceiptWindow) -> WindowSums {
    WindowSums(
      spend: spend(in: window), visits: visits(in: window), purchases: Int64(window.end &- window.start))
  }

  /// What the member did from the receipt at `place` on.
  @inline(__always) func activity(from place: Int) -> MemberActivity {
    MemberActivity(
      purchases: Int64(count &- place), visits: visits(in: ReceiptWindow(start: place, end: count)))
  }

  /// Moves `place` on to the first receipt that is not before the tick `first`. Where that is cannot be foreseen, so
  /// several days are compared at once, without a branch.
  @inline(__always)
  func advance(_ place: inout Int, to first: Int32) {
    while true {
      let days = unsafe ticks + place
      let early = unsafe (days[0] < first ? 1 : 0) &+ (days[1] < first ? 1 : 0)
      let late = unsafe (days[2] < first ? 1 : 0) &+ (days[3] < first ? 1 : 0)
      place &+= early &+ late
      guard early &+ late == RunningSums.stride else { return }
    }
  }

  /// The place of the first receipt that is not before the tick `first`.
  @inline(__always)
  func place(from first: Int32) -> Int {
    var place = 0
    advance(&place, to: first)
    return place
  }
}

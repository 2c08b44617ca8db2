/// The columns of a book that the short way reads, by receipt.
typealias DayColumn = Span<UInt16>
typealias NetColumn = Span<Int32>

/// What one member's receipts come to, from the first one on: a window lies between two places among them, and holds
/// the difference of what there is up to each. Places run up to `count`, and no caller passes another: nothing is
/// checked, since this is what the innermost loops of a replay read and write.
@safe
struct RunningSums: ~Copyable {
  /// By the place of the receipt: its tick, followed by days that never come.
  private let ticks: UnsafeMutablePointer<Int32>
  /// The tier that was held before it, where `hold` was called.
  private let tiers: UnsafeMutablePointer<UInt8>
  /// What the receipts before each place come to.
  private let spends: UnsafeMutablePointer<Int64>
  private let visitCounts: UnsafeMutablePointer<Int32>
  /// Points, where `issue` was called, and those that a cap kept from being issued.
  private let issues: UnsafeMutablePointer<Int64>
  private let keeps: UnsafeMutablePointer<Int64>
  private let room: Int
  /// Where the member's receipts begin in the book, and how many there are.
  private(set) var first = 0
  private(set) var count = 0

  /// How many days `advance` looks at in one go.
  private static let stride = 4

  /// Of a member who has none of at most `room` receipts.
  init(room: Int = 256) {
    self.room = room
    unsafe ticks = .allocate(capacity: room + RunningSums.stride)
    unsafe tiers = .allocate(capacity: room)
    unsafe spends = .allocate(capacity: room + 1)
    unsafe visitCounts = .allocate(capacity: room + 1)
    unsafe issues = .allocate(capacity: room + 1)
    unsafe keeps = .allocate(capacity: room + 1)
    unsafe issues[0] = 0
    unsafe keeps[0] = 0
    end(at: 0, spend: 0, visits: 0)
  }

  deinit {
    unsafe ticks.deallocate()
    unsafe tiers.deallocate()
    unsafe spends.deallocate()
    unsafe visitCounts.deallocate()
    unsafe issues.deallocate()
    unsafe keeps.deallocate()
  }

  /// Takes a member's `receipts` up to the tick `last`.
  mutating func begin(_ receipts: Range<Int>, through last: Int32, _ days: DayColumn, _ nets: NetColumn) {
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
      // Without returns the first receipt of more than 0 makes the day a visit, and none unmakes it.
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

  /// Notes the tier before the receipt at `place`.
  @inline(__always) mutating func hold(_ tier: Int, at place: Int) {
    unsafe tiers[place] = UInt8(truncatingIfNeeded: tier)
  }
  /// Notes the points of all receipts up to that at `place`.
  @inline(__always) mutating func issue(_ points: Int64, upTo place: Int) {
    unsafe issues[place &+ 1] = points
  }
  /// The same under a cap, which kept so many from being issued.
  @inline(__always) mutating func issue(_ points: Int64, keeping kept: Int64, upTo place: Int) {
    issue(points, upTo: place)
    unsafe keeps[place &+ 1] = kept
  }

  @inline(__always) func tick(_ place: Int) -> Int32 { unsafe ticks[place] }
  @inline(__always) func tier(_ place: Int) -> Int { unsafe Int(tiers[place]) }
  @inline(__always) func net(_ place: Int) -> Int64 { unsafe spends[place &+ 1] &- spends[place] }
  @inline(__always) func spend(_ from: Int, _ to: Int) -> Int64 { unsafe spends[to] &- spends[from] }
  @inline(__always) func visits(_ from: Int, _ to: Int) -> Int64 {
    unsafe Int64(visitCounts[to] &- visitCounts[from])
  }
  @inline(__always) func issued(_ from: Int, _ to: Int) -> Int64 { unsafe issues[to] &- issues[from] }
  @inline(__always) func kept(_ from: Int, _ to: Int) -> Int64 { unsafe keeps[to] &- keeps[from] }
  /// All that a window counts.
  @inline(__always) func sums(_ from: Int, _ to: Int) -> WindowSums {
    WindowSums(spend: spend(from, to), visits: visits(from, to), purchases: Int64(to &- from))
  }

  /// What the member did from the receipt at `place` on.
  @inline(__always) func activity(from place: Int) -> MemberActivity {
    MemberActivity(purchases: Int64(count &- place), visits: visits(place, count))
  }

  /// Moves `place` to the first receipt that is not before the tick `first`. Where that is cannot be foreseen, so
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
}

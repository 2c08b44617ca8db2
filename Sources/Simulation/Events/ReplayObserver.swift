/// Listens to the kernel. Totals and ledgers are observers: the rules are the kernel's alone.
protocol ReplayObserver: SendableMetatype {
  /// Of `members`, who come next, so many from the first on are dealt with without a walk.
  mutating func pass(_ members: Range<Int>) -> Int
  /// A member comes, by number in the book.
  mutating func begin(_ member: Int)
  /// Something happened to the member.
  mutating func note(_ event: ReplayEvent, _ walk: WalkState)
  /// Nothing more will be told of the member, who is there in the end.
  mutating func end(_ end: MemberEnd)
  /// Whether the observer wants to know of which lots points expired or were clawed back.
  static var followsLots: Bool { get }
}

extension ReplayObserver {
  @inline(__always) mutating func pass(_ members: Range<Int>) -> Int { 0 }
  mutating func begin(_ member: Int) {}
  mutating func end(_ end: MemberEnd) {}
  static var followsLots: Bool { false }
}

/// Where a member stands when something happens.
struct WalkState: Sendable {
  /// The day, as a tick of the timeline.
  var tick: Int
  /// The tier held before.
  var tier: Int
  /// What the window holds afterwards.
  var sums = WindowSums()
  /// How many of the actions that the ladder counts the window holds afterwards, by counter.
  var actions: [Int64] = []
  /// When the term ends; `Timeline.never` without one.
  var review = Timeline.never
  /// The points afterwards.
  var balance: Int64 = 0
}

/// Where a member is at the end of a walk.
struct MemberEnd {
  var tier = 0
  /// Points, and what is owed; of a pool's, its first member's.
  var balance: Int64 = 0
  var owed: Int64 = 0
  /// False where there was nothing to do for the member until then.
  var joined = false
  /// What the member is in for on the day whose limited places are being settled.
  var candidate: PlaceCandidate?
}

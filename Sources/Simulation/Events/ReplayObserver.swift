/// Listens to the kernel. Totals and ledgers are observers: the rules are the kernel's alone.
protocol ReplayObserver {
  /// Something happened to a member.
  mutating func note(_ event: ReplayEvent, _ walk: WalkState)
  /// Whether the observer wants to know of which lots points expired or were clawed back.
  static var followsLots: Bool { get }
}

extension ReplayObserver {
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

/// What the kernel tells of one member, in the order it happens. Totals and ledgers are observers: the rules are the
/// kernel's alone. Ticks are days of the timeline; a tier is its index in the ladder.
protocol ReplayObserver {
  /// A receipt was taken. `walk` shows the state after it; `tier` is the one held before it.
  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState)
  /// A return took back `clawedBack` points, and `waived` that were not there any more.
  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int)
  mutating func expired(_ points: Int64, tick: Int, tier: Int)
  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState)
  /// A review that left the tier as it was.
  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState)
}

/// What a receipt brings to the kernel.
struct ReceiptFacts {
  /// Its index in the book.
  var index: Int
  var tick: Int
  var second: Int32
  var net: Int64
  /// How many days its receipt adds to the visits: 1, 0 or -1.
  var visits: Int64 = 0
}

/// The state that observers may read.
struct WalkState {
  var sums: WindowSums
  /// When the term ends; `Timeline.never` without one.
  var review: Int32
  var balance: Int64
}

/// Why a tier changed.
public enum TierChange: Sendable {
  case purchase, monthEnd, review, daily
}

/// What a review that changed nothing decided.
public enum ReviewOutcome: Sendable {
  case renewed, grace
}

/// What the kernel tells of one member, in the order it happens. Totals and ledgers are observers: the rules are the
/// kernel's alone. Ticks are days of the timeline; a tier is its index in the ladder.
protocol ReplayObserver {
  /// A receipt was taken. `walk` shows the state after it; `tier` is the one held before it.
  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState)
  /// A return took back `clawedBack` points, and `waived` that were not there any more.
  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int)
  /// Points were spent, or asked for in vain, on tier `tier`: so many of each lot, in spending order, the lot told by
  /// the day it was earned on. It precedes what else the purchase or the row does.
  mutating func redeemed(_ redemption: Redemption, from parts: [LotPart], tier: Int, walk: WalkState)
  /// What a return should have taken back beyond its clawback and is owed now.
  mutating func owes(_ points: Int64, since receipt: ReceiptFacts, tier: Int)
  /// Of the points just issued so many paid what was owed: they are clawed back at once.
  mutating func paid(_ points: Int64, by occasion: Redemption.Occasion, tier: Int)
  /// Points were given to another member, or were to be: told of the giver, and where it was done of the receiver too.
  mutating func handed(_ transfer: Transfer, isGiver: Bool, tier: Int, walk: WalkState)
  mutating func expired(_ points: Int64, tick: Int, tier: Int)
  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState)
  /// An action was done; `isLimited` where the limit left it out. The rest as for a receipt.
  mutating func action(
    _ action: ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, walk: WalkState)
  /// The window now holds so many of the actions that the ladder counts, by counter.
  mutating func holds(_ actions: [Int64])
  /// The member had `points` when the data began.
  mutating func opened(_ points: Int64, tier: Int, walk: WalkState)
  /// The members file says that from the start of `tick` on the member holds `to`: a fact, no upgrade or downgrade.
  mutating func imported(from: Int, to: Int, tick: Int, walk: WalkState)
  /// A task was done that wins the tier `to`; the change itself is told next.
  mutating func completed(_ task: TaskCount, from: Int, to: Int, tick: Int)
  /// There was no place on `missed`, for which the window qualifies, up to `cut`; what the review makes of it is told next.
  mutating func missed(_ missed: Int, _ cut: PlaceCut, tick: Int, tier: Int, walk: WalkState)
  /// A review that left the tier as it was.
  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState)
  /// Whether `lost` is told.
  static var followsLots: Bool { get }
  /// What expired or was clawed back just now, lot by lot: `remaining` is what is gone of each.
  mutating func lost(_ lots: [Lot], tick: Int, _ cause: LotLoss)
}

extension ReplayObserver {
  mutating func redeemed(_ redemption: Redemption, from parts: [LotPart], tier: Int, walk: WalkState) {}
  mutating func handed(_ transfer: Transfer, isGiver: Bool, tier: Int, walk: WalkState) {}
  static var followsLots: Bool { false }
  mutating func lost(_ lots: [Lot], tick: Int, _ cause: LotLoss) {}
  mutating func holds(_ actions: [Int64]) {}
  mutating func completed(_ task: TaskCount, from: Int, to: Int, tick: Int) {}
  mutating func missed(_ missed: Int, _ cut: PlaceCut, tick: Int, tier: Int, walk: WalkState) {}
}

/// What a receipt brings to the kernel.
struct ReceiptFacts {
  /// Whose it is; -1 for a walk-in.
  var member: Int
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
  case purchase, action, task, monthEnd, review, transition, daily
  /// An upgrade that points bought.
  case reward
}

/// What a review that changed nothing decided.
public enum ReviewOutcome: Sendable, Equatable {
  case renewed, grace
  /// Renewed by the thresholds of the tick on which the tier was reached, though not by today's.
  case kept(Int)
  /// Renewed because the window began before the data, of a member whose tier was imported.
  case unseen
}

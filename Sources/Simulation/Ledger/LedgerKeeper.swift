import MemberBook
public import Quantities

/// Writes down what the kernel tells of one member.
struct LedgerKeeper: ReplayObserver {
  let timeline: Timeline
  private(set) var entries: [LedgerEntry] = []
  private var last = WalkState(sums: WindowSums(), review: Timeline.never, balance: 0)
  private var actions: [Int64]

  /// The ladder counts so many kinds of actions.
  init(_ timeline: Timeline, counters: Int) {
    self.timeline = timeline
    actions = [Int64](repeating: 0, count: counters)
  }

  mutating func holds(_ actions: [Int64]) { self.actions = actions }

  private mutating func note(_ event: LedgerEntry.Event, tick: Int, tier: Int, _ walk: WalkState) {
    last = walk
    entries.append(
      LedgerEntry(
        day: timeline.day(tick), event: event, tier: tier, window: walk.sums, actions: actions, balance: walk.balance,
        review: walk.review == Timeline.never ? nil : timeline.day(Int(walk.review))))
  }

  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState) {
    note(
      .receipt(receipt.index, second: receipt.second, net: receipt.net, earned: earned, capped: capped),
      tick: receipt.tick, tier: tier, walk)
  }

  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int) {
    note(.clawback(points: clawedBack, waived: waived), tick: receipt.tick, tier: tier, last)
  }

  mutating func redeemed(_ redemption: Redemption, from parts: [LotPart], tier: Int, walk: WalkState) {
    let spending: LedgerEntry.Spending =
      switch redemption.occasion {
      case .purchase: .assumed(released: redemption.released)
      case .row(let row):
        .action(
          row.index, second: row.second, missing: redemption.missing, reward: row.reward >= 0 ? row.reward : nil)
      }
    note(.redeemed(redemption.points, spending), tick: redemption.occasion.tick, tier: tier, walk)
  }

  mutating func owes(_ points: Int64, since receipt: ReceiptFacts, tier: Int) {
    note(.owed(points), tick: receipt.tick, tier: tier, last)
  }

  mutating func paid(_ points: Int64, by occasion: Redemption.Occasion, tier: Int) {
    note(.paid(points), tick: occasion.tick, tier: tier, last)
  }

  mutating func expired(_ points: Int64, tick: Int, tier: Int) {
    var walk = last
    walk.balance -= points
    note(.expired(points), tick: tick, tier: tier, walk)
  }

  mutating func action(
    _ action: ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, walk: WalkState
  ) {
    note(
      .action(action.index, second: action.second, earned: earned, capped: capped, isLimited: isLimited),
      tick: action.tick, tier: tier, walk)
  }

  mutating func opened(_ points: Int64, tier: Int, walk: WalkState) { note(.opened(points), tick: 1, tier: tier, walk) }

  mutating func imported(from: Int, to: Int, tick: Int, walk: WalkState) {
    note(.imported(from: from, to: to), tick: tick, tier: from, walk)
  }

  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {
    note(.tier(from: from, to: to, cause), tick: tick, tier: from, walk)
  }

  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {
    note(.review(outcome), tick: tick, tier: tier, walk)
  }
}

extension Replay {
  /// One member's ledger from the first day on which there is anything to do for them through `last`; nil where that
  /// lies later.
  public func ledger(of member: Int, _ rules: CompiledRules, through last: Day) -> Ledger? {
    let timeline = rules.timeline
    let end = timeline.tick(last)
    var walk = MemberWalk(
      rules, history.book, observer: LedgerKeeper(timeline, counters: rules.thresholds.counterCount),
      qualifier: ActionQualifier(rules.thresholds))
    guard walk.run(member, through: end) else { return nil }
    let start = walk.settleWindow(on: end)
    return Ledger(
      member: member, entries: walk.observer.entries, tier: walk.tier,
      review: walk.review == Timeline.never ? nil : timeline.day(Int(walk.review)), window: walk.window.sums,
      actions: walk.qualifier.held,
      windowStart: timeline.day(Int(start)), lots: walk.openLots)
  }
}

extension MemberWalk {
  /// The lots that are left, in spending order.
  var openLots: [OpenLot] {
    wallet.lots.remaining.filter { $0.remaining > 0 }.map { lot in
      OpenLot(
        earned: rules.timeline.day(Int(lot.earned)), release: rules.timeline.day(Int(lot.release)),
        expiry: lot.expiry == Timeline.never ? nil : rules.timeline.day(Int(lot.expiry)), points: lot.remaining)
    }
  }
}

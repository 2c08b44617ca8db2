import MemberBook
import Programme
public import Quantities

/// Writes down what the kernel tells of one member.
struct LedgerKeeper: ReplayObserver {
  let timeline: Timeline
  private(set) var entries: [LedgerEntry] = []
  private var last = WalkState(sums: WindowSums(), review: Timeline.never, balance: 0)
  private var actions: [Int64]
  private var task: TaskCount?
  /// The tier of the member whose ledger it is, after what was told last.
  private var held = 0
  /// The member of the same pool whose doing is told; nil where it is the member's own, or the pool's. And whether it
  /// comes with the member's own window and tier.
  var mate: Int?
  var sharesWindow = true

  /// The ladder counts so many kinds of actions.
  init(_ timeline: Timeline, counters: Int) {
    self.timeline = timeline
    actions = [Int64](repeating: 0, count: counters)
  }

  mutating func holds(_ actions: [Int64]) { self.actions = actions }

  private mutating func note(_ event: LedgerEntry.Event, tick: Int, tier: Int, _ walk: WalkState) {
    var walk = walk
    if !sharesWindow { (walk.sums, walk.review) = (last.sums, last.review) }
    last = walk
    if sharesWindow { held = tier }
    defer { task = nil }
    entries.append(
      LedgerEntry(
        day: timeline.day(tick), event: event, tier: mate == nil ? held : tier, window: walk.sums, actions: actions,
        balance: walk.balance,
        review: walk.review == Timeline.never ? nil : timeline.day(Int(walk.review)), task: task,
        mate: mate))
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

  mutating func handed(_ transfer: Transfer, isGiver: Bool, tier: Int, walk: WalkState) {
    let (row, receiver) = (transfer.row, transfer.receiver)
    note(
      isGiver
        ? .gave(
          transfer.points, to: receiver < 0 ? nil : receiver, row.index, second: row.second, transfer.refusal)
        : .received(transfer.points, from: transfer.giver, row.index, second: row.second, paid: transfer.paid),
      tick: row.tick, tier: tier, walk)
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
    held = to
  }

  mutating func completed(_ task: TaskCount, from: Int, to: Int, tick: Int) { self.task = task }

  mutating func missed(_ missed: Int, _ cut: PlaceCut, tick: Int, tier: Int, walk: WalkState) {
    var last: WindowSums?
    if case .from(let standing) = cut { last = WindowSums(spend: standing.spend, visits: standing.visits) }
    note(.missed(missed, last: last), tick: tick, tier: tier, walk)
  }

  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {
    note(.tier(from: from, to: to, cause), tick: tick, tier: from, walk)
    held = to
  }

  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {
    note(.review(outcome), tick: tick, tier: tier, walk)
  }
}

extension Replay {
  /// One member's ledger from the first day on which there is anything to do for them through `last`; nil where that
  /// lies later.
  public func ledger(of member: Int, _ rules: CompiledRules, through last: Day) -> Ledger? {
    let end = rules.timeline.tick(last)
    let keeper = LedgerKeeper(rules.timeline, counters: rules.thresholds.counterCount)
    let qualifier = ActionQualifier(rules.thresholds)
    if let households = rules.households, households.place(of: member) >= 0 {
      return ledger(of: member, in: households.all[households.place(of: member)], rules, keeper, qualifier, end)
    }
    var walk = MemberWalk(rules, history.book, observer: keeper, qualifier: qualifier)
    guard walk.run(member, through: end) else { return nil }
    return walk.ledger(walk.observer.entries, on: end)
  }

  /// With what those of the same pool did to the points.
  private func ledger(
    of member: Int, in household: Households.Household, _ rules: CompiledRules, _ keeper: LedgerKeeper,
    _ qualifier: ActionQualifier, _ end: Int
  ) -> Ledger? {
    var walk = HouseholdWalk(household, rules, history.book, qualifier, settling: Timeline.never)
    walk.run(through: end)
    guard let position = household.position(of: member), walk.isHeardOf(position, through: end) else { return nil }
    var keeper = keeper
    walk.film.play(poolOf: position, to: &keeper)
    walk.visit(position)
    var ledger = walk.ledger(keeper.entries, on: end)
    ledger.pool = household.accountPositions[household.account[position]].map { household.members[$0] }
    return ledger
  }
}

extension HouseholdFilm {
  /// Tells `keeper` what happened to one member, and what the others of the pool did to its points.
  func play(poolOf position: Int, to keeper: inout LedgerKeeper) {
    let (account, standing) = (household.account[position], household.standing[position])
    for (present, scene) in scenes {
      let present = Int(present)
      let isOwn =
        switch scene.owner {
        case .member: present == position
        case .account: household.account[present] == account
        case .standing: household.standing[present] == standing
        }
      let isMates = scene.owner == .member && household.account[present] == account
      guard isOwn || isMates else { continue }
      keeper.mate = isOwn ? nil : household.members[present]
      keeper.sharesWindow = household.standing[present] == standing
      scene.tell(&keeper)
    }
  }
}

extension MemberWalk {
  /// The ledger of the present member, who is at the end of the day `end`.
  mutating func ledger(_ entries: [LedgerEntry], on end: Int) -> Ledger {
    let timeline = rules.timeline
    let start = settleWindow(on: end)
    standing.tasks?.settle(on: end)
    let tasks = standing.tasks.map { tasks in
      tasks.tables.cards.indices.filter { tasks.tables.cards[$0].tier > tier }.map { tasks.count(of: $0) }
    }
    let (window, actions) = (standing.window.sums, qualifier.held)
    return Ledger(
      member: member, entries: entries, tier: tier,
      review: review == Timeline.never ? nil : timeline.day(Int(review)), window: window, actions: actions,
      windowStart: timeline.day(Int(start)), nextFall: nextFall(after: end), lots: openLots, tasks: tasks ?? [])
  }
}

extension MemberWalk {
  /// The lots that are left, in spending order.
  var openLots: [OpenLot] {
    wallet.account.lots.remaining.filter { $0.remaining > 0 }.map { lot in
      OpenLot(
        earned: rules.timeline.day(Int(lot.earned)), release: rules.timeline.day(Int(lot.release)),
        expiry: lot.expiry == Timeline.never ? nil : rules.timeline.day(Int(lot.expiry)), points: lot.remaining)
    }
  }
}

import MemberBook
import Programme
public import Quantities

/// Writes down what the kernel tells of one member.
struct LedgerKeeper: ReplayObserver {
  let timeline: Timeline
  private(set) var entries: [LedgerEntry] = []
  private var last: WalkState
  /// The tier of the member whose ledger it is, after what was told last.
  private var held = 0
  /// The member of the same pool whose doing is told; nil where it is the member's own, or the pool's. And whether it
  /// comes with the member's own window and tier.
  var mate: Int?
  var sharesWindow = true

  /// The ladder counts so many kinds of actions.
  init(_ timeline: Timeline, counters: Int) {
    self.timeline = timeline
    last = WalkState(tick: 0, tier: 0, actions: [Int64](repeating: 0, count: counters))
  }

  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
    var walk = walk
    if sharesWindow {
      held = walk.tier
    } else {
      (walk.sums, walk.actions, walk.review) = (last.sums, last.actions, last.review)
    }
    last = walk
    entries.append(
      LedgerEntry(
        day: timeline.day(walk.tick), event: event, tier: mate == nil ? held : walk.tier, window: walk.sums,
        actions: walk.actions, balance: walk.balance,
        review: walk.review == Timeline.never ? nil : timeline.day(Int(walk.review)), mate: mate))
    held = event.newTier ?? held
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
      let household = households.all[households.place(of: member)]
      return ledger(of: member, in: household, rules, keeper, qualifier, through: end)
    }
    var walk = MemberWalk(rules, history.book, observer: keeper, qualifier: qualifier)
    guard walk.run(member, through: end) else { return nil }
    return walk.ledger(walk.observer.entries, on: end)
  }

  /// With what those of the same pool did to the points.
  private func ledger(
    of member: Int, in household: Households.Household, _ rules: CompiledRules, _ keeper: LedgerKeeper,
    _ qualifier: ActionQualifier, through end: Int
  ) -> Ledger? {
    var walk = HouseholdWalk(household, rules, history.book, qualifier: qualifier, settling: Timeline.never)
    walk.run(through: end)
    guard let position = household.position(of: member), walk.isHeardOf(position, through: end) else { return nil }
    var keeper = keeper
    walk.log.tell(poolOf: position, to: &keeper)
    walk.visit(position)
    var ledger = walk.ledger(keeper.entries, on: end)
    ledger.pool = household.accountPositions[household.account[position]].map { household.members[$0] }
    return ledger
  }
}

extension HouseholdLog {
  /// Tells `keeper` what happened to one member, and what the others of the pool did to its points.
  func tell(poolOf position: Int, to keeper: inout LedgerKeeper) {
    let (account, standing) = (household.account[position], household.standing[position])
    for entry in entries {
      let (present, owner) = (entry.position, entry.event.owner)
      let isOwn =
        switch owner {
        case .member: present == position
        case .account: household.account[present] == account
        case .standing: household.standing[present] == standing
        }
      let isMates = owner == .member && household.account[present] == account
      guard isOwn || isMates else { continue }
      keeper.mate = isOwn ? nil : household.members[present]
      keeper.sharesWindow = household.standing[present] == standing
      keeper.note(entry.event, entry.walk)
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

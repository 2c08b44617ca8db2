import MemberBook

/// Takes the members of a household through their days together, moment by moment: one walk, whose standing, balance and
/// card are changed for those of whoever is present. Of one moment the earlier member in the book comes first, with
/// receipts before actions. The result is a log.
struct HouseholdWalk<Qualifier: TierQualifier>: ~Copyable {
  private let household: Households.Household
  private(set) var walk: MemberWalk<HouseholdRecorder, Qualifier>
  /// By position; by balance; by standing. What is present is in the walk.
  private var cards: [PointsCard] = []
  private var accounts: [PointsBalance] = []
  private var standings: [Standing] = []
  private var qualifiers: [Qualifier] = []
  /// By position and by standing: the first tick on which there is anything to do; `.max` where there never is.
  private var starts: [Int] = []
  private var standingStarts: [Int] = []
  private var dues: DueDays

  /// A receipt or an action.
  private struct Moment {
    let tick: Int
    let second: Int32
    let position: Int
    let isAction: Bool
    let index: Int

    static func inOrder(_ one: Moment, _ other: Moment) -> Bool {
      if (one.tick, one.second, one.position) != (other.tick, other.second, other.position) {
        return (one.tick, one.second, one.position) < (other.tick, other.second, other.position)
      }
      return one.isAction == other.isAction ? one.index < other.index : other.isAction
    }
  }

  init(
    _ household: Households.Household, _ rules: CompiledRules, _ book: Book, qualifier: Qualifier, settling: Int32
  ) {
    self.household = household
    walk = MemberWalk(rules, book, observer: HouseholdRecorder(household), qualifier: qualifier)
    walk.settling = settling
    dues = DueDays(accounts: household.accountPositions.count, standings: household.standingPositions.count)
  }

  var log: HouseholdLog { walk.observer.log }

  /// Takes everyone through the day `last`. Afterwards `visit` puts a member's own in place.
  mutating func run(through last: Int) {
    let moments = moments()
    begin(through: last)
    for moment in moments {
      if moment.tick > last { break }
      settle(through: moment.tick)
      present(moment.position) { walk in
        if !moment.isAction { walk.take(walk.receipt(at: moment.index)) }
      }
      if moment.isAction { act(at: moment.index, by: moment.position) }
    }
    settle(through: last)
    walk.observer.log.ends = household.members.indices.map { position in
      let (account, standing) = (household.account[position], household.standing[position])
      let isFirst = household.accountPositions[account][0] == position
      let joined = standingStarts[standing] <= last
      return MemberEnd(
        tier: joined ? standings[standing].term.tier : 0, balance: isFirst ? accounts[account].lots.balance : 0,
        owed: isFirst ? accounts[account].debt : 0, joined: joined, candidate: standings[standing].candidate)
    }
  }

  /// Whether there was anything to do for the member, or for the pool, by `last`.
  func isHeardOf(_ position: Int, through last: Int) -> Bool {
    let mates = household.accountPositions[household.account[position]]
    return mates.contains { starts[$0] <= last } || standingStarts[household.standing[position]] <= last
  }

  // MARK: moments

  /// Everything that happens to the members within the data, in order; it settles when each begins.
  private mutating func moments() -> [Moment] {
    let (book, actions) = (walk.book, walk.rules.people?.actions)
    var moments: [Moment] = []
    starts = household.members.map { walk.start(of: $0) ?? .max }
    for (position, member) in household.members.enumerated() {
      walk.turn(to: member)
      for index in book.purchases.range(of: member) {
        let receipt = walk.receipt(at: index)
        moments.append(
          Moment(tick: receipt.tick, second: receipt.second, position: position, isAction: false, index: index))
      }
      for index in actions?.actions.range(of: member) ?? 0..<0 {
        guard let row = actions?.facts(at: index) else { continue }
        moments.append(Moment(tick: row.tick, second: row.second, position: position, isAction: true, index: index))
        // Who is given points is heard of.
        if row.given > 0, let receiver = household.position(of: row.receiver) {
          starts[receiver] = min(starts[receiver], row.tick)
        }
      }
    }
    standingStarts = household.standingPositions.map { mates in mates.map { starts[$0] }.min() ?? .max }
    return moments.sorted(by: Moment.inOrder)
  }

  private mutating func act(at index: Int, by position: Int) {
    guard let tables = walk.rules.people?.actions, var row = tables.facts(at: index) else { return }
    if row.given > 0 {
      let receiver = household.position(of: row.receiver)
      let isShared = receiver.map { household.account[$0] == household.account[position] } ?? false
      var lots: [Lot]?
      present(position) { lots = $0.give(row, isShared: isShared) }
      if let lots, let receiver {
        let giver = household.members[position]
        present(receiver) { $0.receive(lots, by: row, from: giver) }
      }
      row.given = 0
    }
    present(position) { $0.act(row, tables) }
  }

  // MARK: days

  private mutating func begin(through last: Int) {
    let people = walk.rules.people
    for (position, member) in household.members.enumerated() {
      let standing = household.standing[position]
      let mates = household.standingPositions[standing].map { household.members[$0] }
      let joining = people.flatMap { people in mates.map { Int(people.facts.joining[$0]) }.min() }
      walk.begin(
        member, joining: joining ?? 1, on: min(standingStarts[standing], walk.rules.timeline.count),
        firstReceipt: walk.book.purchases.range(of: member).lowerBound)
      cards.append(walk.wallet.card)
      if standing == standings.count {
        standings.append(walk.standing)
        qualifiers.append(walk.qualifier)
      }
      if household.account[position] == accounts.count { accounts.append(walk.wallet.account) }
    }
    for position in household.members.indices where starts[position] <= last { present(position) { $0.openPoints() } }
    for (standing, positions) in household.standingPositions.enumerated() where standingStarts[standing] <= last {
      // The highest tier that anyone brings, held for the longest.
      var (imported, since) = (0, 1)
      for position in positions {
        guard let people, case let tier = people.tier(of: household.members[position]), tier > 0 else { continue }
        let from = people.since(of: household.members[position])
        if tier > imported || (tier == imported && from < since) { (imported, since) = (tier, from) }
      }
      let start = standingStarts[standing]
      present(positions[0]) { $0.settleIn(on: start, importing: imported, since: since) }
    }
  }

  /// Lets every day up to `tick` begin on which anything is due: in order of days, balances before standings.
  private mutating func settle(through tick: Int) {
    while let due = dues.next(through: tick) {
      switch due.whose {
      case .account(let account):
        present(household.accountPositions[account][0]) { $0.expirePoints(on: due.tick) }
      case .standing(let standing):
        present(household.standingPositions[standing][0]) { walk in
          if Int(walk.importTick) <= due.tick {
            walk.holdImported(on: due.tick, since: walk.rules.timeline.day(due.tick))
          }
          while Int(walk.standingDue) <= due.tick { walk.startDay(Int(walk.standingDue)) }
        }
      }
    }
  }

  // MARK: who is present

  /// Puts a member's own in place for `act`, and notes what is due afterwards.
  private mutating func present(
    _ position: Int, _ act: (inout MemberWalk<HouseholdRecorder, Qualifier>) -> Void
  ) {
    exchange(position)
    act(&walk)
    let (due, expiry) = (min(walk.standingDue, walk.importTick), walk.wallet.account.nextExpiry)
    exchange(position)
    dues.set(.standing(household.standing[position]), to: due)
    dues.set(.account(household.account[position]), to: expiry)
  }

  private mutating func exchange(_ position: Int) {
    walk.turn(to: household.members[position])
    walk.observer.present = position
    swap(&walk.wallet.card, &cards[position])
    swap(&walk.wallet.account, &accounts[household.account[position]])
    swap(&walk.standing, &standings[household.standing[position]])
    swap(&walk.qualifier, &qualifiers[household.standing[position]])
  }

  /// Puts a member's own in place for good.
  mutating func visit(_ position: Int) { exchange(position) }

  /// Of whoever was visited.
  mutating func ledger(_ entries: [LedgerEntry], on end: Int) -> Ledger { walk.ledger(entries, on: end) }
}

/// On which days something is due for balances and standings: a heap, in which what is not true any more is passed over.
private struct DueDays {
  enum Whose {
    case account(Int)
    case standing(Int)
  }

  private var heap: [(tick: Int32, unit: Int)] = []
  private let accounts: Int
  /// By unit, the balances first; what the heap holds at most once.
  private var ticks: [Int32]

  init(accounts: Int, standings: Int) {
    self.accounts = accounts
    ticks = [Int32](repeating: Timeline.never, count: accounts + standings)
  }

  mutating func set(_ whose: Whose, to tick: Int32) {
    let unit =
      switch whose {
      case .account(let account): account
      case .standing(let standing): accounts + standing
      }
    guard ticks[unit] != tick else { return }
    ticks[unit] = tick
    guard tick < Timeline.never else { return }
    heap.append((tick, unit))
    var place = heap.count - 1
    while place > 0, heap[place] < heap[(place - 1) / 2] {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// The earliest that is due by `tick`; it must be set anew.
  mutating func next(through tick: Int) -> (tick: Int, whose: Whose)? {
    while let first = heap.first, Int(first.tick) <= tick {
      removeFirst()
      guard ticks[first.unit] == first.tick else { continue }
      ticks[first.unit] = Timeline.never
      return (Int(first.tick), first.unit < accounts ? .account(first.unit) : .standing(first.unit - accounts))
    }
    return nil
  }

  private mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    var place = 0
    while true {
      let (left, right) = (2 * place + 1, 2 * place + 2)
      var least = place
      if left < heap.count, heap[left] < heap[least] { least = left }
      if right < heap.count, heap[right] < heap[least] { least = right }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}

/// What happened to the members of a household, in the order of time, to be told of one member after another.
struct HouseholdLog {
  struct Entry {
    /// Of the member who was present.
    let position: Int
    let event: ReplayEvent
    let walk: WalkState
  }

  let household: Households.Household
  private(set) var entries: [Entry] = []
  /// By position: the entries that are told of that member.
  private var told: [[Int32]]
  /// By position.
  var ends: [MemberEnd] = []
  /// How many members are still to be told of.
  var left: Int

  init(_ household: Households.Household) {
    self.household = household
    told = household.members.map { _ in [] }
    left = household.members.count
  }

  mutating func append(_ entry: Entry) {
    let number = Int32(clamping: entries.count)
    entries.append(entry)
    // A standing's are told of everyone who has it, an account's of the first who has it.
    switch entry.event.owner {
    case .member: told[entry.position].append(number)
    case .account: told[household.accountPositions[household.account[entry.position]][0]].append(number)
    case .standing:
      for mate in household.standingPositions[household.standing[entry.position]] { told[mate].append(number) }
    }
  }

  /// Tells `observer` what happened to one member.
  func tell(of position: Int, to observer: inout some ReplayObserver) {
    for number in told[position] {
      let entry = entries[Int(number)]
      observer.note(entry.event, entry.walk)
    }
  }
}

extension ReplayEvent {
  /// Whose an event is: of those in a household who have it in common, it happens once.
  enum Owner { case member, account, standing }

  var owner: Owner {
    switch self {
    case .receipt, .clawback, .redeemed, .owed, .paid, .gave, .received, .action, .opened: .member
    case .expired: .account
    case .changed, .imported, .missed, .reviewed: .standing
    }
  }
}

/// Keeps the log of a household.
struct HouseholdRecorder: ReplayObserver {
  var log: HouseholdLog
  /// The position of the member who is present.
  var present = 0
  /// By position: the latest day with a receipt, and what the member's own receipts of it come to. Where a standing is
  /// shared its window holds everybody's.
  private var ownDay: [(tick: Int, net: Int64)]

  static var followsLots: Bool { true }

  init(_ household: Households.Household) {
    log = HouseholdLog(household)
    ownDay = household.members.map { _ in (0, 0) }
  }

  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
    var event = event
    if case .receipt(var receipt, let earned) = event {
      receipt.visits = ownVisits(receipt)
      event = .receipt(receipt, earned)
    }
    log.append(HouseholdLog.Entry(position: present, event: event, walk: walk))
  }

  /// How many days a receipt adds to the visits of the member who is present.
  private mutating func ownVisits(_ receipt: ReceiptFacts) -> Int64 {
    let before = ownDay[present].tick == receipt.tick ? ownDay[present].net : 0
    ownDay[present] = (receipt.tick, before + receipt.net)
    return VisitRule.change(from: before, adding: receipt.net)
  }
}

import MemberBook
import Programme
import Quantities
@testable import Simulation

/// Drives the kernel a calendar day at a time and writes down the same things as the reference.
enum KernelDays {
  /// Counts what the kernel tells between two looks.
  struct DayObserver: ReplayObserver {
    let timeline: Timeline
    let rewards: [String]
    var owed: Int64 = 0
    var today = ReferenceDay(day: .distantPast, tier: 0)

    mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
      today.note(event, walk, timeline, rewards: rewards)
      switch event {
      case .owed(let points): owed += points
      case .paid(let points, _): owed -= points
      default: break
      }
    }
  }

  static func replay(_ member: Int, _ rules: CompiledRules, _ history: PurchaseHistory, through last: Day)
    -> [ReferenceDay]
  {
    let observer = DayObserver(
      timeline: rules.timeline, rewards: rules.rules.points?.rewards.map(\.name) ?? [])
    return rules.thresholds.counterCount == 0
      ? days(
        MemberWalk(rules, history.book, observer: observer, qualifier: rules.thresholds), member, history, through: last
      )
      : days(
        MemberWalk(rules, history.book, observer: observer, qualifier: ActionQualifier(rules.thresholds)), member,
        history, through: last)
  }

  /// What a day holds, in the order in which it happens.
  private enum Event {
    case receipt(ReceiptFacts)
    case action(ActionFacts)

    var tick: Int {
      switch self {
      case .receipt(let receipt): receipt.tick
      case .action(let action): action.tick
      }
    }

    /// Day, moment, receipts first, place in the input.
    func place(_ offset: Int) -> (Int, Int32, Int, Int) {
      switch self {
      case .receipt(let receipt): (receipt.tick, receipt.second, 0, offset)
      case .action(let action): (action.tick, action.second, 1, offset)
      }
    }
  }

  private static func days(
    _ fresh: consuming MemberWalk<DayObserver, some TierQualifier>, _ member: Int, _ history: PurchaseHistory,
    through last: Day
  ) -> [ReferenceDay] {
    var walk = fresh
    let timeline = walk.rules.timeline
    guard let start = walk.begin(member), timeline.day(start) <= last else { return [] }
    var events = history.book.purchases.range(of: member).map { Event.receipt(walk.receipt(at: $0)) }
    if let tables = walk.rules.people?.actions {
      events += tables.actions.range(of: member).compactMap { tables.facts(at: $0) }.map { Event.action($0) }
    }
    events = events.enumerated().sorted { $0.element.place($0.offset) < $1.element.place($1.offset) }.map(\.element)
    var days: [ReferenceDay] = []
    var today = walk.observer.today
    for tick in start...timeline.tick(last) {
      today.day = timeline.day(tick)
      walk.observer.today = today
      walk.reach(tick)
      for event in events where event.tick == tick {
        switch event {
        case .receipt(let receipt): walk.take(receipt)
        case .action(let action): if let tables = walk.rules.people?.actions { walk.act(action, tables) }
        }
      }
      walk.observer.today.tier = walk.tier
      walk.observer.today.owed = walk.observer.owed
      walk.observer.today.lots = walk.openLots.filter { $0.points > 0 }.map {
        ReferenceLot(earned: $0.earned, release: $0.release, expiry: $0.expiry, remaining: $0.points)
      }
      days.append(walk.observer.today)
      today = ReferenceDay(day: today.day, tier: 0)
    }
    return days
  }
}

extension RandomCase {
  /// The members' receipts as a book, line by line, with what else is known of them.
  func history() throws -> PurchaseHistory {
    var builder = BookBuilder()
    for (number, receipts) in members.enumerated() {
      for (index, receipt) in receipts.enumerated() {
        for (line, place) in zip(receipt.lines, Int32(0)...) {
          try builder.append(
            member: "m\(number)", day: receipt.day, second: receipt.second, amount: line.amount, store: receipt.store,
            category: line.category, channel: receipt.store == "s1" ? "web" : "shop", receipt: "r\(index)",
            original: receipt.original.map { "r\($0)" }, quantity: place, discount: line.discount)
        }
      }
    }
    // A walk-in settles where the data begin.
    if let dataStart { try builder.append(member: nil, day: dataStart, amount: 1, discount: 0) }
    var book = try builder.finish()
    if dataStart != nil { book = try book.joined(by: memberTable, actionTable()) }
    guard let history = PurchaseHistory(book) else { throw Unexpected() }
    return history
  }

  private var memberTable: MemberTable {
    var profiles = Profiles(count: people.count)
    for (number, person) in people.enumerated() {
      profiles.set(joined: person.joined, of: number)
      profiles.set(birthday: person.birthMonth.flatMap { Birthday(month: $0, day: 28) }, of: number)
      if let tier = person.tier { profiles.set(.tier, to: Array(tier.utf8).span, of: number) }
      profiles.set(.tierSince, to: person.tierSince, of: number)
      profiles.set(openingPoints: person.openingPoints, of: number)
      profiles.set(.openingExpiry, to: person.openingExpiry, of: number)
    }
    return MemberTable(ids: people.indices.map { "m\($0)" }, profiles: profiles)
  }

  private func actionTable() throws -> ActionTable {
    var table = ActionTable()
    for (number, own) in actions.enumerated() {
      for action in own {
        try table.append(
          member: "m\(number)", day: action.day, second: action.second, kind: action.name, points: action.points,
          detail: action.detail)
      }
    }
    return table
  }

  /// Whether any of the actions within the data spends points.
  var dataHaveRedemptions: Bool {
    actions.joined().contains { $0.day >= dataStart ?? .distantPast && $0.redeems(under: rules) }
  }

  func member(_ number: Int, in history: PurchaseHistory) -> Int? { history.book.members.member(withID: "m\(number)") }

  /// The reference's days of a member.
  func reference(_ number: Int) -> [ReferenceDay] {
    ReferenceMember.replay(
      members[number], actions[number], of: people[number], dataStart: dataStart,
      dataHaveRedemptions: dataHaveRedemptions, by: rules, number: number, places: places, through: last)
  }

  struct Unexpected: Error {}
}

extension ReferenceDay {
  /// Adds what the kernel tells of the day; `rewards` are the names of the catalogue.
  mutating func note(_ event: ReplayEvent, _ walk: WalkState, _ timeline: Timeline, rewards: [String]) {
    switch event {
    case .receipt(_, let earned):
      receipts.append((tierBefore: walk.tier, points: earned.points))
      issued += earned.points
    case .clawback(let clawback):
      clawedBack += clawback.points
      waived += clawback.waived
    case .redeemed(let redemption):
      let parts = redemption.parts.map { Part(earned: timeline.day(Int($0.earned)), points: $0.points) }
      redemptions.append(
        Redemption(
          tierBefore: walk.tier, asked: redemption.asked, points: redemption.points, missing: redemption.missing,
          reward: redemption.reward.map { rewards[$0] }, parts: parts))
    case .paid(let points, _): clawedBack += points
    case .gave(let transfer):
      if let refusal = transfer.refusal { refusals.append("\(refusal)") } else { transferredOut += transfer.points }
    case .received(let transfer):
      transferredIn += transfer.points
      clawedBack += transfer.paid
    case .expired(let points, _): expired += points
    case .action(_, let earned, let isLimited):
      actions.append(Action(tierBefore: walk.tier, points: earned.points, isLimited: isLimited))
      issued += earned.points
    case .opened(let points): opening += points
    case .changed(let from, let to, _): if to > from { upgrades += 1 } else { downgrades += 1 }
    case .reviewed(.unseen): unseen += 1
    case .reviewed, .owed, .imported, .missed: break
    }
  }
}

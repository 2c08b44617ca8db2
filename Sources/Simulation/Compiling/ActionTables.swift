import MemberBook
import PlanLanguage
import Programme
import Quantities

/// What the actions of the data earn and count towards, by scenario.
struct ActionTables: Sendable {
  struct Entry: Sendable {
    /// By tick: the points of one action; empty where it earns none.
    let earn: [Int64]
    /// How many actions of a period earn, and by tick the period it lies in.
    let limit: Int64?
    let period: [Int32]
    /// Its place among the actions that the ladder counts; nil where it does not.
    let counter: Int?
    /// Whether what it earns counts towards a tier.
    let qualifies: Bool
  }

  let actions: Actions
  let entries: [Entry]
  /// By kind of action in the data: its entry; -1 where neither the ladder nor the policy names it.
  private let entryOfKind: [Int]
  private let origin: Day
  /// How many actions within the data spend points.
  let redemptions: Int
  /// Whether there are actions that give points to others, and a rule that says how many.
  let hasTransfers: Bool
  /// Whether the points that an action earns count towards a tier or a task.
  private let asksForPoints: Bool
  let rewards: RewardTable

  /// Nil where the data have no action that spends points or that the ladder or the policy names.
  init?(_ rules: Rules, _ timeline: Timeline, _ book: Book) {
    guard let actions = book.actions else { return nil }
    let asked = rules.ladder.actionNames
    var entries: [Entry] = []
    entryOfKind = (0..<actions.kinds.count).map { code in
      let name = actions.kinds.name(code)
      let rate = rules.points?.actions.first { $0.name == name }
      let counter = asked.firstIndex(of: name)
      guard code > 0, rate != nil || counter != nil else { return -1 }
      let earn = rate.map { rate in
        (0..<timeline.count).map { rate.earn.value(on: timeline.day($0))?.count ?? 0 }
      }
      let limit = rate?.limit
      entries.append(
        Entry(
          earn: earn ?? [], limit: limit?.count.value,
          period: limit.map { limit in timeline.table { limit.period.start(of: $0) } } ?? [], counter: counter,
          qualifies: rate?.qualifies != .no))
      return entries.count - 1
    }
    rewards = RewardTable(rules, actions)
    redemptions = rules.points == nil ? 0 : rewards.redemptions(from: timeline.origin + 1, in: actions)
    hasTransfers = rules.points?.transfer.isSet == true && actions.givesPoints.contains(true)
    guard !entries.isEmpty || redemptions > 0 || hasTransfers else { return nil }
    self.actions = actions
    self.entries = entries
    asksForPoints = rules.ladder.asksForPoints
    origin = timeline.origin
  }

  /// The most points that all actions together can earn, for the check against overflow.
  var most: Double { Double(entries.flatMap(\.earn).max() ?? 0) * Double(actions.count) }

  /// Rule T2: whether an action that earned so many points is looked at for upgrades. What only the points policy names
  /// is not, where no tier asks for points: tiers are then the same whether or not points are computed.
  func isLookedAt(_ action: ActionFacts, earned: Int64) -> Bool {
    entries[action.entry].counter != nil || (asksForPoints && earned > 0)
  }

  /// The action at `index`; nil where it does not count, or lies before the data.
  @inline(__always)
  func facts(at index: Int) -> ActionFacts? {
    let entry = entryOfKind[Int(actions.kind[index])]
    let tick = actions.day(index) - origin
    guard tick > 0 else { return nil }
    let (asked, reward) = redemptions > 0 ? rewards.asked(at: index, in: actions) : (0, -1)
    let isTransfer = hasTransfers && actions.isTransfer(index)
    guard entry >= 0 || asked > 0 || isTransfer else { return nil }
    var facts = ActionFacts(
      index: index, entry: entry, tick: tick, second: actions.second.isEmpty ? 0 : actions.second[index], asked: asked,
      reward: reward)
    if isTransfer {
      facts.given = actions.points.isEmpty ? 0 : actions.points[index]
      facts.receiver = actions.receiver.isEmpty ? -1 : Int(actions.receiver[index])
    }
    return facts
  }

  /// How many actions within the data give points to others, where no rule says how many may be given.
  static func ruledOutTransfers(_ policy: PointsPolicy, _ timeline: Timeline, _ book: Book) -> Int {
    guard !policy.transfer.isSet, let actions = book.actions, actions.givesPoints.contains(true) else { return 0 }
    return (0..<actions.count).count { actions.isTransfer($0) && actions.day($0) > timeline.origin }
  }

  /// A member's first action that counts.
  func first(of member: Int) -> ActionFacts? {
    for index in actions.range(of: member) { if let found = facts(at: index) { return found } }
    return nil
  }
}

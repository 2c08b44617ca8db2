import MemberBook
public import Messages
import PlanLanguage
public import Programme
public import Quantities

/// A scenario's rules as flat tables by day and tier: the kernel looks up, it does not interpret.
public struct CompiledRules: Sendable {
  public let rules: Rules
  public let timeline: Timeline
  public let tiers: [String]
  let window: WindowTables
  let terms: TermTables
  let thresholds: ThresholdTables
  /// The lowest tier that is won by invitation, and above which nothing can be won by anything else; as many as there are
  /// tiers where none is.
  let firstInvitation: Int
  /// What of each receipt counts towards tiers; nil where all of it does.
  let counted: CountedAmounts?
  /// Nil where no task wins a tier.
  let tasks: TaskTables?
  let whileQualified: Bool
  /// Nil where every tier has a place for everyone.
  var places: PlaceTables?
  let upgradesAtMonthEnd: Bool
  let downgrade: Downgrade
  /// Whether a tier is reviewed by the thresholds of the day it was reached.
  let keepsThresholds: Bool
  let changesAtOnce: Bool
  /// By tick, ascending: the days on which everyone is reviewed, because thresholds change at once or limited places are
  /// handed out.
  let changeDays: [Int32]
  /// By tick, ascending: the first days of months; empty unless upgrades wait for them.
  let monthStarts: [Int32]
  /// Whether there is a points policy; without one the tables are empty.
  let earns: Bool
  let points: CompiledPoints
  let benefits: CompiledBenefits
  let margins: MarginTable
  /// Nil where the book has neither a members file nor actions.
  let people: CompiledPeople?
  /// Nil where every member can be walked alone.
  let households: Households?

  /// Compiles `rules` for questions about days up to `last`, see `PurchaseHistory.compile`.
  init(_ rules: Rules, for history: PurchaseHistory, through last: Day) throws(Diagnostic) {
    let book = history.book
    let timeline = Timeline(first: book.firstDay, through: last)
    let ladder = rules.ladder
    self.rules = rules
    self.timeline = timeline
    tiers = ladder.tiers.map(\.name)
    window = WindowTables(ladder.window, timeline)
    terms = TermTables(ladder, timeline)
    let thresholds = ThresholdTables(ladder, timeline)
    self.thresholds = thresholds
    firstInvitation = ladder.firstInvitation
    tasks = TaskTables(ladder, timeline)
    counted = try CountedAmounts(ladder, timeline, history)
    whileQualified = ladder.keep == .whileQualified
    upgradesAtMonthEnd = ladder.upgrade == .monthEnd
    downgrade = ladder.downgrade
    keepsThresholds = ladder.transition == .keep
    let places = PlaceTables(ladder, timeline, members: book.members.count)
    self.places = places
    changesAtOnce = ladder.transition == .atOnce && !whileQualified
    let changes = changesAtOnce ? thresholds.boundaries.filter { thresholds.change(on: Int($0)) } : []
    changeDays = places.map { Set($0.days + changes).sorted() } ?? changes
    // Where the daily rule decides, nothing waits for the month's end.
    monthStarts =
      upgradesAtMonthEnd && !whileQualified
      ? (0..<timeline.count).filter { timeline.day($0).isFirstOfMonth }.map { Int32($0) } : []
    var people = CompiledPeople(rules, timeline, history)
    households = try Households(rules, people, history)
    people?.findings.outsidePools = households?.outside ?? 0
    self.people = people
    benefits = try CompiledBenefits(rules, tiers: tiers, timeline, history)
    margins = MarginTable(rules.assumptions, book)
    earns = rules.points != nil
    if let policy = rules.points {
      points = try CompiledPoints(policy, tiers: tiers, timeline, history, people: people)
    } else {
      points = CompiledPoints()
    }
    try settlePlaces(history)
  }
}

extension PurchaseHistory {
  /// A scenario's rules as tables, for questions about days up to `last` and about all of the data; `andTheWindowAfter`
  /// reaches as far beyond these days as a window is long, for what it will lose.
  /// - Throws: where the rules cannot be computed exactly, name tiers that are not there, or look at what the data do
  ///   not have.
  public func compile(
    _ rules: Rules, through last: Day, andTheWindowAfter: Bool = false
  ) throws(Diagnostic) -> CompiledRules {
    let ahead = andTheWindowAfter ? rules.ladder.warmUpDays + 1 : 0
    return try CompiledRules(rules, for: self, through: max(last, book.lastDay) + ahead)
  }
}

extension CompiledRules {
  /// What turns the counts of a range into money.
  func costing(over ticks: ClosedRange<Int>) -> Costing {
    let range = DayRange(timeline.day(ticks.lowerBound), timeline.day(ticks.upperBound))
    return Costing(
      rules, benefits, range: range ?? DayRange(timeline.day(ticks.lowerBound)), tierCount: tiers.count,
      knowsMargin: margins.isKnown)
  }
}

/// A points policy as tables.
struct CompiledPoints: Sendable {
  let earning: EarnTables
  /// By tick of earning: when the points can be spent; empty without `pending`.
  let release: [Int32]
  /// By tick of earning: when they are gone; empty where they never expire or expire together by inactivity.
  let expiry: [Int32]
  /// By tick of the last purchase: when all points are gone; empty unless they expire by inactivity.
  let inactivity: [Int32]
  /// The cap, and by tick the period it lies in.
  let cap: Int64?
  let period: [Int32]
  /// Nil where nothing is assumed, and where the data say what was spent.
  let redeem: AssumedRedemption?
  /// What a receipt earns that counts towards a tier; nil where all of it does.
  let qualifying: EarnTables?
  /// Whether what a return cannot take back is owed.
  let carriesDebt: Bool

  /// Where nothing is earned.
  init() {
    earning = EarnTables()
    (release, expiry, inactivity, period) = ([], [], [], [])
    (cap, redeem, qualifying, carriesDebt) = (nil, nil, nil, false)
  }

  init(
    _ policy: PointsPolicy, tiers: [String], _ timeline: Timeline, _ history: PurchaseHistory, people: CompiledPeople?
  ) throws(Diagnostic) {
    for rate in policy.tiers where !tiers.contains(rate.name) {
      throw Diagnostic(ReplayProblem.unknownTierInPoints(rate.name, names: tiers))
    }
    for reward in policy.rewards {
      guard let tier = reward.tier?.text, !tiers.contains(tier) else { continue }
      throw Diagnostic(DefinitionProblem.tierOfNoLadder(tier, in: reward.title, names: tiers))
    }
    earning = try EarnTables(policy, tiers: tiers, timeline, history)
    // A receipt adds at most one point by rounding.
    let brought = people.map { $0.facts.allOpening + ($0.actions?.most ?? 0) } ?? 0
    let most = earning.steepest * Double(history.magnitude) + Double(history.book.purchases.count) + brought
    guard most < 4e18 else { throw Diagnostic(ReplayProblem.pointsTooLarge) }
    let prices = [policy.value, policy.cost].compactMap { $0?.perPoint.approximation }
    guard most * 100 * (prices.max() ?? 0) < 1e18 else { throw Diagnostic(ReplayProblem.pointsWorthTooMuch) }
    for earn in earning.classes where !earn.isExact(upTo: history.largest) {
      throw Diagnostic(ReplayProblem.multipliersTooFine)
    }
    release = policy.pending.map { pending in timeline.table { $0 + pending } } ?? []
    var expiry: [Int32] = []
    var inactivity: [Int32] = []
    switch policy.expire {
    case .never: break
    case .afterEarning(let duration): expiry = timeline.table { $0 + duration }
    case .calendarYearEnd(let extraYear): expiry = timeline.table { $0.newYear(after: extraYear ? 2 : 1) }
    case .inactivity(let duration): inactivity = timeline.table { $0 + duration }
    }
    self.expiry = expiry
    self.inactivity = inactivity
    cap = policy.cap?.points.count
    carriesDebt = policy.debt == .carry
    if policy.bonuses.contains(where: { $0.qualifies == .no }) {
      var qualifying = policy
      qualifying.bonuses.removeAll { $0.qualifies == .no }
      let tables = try EarnTables(qualifying, tiers: tiers, timeline, history)
      for earn in tables.classes where !earn.isExact(upTo: history.largest) {
        throw Diagnostic(ReplayProblem.multipliersTooFine)
      }
      self.qualifying = tables
    } else {
      qualifying = nil
    }
    redeem = people?.actions.map { $0.redemptions > 0 } ?? false ? nil : AssumedRedemption(policy.redeem, timeline)
    period = policy.cap.map { cap in timeline.table { cap.period.start(of: $0) } } ?? []
  }
}

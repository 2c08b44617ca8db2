import Messages
import Programme
import Quantities

/// One member's exact replay, day by day, as chapters T and P of `Sources/vipsh/vipsh.docc/Rules.md` say it:
/// every sum afresh, every number exact, nothing remembered that can be looked up again.
struct ReferenceMember {
  let receipts: [ReferenceReceipt]
  let rules: Rules
  /// Those that count, in order of day, second, input.
  let actions: [ReferenceAction]
  let person: ReferencePerson
  /// The first day of the data.
  let dataStart: Day
  let joined: Day
  /// Whether any member's actions spend points.
  let dataHaveRedemptions: Bool
  /// The first day that is lived.
  var lifeStart: Day
  /// Of a pool that shares its tier: the day it joined, what it brought, and the others as they are by now.
  var joinedForTier: Day
  var pooledImport: (tier: Int, day: Day)?
  var sharesTier = false
  var mates: [ReferenceMember] = []
  /// What was given away, and what a gift that paid a debt took from the points that count.
  var given: [(day: Day, points: Int64)] = []
  var uncounted: [(day: Day, points: Int64)] = []

  var tier = 0
  /// The day on which the held tier is reviewed; nil where it has no term.
  var reviewDay: Day?
  /// Whether this term's grace has been taken.
  var graceTaken = false
  /// The day on which the held tier was reached.
  var reachedOn = Day.distantPast
  /// Which of all members this is, who has limited places, and what the member is in for on the day `asking`.
  var number = 0
  var places: ReferencePlaces = [:]
  var asking: Day?
  var candidacy: ReferenceCandidacy?
  /// Without terms: the tiers that tasks won, each with the first day that it does not cover any more.
  var wonByTasks: [(tier: Int, end: Day)] = []

  /// How many receipts have been processed.
  var processed = 0
  /// By receipt: points issued by it, and points really taken back by it.
  var issued: [Int64]
  var clawedBack: [Int64]
  /// By receipt: what returns of it have claimed, taken and waived together.
  var claimed: [Int64]
  /// By receipt: of the points issued those that count towards a tier, of what returns claimed the same, and what the
  /// receipt adds to what counts or takes from it.
  var qualifying: [Int64]
  var qualifyingClaimed: [Int64]
  var counted: [Int64]
  /// What returns could not take back, and of that what would have counted towards a tier.
  var owed: Int64 = 0
  var qualifyingOwed: Int64 = 0
  /// How many actions have been processed, and by action the points issued.
  var actionsDone = 0
  var issuedByAction: [Int64]
  var countedByAction: [Int64]
  /// Every lot ever made, in order of creation; empty ones stay.
  var lots: [ReferenceLot] = []
  /// What inactivity counts from: the last purchase of net > 0. Points that come without one, as opening points and for
  /// actions, start the count where none runs.
  var lastPurchase: Day?

  var today: ReferenceDay

  init(
    _ receipts: [ReferenceReceipt], _ actions: [ReferenceAction], _ person: ReferencePerson, _ rules: Rules,
    dataStart: Day, dataHaveRedemptions: Bool? = nil
  ) {
    self.receipts = receipts
    self.dataHaveRedemptions =
      dataHaveRedemptions ?? actions.contains { $0.day >= dataStart && $0.redeems(under: rules) }
    self.actions = ReferenceMember.counted(actions, rules, dataStart)
    self.person = person
    self.rules = rules
    self.dataStart = dataStart
    joined = ReferenceMember.joining(person, receipts, actions.filter { $0.day >= dataStart }, dataStart)
    lifeStart = dataStart
    joinedForTier = joined
    issuedByAction = self.actions.map { _ in 0 }
    (issued, clawedBack) = (receipts.map { _ in 0 }, receipts.map { _ in 0 })
    claimed = issued
    (qualifying, qualifyingClaimed, counted) = (issued, issued, issued)
    countedByAction = self.actions.map { _ in 0 }
    today = ReferenceDay(day: joined, tier: 0)
  }

  /// One entry for every calendar day from the first on which there is anything to do for the member, to `last`. The
  /// receipts and actions are in order of day, second, input; those after `last` are not looked at. Without `dataStart`
  /// the data begin with the first receipt.
  static func replay(
    _ receipts: [ReferenceReceipt], _ actions: [ReferenceAction] = [], of person: ReferencePerson = ReferencePerson(),
    dataStart: Day? = nil, dataHaveRedemptions: Bool? = nil, by rules: Rules, number: Int = 0,
    places: ReferencePlaces = [:], through last: Day
  ) -> [ReferenceDay] {
    guard let start = dataStart ?? receipts.first?.day else { return [] }
    var member = ReferenceMember(
      receipts, actions, person, rules, dataStart: start, dataHaveRedemptions: dataHaveRedemptions)
    guard let first = member.firstDayOfLife() else { return [] }
    member.lifeStart = first
    (member.number, member.places) = (number, places)
    var days: [ReferenceDay] = []
    var day = first
    while day <= last {
      member.live(day)
      days.append(member.today)
      day = day + 1
    }
    return days
  }

  /// What the member is in for on `day`; nil where that is nothing.
  static func candidacy(
    _ receipts: [ReferenceReceipt], _ actions: [ReferenceAction], of person: ReferencePerson, dataStart: Day?,
    by rules: Rules, number: Int, places: ReferencePlaces, on day: Day
  ) -> ReferenceCandidacy? {
    guard let start = dataStart ?? receipts.first?.day else { return nil }
    var member = ReferenceMember(receipts, actions, person, rules, dataStart: start)
    guard let first = member.firstDayOfLife(), first < day else { return nil }
    member.lifeStart = first
    (member.number, member.places, member.asking) = (number, places, day)
    var today = first
    while today <= day {
      member.live(today)
      today = today + 1
    }
    return member.candidacy
  }

  private mutating func live(_ day: Day) {
    today = ReferenceDay(day: day, tier: tier)
    // Rule T1. Release comes first and needs no act: a lot is released from its release day on.
    bringOpeningPoints(on: day)
    expireLots(on: day)
    importTier(on: day)
    monthEndUpgrade(on: day)
    dailyRule(on: day)
    reviewTier(on: day)
    // By time of day; of one moment the receipts come first.
    let ownReceipts = receipts.indices.filter { receipts[$0].day == day }
    let ownActions = actions.indices.filter { actions[$0].day == day }
    for second in Set(ownReceipts.map { receipts[$0].second } + ownActions.map { actions[$0].second }).sorted() {
      for index in ownReceipts where receipts[index].second == second { process(receipts[index], at: index) }
      for index in ownActions where actions[index].second == second { process(actions[index], at: index) }
    }
    today.tier = tier
    today.owed = owed
    today.lots = spendingOrder().map { lots[$0] }.filter { $0.remaining > 0 }
  }

  /// Rule T2: earn with the tier held before it, then the window, then the upgrade.
  mutating func process(_ receipt: ReferenceReceipt, at index: Int) {
    let tierBefore = tier
    if receipt.amount >= 0 { redeemByAssumption(on: receipt.day) }
    if receipt.amount > 0 {
      earn(receipt, at: index)
      lastPurchase = receipt.day
    } else if receipt.amount < 0 {
      clawBack(receipt, at: index)
    }
    processed = index + 1
    checkUpgrade(after: receipt)
    today.receipts.append((tierBefore: tierBefore, points: issued[index]))
  }
}

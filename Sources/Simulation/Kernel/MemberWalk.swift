import MemberBook
import Programme
import Quantities

/// One member's way through the rules, day by day: `advance(to:)` lets days begin, `take(_:)` takes a receipt. Replay
/// drives it with the book. The scratch it holds is used again for the next member.
struct MemberWalk<Observer: ReplayObserver, Qualifier: TierQualifier> {
  let rules: CompiledRules
  let book: Book
  var observer: Observer
  /// Who decides which tier a window qualifies for.
  var qualifier: Qualifier

  var tier = 0
  /// The first tick after the term; `never` without one.
  var review = Timeline.never
  var graceUsed = false
  /// The member, by number in the book, and the day of joining.
  private(set) var member = 0
  private(set) var joined: Day = .distantPast
  private(set) var window = Window()
  /// The next 1st of a month, as an index into the rules' table.
  private var nextMonthStart = 0
  /// The next day on which everyone is reviewed, as an index into the rules' table.
  private var nextChange = 0
  /// The day whose limited places are being settled, and what the member is in for on it.
  var settling = Timeline.never
  var candidate: PlaceCandidate?
  /// The tick on which the held tier was reached.
  var reached: Int32 = 0
  /// When the daily rule must look again, where the tier is kept while qualified.
  var nextLook = Timeline.never
  /// The imported tier, from its day on the least one as long as the window begins before the data.
  var importedTier = 0
  /// For a member whose tier was imported: the first tick whose window begins within the data.
  var wholeFrom = Int32.min
  /// When a tier that is dated within the data is to be imported.
  var importTick = Timeline.never
  /// The earliest tick on which something is due.
  private var due = Timeline.never
  var wallet = Wallet()
  /// Nil where no task wins a tier.
  var tasks: TaskProgress?
  /// The net of everything on the latest day with a receipt, where not all of it counts towards tiers.
  private var wholeNet: (tick: Int32, net: Int64) = (.min, 0)

  init(_ rules: CompiledRules, _ book: Book, observer: Observer, qualifier: Qualifier) {
    self.qualifier = qualifier
    self.rules = rules
    self.book = book
    self.observer = observer
    tasks = rules.tasks.map { TaskProgress($0, tierCount: rules.tiers.count) }
  }

  /// A new member, who joined on the tick `joining` and for whom there is nothing to do before `tick`.
  mutating func begin(_ member: Int, joining: Int, on tick: Int, firstReceipt: Int) {
    self.member = member
    tier = 0
    review = Timeline.never
    graceUsed = false
    importedTier = 0
    wholeFrom = .min
    importTick = Timeline.never
    joined = rules.timeline.day(joining)
    window.reset()
    qualifier.reset()
    wholeNet.tick = .min
    if tasks != nil { tasks?.reset() }
    wallet.reset(firstReceipt: firstReceipt, book)
    nextLook = Timeline.never
    nextMonthStart = 0
    while nextMonthStart < rules.monthStarts.count && rules.monthStarts[nextMonthStart] <= Int32(tick) {
      nextMonthStart += 1
    }
    nextChange = 0
    while nextChange < rules.changeDays.count && rules.changeDays[nextChange] <= Int32(tick) { nextChange += 1 }
    updateDue()
  }

  var state: WalkState { WalkState(sums: window.sums, review: review, balance: wallet.lots.balance) }

  @inline(__always)
  mutating func updateDue() {
    var next = min(review, wallet.nextExpiry, nextLook)
    if nextMonthStart < rules.monthStarts.count { next = min(next, rules.monthStarts[nextMonthStart]) }
    if nextChange < rules.changeDays.count { next = min(next, rules.changeDays[nextChange]) }
    due = next
  }

  // MARK: the start of a day

  /// Lets every day up to `tick` begin that has something due.
  @inline(__always)
  mutating func advance(to tick: Int) {
    while Int(due) <= tick { startDay(Int(due)) }
  }

  /// Points expiry, month-end upgrades, tier reviews, in this order. (Points are released by their day, without an act.)
  private mutating func startDay(_ tick: Int) {
    expirePoints(on: tick)
    if nextMonthStart < rules.monthStarts.count && Int(rules.monthStarts[nextMonthStart]) == tick {
      nextMonthStart += 1
      dropWindow(before: windowStart(tick - 1))
      let reached = reachable(above: tier, on: tick)
      if reached > tier { rise(to: reached, on: tick, cause: .monthEnd) }
    }
    if nextChange < rules.changeDays.count && Int(rules.changeDays[nextChange]) == tick {
      nextChange += 1
      reviewTier(
        on: tick, isTransition: rules.places == nil || (rules.changesAtOnce && rules.thresholds.change(on: tick)))
    } else if Int(review) == tick {
      reviewTier(on: tick)
    }
    if Int(nextLook) == tick { look(on: tick) }
    updateDue()
  }

  mutating func expirePoints(on tick: Int) {
    guard wallet.nextExpiry <= tick else { return }
    let before = Observer.followsLots ? Array(wallet.lots.remaining) : []
    let gone = wallet.expire(on: Int32(tick))
    guard gone > 0 else { return }
    observer.expired(gone, tick: tick, tier: tier)
    if Observer.followsLots { observer.lost(wallet.lots.gone(since: before), tick: tick, .expired) }
  }

  /// `keep = while qualified`: the tier becomes what the window qualifies for.
  private mutating func look(on tick: Int) {
    dropWindow(before: windowStart(tick))
    var qualified = qualifier.highest(above: 0, by: window.sums, on: tick)
    if Int32(tick) < wholeFrom { qualified = max(qualified, importedTier) }
    if let tasks { qualified = max(qualified, tasks.leastTier(on: tick)) }
    if tier >= rules.firstInvitation { qualified = tier }
    let held = tier
    tier = qualified
    nextLook = nextLook(after: tick)
    if tier != held { observer.changed(from: held, to: tier, tick: tick, cause: .daily, walk: state) }
  }

  /// The next tick on which the window loses a day or a threshold changes.
  func nextLook(after tick: Int) -> Int32 {
    // What a window was not held against counts from the first one that lies within the data.
    var next = Int32(tick) < wholeFrom ? wholeFrom : Timeline.never
    if let oldest = window.oldest {
      if rules.window.start.isEmpty {
        let day = rules.timeline.day(Int(oldest))
        next = min(next, Int32(clamping: rules.timeline.tick(Anniversaries(joined: joined).next(after: day))))
      } else {
        next = min(next, rules.window.leaves[Int(oldest)])
      }
    }
    if let tasks { next = min(next, tasks.nextEnd(after: tick)) }
    if let boundary = rules.thresholds.boundaries.first(where: { Int($0) > tick }) { next = min(next, boundary) }
    return next
  }

  // MARK: receipts

  /// Takes a receipt of the day that `advance(to:)` was last called for.
  @inline(__always)
  mutating func take(_ receipt: ReceiptFacts) {
    let before = tier
    let tick = Int32(receipt.tick)
    let net = receipt.net
    var facts = receipt
    // What counts towards tiers, and by how many purchases.
    var (counted, purchases) = (net, Int32(net >= 0 ? 1 : 0))
    let dayNet: Int64
    if let amounts = rules.counted {
      counted = amounts.net[receipt.index]
      purchases = counted > 0 ? 1 : 0
      dayNet = wholeNet.tick == tick ? wholeNet.net : 0
      wholeNet = (tick, dayNet + net)
    } else {
      dayNet = window.net(on: tick)
    }
    facts.visits = (dayNet + net > 0 ? 1 : 0) - (dayNet > 0 ? 1 : 0)
    if net > 0, let assumed = rules.points?.redeem { redeem(after: facts, assumed) }
    let lots = Observer.followsLots && net < 0 ? Array(wallet.lots.remaining) : []
    let earning = wallet.settle(facts, tier: before, rules.points, book)
    dropWindow(before: windowStart(receipt.tick))
    window.add(tick: tick, net: counted, purchases: purchases, points: earning.counted)
    tasks?.add(tick: receipt.tick, net: counted, purchases: purchases, points: earning.counted)
    observer.receipt(facts, earned: earning.earned, capped: earning.capped, tier: before, walk: state)
    if net < 0 {
      if earning.clawedBack > 0 || earning.waived > 0 {
        observer.clawback(facts, clawedBack: earning.clawedBack, waived: earning.waived, tier: before)
        if Observer.followsLots { observer.lost(wallet.lots.gone(since: lots), tick: receipt.tick, .clawedBack) }
      }
      if earning.owed > 0 { observer.owes(earning.owed, since: facts, tier: before) }
    } else {
      if earning.paid > 0 { observer.paid(earning.paid, by: .purchase(facts), tier: before) }
      if before < rules.firstInvitation - 1 { judge(above: before, on: receipt.tick, cause: .purchase) }
    }
    if rules.whileQualified {
      // After a purchase the tier is right already, unless upgrades wait; after a return it may be too high tomorrow.
      let look = net < 0 || rules.upgradesAtMonthEnd
      nextLook = min(nextLook, look ? tick + 1 : nextLook(after: receipt.tick))
    }
    updateDue()
  }

  /// Takes an action of the day that `advance(to:)` was last called for: like a purchase it earns, then the window, then
  /// the upgrade. What it spends is spent before.
  mutating func act(_ action: ActionFacts, _ tables: ActionTables) {
    if action.asked > 0 { redeem(action) }
    guard action.entry >= 0 else { return updateDue() }
    let before = tier
    let tick = Int32(action.tick)
    let (earning, isLimited) = wallet.settle(action, tables.entries, rules.points)
    dropWindow(before: windowStart(action.tick))
    window.add(tick: tick, net: 0, purchases: 0, points: earning.counted)
    tasks?.add(
      tick: action.tick, net: 0, purchases: 0, points: earning.counted, counter: tables.entries[action.entry].counter)
    if let counter = tables.entries[action.entry].counter {
      qualifier.count(counter, on: tick)
      observer.holds(qualifier.held)
    }
    observer.action(
      action, earned: earning.earned, capped: earning.capped, isLimited: isLimited, tier: before, walk: state)
    if earning.paid > 0 { observer.paid(earning.paid, by: .row(action), tier: before) }
    if before < rules.firstInvitation - 1 { judge(above: before, on: action.tick, cause: .action) }
    if rules.whileQualified {
      nextLook = min(nextLook, rules.upgradesAtMonthEnd ? tick + 1 : nextLook(after: action.tick))
    }
    updateDue()
  }

  /// The highest tier above `floor` that the window wins at any time.
  @inline(__always)
  mutating func reachable(above floor: Int, on tick: Int) -> Int {
    if let places = rules.places { return reachableWithoutPlaces(above: floor, places, on: tick) }
    return qualifier.highest(above: floor, by: window.sums, on: tick)
  }

  /// Whether a purchase or an action wins a tier: by a task, or by what the window holds.
  @inline(__always)
  private mutating func judge(above held: Int, on tick: Int, cause: TierChange) {
    if tasks != nil, grantTask(above: held, on: tick) { return }
    guard !rules.upgradesAtMonthEnd else { return }
    let reached = reachable(above: held, on: tick)
    if reached > held { rise(to: reached, on: tick, cause: cause) }
  }

  mutating func rise(to reached: Int, on tick: Int, cause: TierChange) {
    let held = tier
    tier = reached
    self.reached = Int32(tick)
    graceUsed = false
    let hasTerm = !rules.whileQualified && reached < rules.firstInvitation
    review = hasTerm ? termEnd(from: tick, atReview: false) : Timeline.never
    observer.changed(from: held, to: reached, tick: tick, cause: cause, walk: state)
  }

  // MARK: calendar

  @inline(__always)
  func windowStart(_ tick: Int) -> Int32 {
    if !rules.window.start.isEmpty { return rules.window.start[tick] }
    let latest = Anniversaries(joined: joined).latest(by: rules.timeline.day(tick))
    return Int32(clamping: rules.timeline.tick(latest))
  }

  /// Lets the window end on `tick` and answers its first tick, not before the day before the data.
  mutating func settleWindow(on tick: Int) -> Int32 {
    let start = max(windowStart(tick), 0)
    dropWindow(before: start)
    return start
  }

  @inline(__always)
  mutating func dropWindow(before first: Int32) {
    window.drop(before: first)
    if qualifier.drop(before: first) { observer.holds(qualifier.held) }
  }

  func termEnd(from tick: Int, atReview: Bool) -> Int32 {
    switch rules.terms.keep {
    case .duration, .yearEnd: return atReview ? rules.terms.afterReview[tick] : rules.terms.afterUpgrade[tick]
    case .anniversary(let extraYear):
      let end = Anniversaries(joined: joined).next(
        after: rules.timeline.day(tick), skipping: extraYear && !atReview ? 1 : 0)
      return Int32(clamping: rules.timeline.tick(end))
    case .whileQualified: return Timeline.never
    }
  }
}

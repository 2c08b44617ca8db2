import MemberBook
import Programme

/// One member's way through the rules, day by day: `advance(to:)` lets days begin, `take(_:)` takes a receipt. Replay
/// drives it with the book. The scratch it holds is used again for the next member.
struct MemberWalk<Observer: ReplayObserver, Qualifier: TierQualifier>: ~Copyable {
  let rules: CompiledRules
  let book: Book
  var observer: Observer
  /// Who decides which tier a window qualifies for.
  var qualifier: Qualifier

  /// The member, by number in the book.
  private(set) var member = 0
  var standing = Standing()
  var wallet = Wallet()
  /// What the latest receipt or action did to the points: kept here, since copies of it would be slow.
  var earning = Wallet.Settlement()
  /// The day whose limited places are being settled.
  var settling = Timeline.never
  /// The earliest tick on which something is due.
  private var due = Timeline.never
  /// By household: what happened to its members, as far as it is not told yet.
  var logs: [Int: HouseholdLog] = [:]

  init(_ rules: CompiledRules, _ book: Book, observer: Observer, qualifier: Qualifier) {
    self.qualifier = qualifier
    self.rules = rules
    self.book = book
    self.observer = observer
    standing.tasks = rules.tasks.map { TaskProgress($0, tierCount: rules.tiers.count) }
  }

  /// A new member, who joined on the tick `joining` and for whom there is nothing to do before `tick`.
  mutating func begin(_ member: Int, joining: Int, on tick: Int, firstReceipt: Int) {
    self.member = member
    standing.term = HeldTerm()
    importedTier = 0
    wholeFrom = .min
    importTick = Timeline.never
    standing.candidate = nil
    standing.joined = rules.timeline.day(joining)
    standing.window.reset()
    qualifier.reset()
    standing.wholeNet.tick = .min
    if standing.tasks != nil { standing.tasks?.reset() }
    wallet.reset(firstReceipt: firstReceipt)
    nextLook = Timeline.never
    standing.nextMonthStart = 0
    while standing.nextMonthStart < rules.monthStarts.count && rules.monthStarts[standing.nextMonthStart] <= Int32(tick)
    {
      standing.nextMonthStart += 1
    }
    standing.nextChange = 0
    while standing.nextChange < rules.changeDays.count && rules.changeDays[standing.nextChange] <= Int32(tick) {
      standing.nextChange += 1
    }
    updateDue()
  }

  /// Goes on with another member, whose standing and points are put in place.
  mutating func turn(to member: Int) { self.member = member }

  /// Where the member stands after something that happened on `tick`, on the tier `before`.
  @inline(__always)
  func state(on tick: Int, before: Int) -> WalkState {
    WalkState(
      tick: tick, tier: before, sums: standing.window.sums, actions: qualifier.held, review: review,
      balance: wallet.account.lots.balance)
  }

  /// Tells what happened on `tick`, on the tier `before`.
  @inline(__always)
  mutating func tell(_ event: ReplayEvent, on tick: Int, before: Int) {
    observer.note(event, state(on: tick, before: before))
  }

  @inline(__always)
  mutating func updateDue() {
    due = min(standingDue, wallet.account.nextExpiry)
  }

  /// When there is anything due besides expiry.
  @inline(__always)
  var standingDue: Int32 {
    var next = min(review, nextLook)
    if standing.nextMonthStart < rules.monthStarts.count {
      next = min(next, rules.monthStarts[standing.nextMonthStart])
    }
    if standing.nextChange < rules.changeDays.count { next = min(next, rules.changeDays[standing.nextChange]) }
    return next
  }

  // MARK: the start of a day

  /// Lets every day up to `tick` begin that has something due.
  @inline(__always)
  mutating func advance(to tick: Int) {
    while Int(due) <= tick { startDay(Int(due)) }
  }

  /// Points expiry, month-end upgrades, tier reviews, in this order. (Points are released by their day, without an act.)
  mutating func startDay(_ tick: Int) {
    expirePoints(on: tick)
    if standing.nextMonthStart < rules.monthStarts.count && Int(rules.monthStarts[standing.nextMonthStart]) == tick {
      standing.nextMonthStart += 1
      dropWindow(before: windowStart(ReviewRule.windowEnd(for: tick)))
      let reached = reachable(above: tier, on: tick)
      if standing.term.rises(to: reached) { rise(to: reached, on: tick, cause: .monthEnd) }
    }
    if standing.nextChange < rules.changeDays.count && Int(rules.changeDays[standing.nextChange]) == tick {
      standing.nextChange += 1
      reviewTier(
        on: tick, isTransition: rules.places == nil || (rules.changesAtOnce && rules.thresholds.change(on: tick)))
    } else if Int(review) == tick {
      reviewTier(on: tick)
    }
    if Int(nextLook) == tick { look(on: tick) }
    updateDue()
  }

  mutating func expirePoints(on tick: Int) {
    guard wallet.account.nextExpiry <= tick else { return }
    let account = wallet.account
    let lots =
      Observer.followsLots
      ? account.lots.remaining.filter { $0.remaining > 0 && account.expires($0, on: Int32(tick)) } : []
    let expired = wallet.account.expire(on: Int32(tick))
    guard expired > 0 else { return }
    tell(.expired(expired, of: lots), on: tick, before: tier)
  }

  /// `keep = while qualified`: the tier becomes what the window qualifies for.
  private mutating func look(on tick: Int) {
    dropWindow(before: windowStart(tick))
    var qualified = qualifier.highest(above: 0, by: standing.window.sums, on: tick)
    if Int32(tick) < wholeFrom { qualified = max(qualified, importedTier) }
    if let tasks = standing.tasks { qualified = max(qualified, tasks.leastTier(on: tick)) }
    if tier >= rules.firstInvitation { qualified = tier }
    let held = tier
    standing.term.follow(qualified)
    nextLook = nextLook(after: tick)
    if tier != held { tell(.changed(from: held, to: tier, .daily), on: tick, before: held) }
  }

  /// The next tick on which the window loses a day or a threshold changes.
  mutating func nextLook(after tick: Int) -> Int32 {
    // What a window was not held against counts from the first one that lies within the data.
    var next = Int32(tick) < wholeFrom ? wholeFrom : Timeline.never
    if let oldest = standing.window.oldest {
      if rules.window.start.isEmpty {
        let day = rules.timeline.day(Int(oldest))
        next = min(next, Int32(clamping: rules.timeline.tick(Anniversaries(joined: joined).next(after: day))))
      } else {
        next = min(next, rules.window.leaves[Int(oldest)])
      }
    }
    if let tasks = standing.tasks { next = min(next, tasks.nextEnd(after: tick)) }
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
    let isPurchase = PurchaseRule.isPurchase(net: net)
    var facts = receipt
    // What counts towards tiers, and by how many purchases.
    var (counted, purchases) = (net, Int32(isPurchase ? 1 : 0))
    let dayNet: Int64
    if let amounts = rules.counted {
      counted = amounts.net[receipt.index]
      purchases = counted > 0 ? 1 : 0
      dayNet = standing.wholeNet.tick == tick ? standing.wholeNet.net : 0
      standing.wholeNet = (tick, dayNet + net)
    } else {
      dayNet = standing.window.net(on: tick)
    }
    facts.visits = VisitRule.change(from: dayNet, adding: net)
    if isPurchase, rules.points.redeem != nil { redeem(after: facts) }
    let lots = Observer.followsLots && !isPurchase ? Array(wallet.account.lots.remaining) : []
    settle(facts)
    dropWindow(before: windowStart(receipt.tick))
    standing.window.add(tick: tick, net: counted, purchases: purchases, points: earning.counted)
    standing.tasks?.add(tick: receipt.tick, net: counted, purchases: purchases, points: earning.counted)
    tell(
      .receipt(facts, EarnedPoints(points: earning.earned, capped: earning.capped)), on: receipt.tick, before: before)
    if !isPurchase {
      if earning.clawedBack > 0 || earning.waived > 0 {
        let taken = Observer.followsLots ? wallet.account.lots.taken(since: lots) : []
        tell(
          .clawback(
            Clawback(receipt: facts, points: earning.clawedBack, waived: earning.waived, lots: taken)),
          on: receipt.tick, before: before)
      }
      if earning.owed > 0 { tell(.owed(earning.owed), on: receipt.tick, before: before) }
    } else {
      if earning.paid > 0 { tell(.paid(earning.paid, by: .purchase(facts)), on: receipt.tick, before: before) }
      if before < rules.firstInvitation - 1 { judge(above: before, on: receipt.tick, cause: .purchase) }
    }
    if rules.whileQualified {
      // After a purchase the tier is right already, unless upgrades wait; after a return it may be too high tomorrow.
      let look = !isPurchase || rules.upgradesAtMonthEnd
      nextLook = min(nextLook, look ? tick + 1 : nextLook(after: receipt.tick))
    }
    updateDue()
  }

  /// Takes an action of the day that `advance(to:)` was last called for: like a purchase it earns, then the window, then
  /// the upgrade. What it spends is spent before.
  mutating func act(_ action: ActionFacts, _ tables: ActionTables) {
    if action.asked > 0 { redeem(action) }
    // Of members who are walked alone nobody can get anything.
    if action.given > 0 { _ = give(action) }
    guard action.entry >= 0 else { return updateDue() }
    let before = tier
    let tick = Int32(action.tick)
    let isLimited = settle(action, tables.entries)
    dropWindow(before: windowStart(action.tick))
    standing.window.add(tick: tick, net: 0, purchases: 0, points: earning.counted)
    standing.tasks?.add(
      tick: action.tick, net: 0, purchases: 0, points: earning.counted, counter: tables.entries[action.entry].counter)
    if let counter = tables.entries[action.entry].counter {
      qualifier.count(counter, on: tick)
    }
    let earned = EarnedPoints(points: earning.earned, capped: earning.capped)
    tell(.action(action, earned, isLimited: isLimited), on: action.tick, before: before)
    if earning.paid > 0 { tell(.paid(earning.paid, by: .action(action)), on: action.tick, before: before) }
    if before < rules.firstInvitation - 1, tables.isLookedAt(action, earned: earning.earned) {
      judge(above: before, on: action.tick, cause: .action)
    }
    if rules.whileQualified {
      nextLook = min(nextLook, rules.upgradesAtMonthEnd ? tick + 1 : nextLook(after: action.tick))
    }
    updateDue()
  }

  /// The highest tier above `floor` that the window wins at any time.
  @inline(__always)
  mutating func reachable(above floor: Int, on tick: Int) -> Int {
    if let places = rules.places { return reachableWithoutPlaces(above: floor, places, on: tick) }
    return qualifier.highest(above: floor, by: standing.window.sums, on: tick)
  }

  /// Whether a purchase or an action wins a tier: by a task, or by what the window holds.
  @inline(__always)
  private mutating func judge(above held: Int, on tick: Int, cause: TierChange) {
    if standing.tasks != nil, grantTask(above: held, on: tick) { return }
    guard !rules.upgradesAtMonthEnd else { return }
    let reached = reachable(above: held, on: tick)
    if standing.term.rises(to: reached) { rise(to: reached, on: tick, cause: cause) }
  }

  mutating func rise(to reached: Int, on tick: Int, cause: TierChange) {
    let held = tier
    let hasTerm = !rules.whileQualified && reached < rules.firstInvitation
    standing.term.begin(reached, until: hasTerm ? termEnd(from: tick, after: .upgrade) : Timeline.never)
    self.reached = Int32(tick)
    tell(.changed(from: held, to: reached, cause), on: tick, before: held)
  }

  // MARK: calendar

  @inline(__always)
  mutating func windowStart(_ tick: Int) -> Int32 {
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
    standing.window.drop(before: first)
    qualifier.drop(before: first)
  }

  func termEnd(from tick: Int, after beginning: TermBeginning) -> Int32 {
    rules.termEnd(from: tick, after: beginning, joined: joined)
  }
}

import MemberBook
import Quantities

/// Counts the units of every benefit: what members of which tier got in which month.
final class BenefitTally {
  let compiled: CompiledBenefits
  private let costing: Costing
  private let book: Book
  private let timeline: Timeline
  private let facts: MemberFacts?
  let first: Int
  let last: Int
  let tierCount: Int
  /// From when on occasions matter, for coupons that are open at the end; not after `first`.
  let from: Int
  /// By tick of the range, from its first: the month.
  private let monthOf: [Int]
  /// The ticks from `from` on that are a 1st.
  private let monthStarts: [Int]
  private(set) var units: [Int64]
  /// By coupon and tier.
  var coupons: [CouponCount]

  // Of the present member:
  private(set) var member = 0
  var issues: [Issue] = []
  /// By coupon: how many of the data's redemptions are counted.
  var redeemed: [Int]
  /// Of purchases: the tick of the last one, what they come to, and how many they are.
  var lastBought = 0
  var spent: Int64 = 0
  var purchases: Int64 = 0
  /// By entry that looks at lapses: whether the present one is counted.
  var hasLapsed: [Bool]
  /// By entry, on which tier the latest visit was given something.
  private var visitGifts: [(entry: Int, tier: Int)] = []
  /// What was taken off purchases that a return may name.
  private var gifts: [GiftKey: Gift] = [:]
  /// The tick from which on they are a member; `never` as long as that is not known.
  private var joined = Timeline.never
  private var hasBought = false
  private(set) var tier = 0
  /// The first tick from which on the present tier is held at the start of the day.
  private var heldFrom = 0

  init(
    _ compiled: CompiledBenefits, costing: Costing, _ book: Book, _ timeline: Timeline, facts: MemberFacts?,
    ticks: ClosedRange<Int>
  ) {
    self.compiled = compiled
    self.costing = costing
    self.book = book
    self.timeline = timeline
    self.facts = facts
    first = ticks.lowerBound
    last = ticks.upperBound
    tierCount = costing.tierCount
    from = BenefitTally.firstIssue(compiled, ticks: ticks)
    var month = -1
    var monthOf: [Int] = []
    var monthStarts: [Int] = []
    for tick in ticks {
      let isFirst = timeline.day(tick).isFirstOfMonth
      if isFirst || month < 0 { month += 1 }
      if isFirst { monthStarts.append(tick) }
      monthOf.append(month)
    }
    self.monthOf = monthOf
    let early = from < first ? (from..<first).filter { timeline.day($0).isFirstOfMonth } : []
    self.monthStarts = early + monthStarts
    units = [Int64](repeating: 0, count: costing.cellCount)
    coupons = Array(repeating: CouponCount(), count: compiled.coupons.count * costing.tierCount)
    redeemed = [Int](repeating: 0, count: compiled.coupons.count)
    hasLapsed = [Bool](repeating: false, count: compiled.byLapse.count)
  }

  func reset() {
    units = [Int64](repeating: 0, count: costing.cellCount)
    coupons = Array(repeating: CouponCount(), count: coupons.count)
  }

  func begin(member: Int) {
    self.member = member
    joined = Timeline.never
    tier = 0
    hasBought = false
    issues.removeAll(keepingCapacity: true)
    for coupon in redeemed.indices { redeemed[coupon] = 0 }
    (lastBought, spent, purchases) = (0, 0, 0)
    visitGifts.removeAll(keepingCapacity: true)
    if !gifts.isEmpty { gifts.removeAll(keepingCapacity: true) }
    for place in hasLapsed.indices { hasLapsed[place] = false }
    if let facts { join(on: Int(facts.joining[member])) }
  }

  /// A member from `tick` on at the latest; benefits begin on the next morning.
  private func join(on tick: Int) {
    guard tick < Int(joined) else { return }
    heldFrom = joined == Timeline.never ? max(tick + 1, 1) : min(heldFrom, max(tick + 1, 1))
    joined = Int32(tick)
  }

  func note(_ event: ReplayEvent, _ walk: WalkState) {
    switch event {
    case .receipt(let receipt, _): take(receipt, tier: walk.tier)
    // Who gives, if in vain, or gets points is a member.
    case .action, .gave, .received: join(on: walk.tick)
    case .redeemed(let redemption): if case .action = redemption.occasion { join(on: walk.tick) }
    // Points were there before the first day.
    case .opened: join(on: 0)
    case .imported(_, let to): hold(to, from: walk.tick)
    case .changed(let from, let to, let cause): change(from: from, to: to, on: walk.tick, cause)
    case .clawback, .owed, .paid, .expired, .reviewed, .missed: break
    }
  }

  /// The tier that the members file says is held from the morning of `tick` on.
  private func hold(_ to: Int, from tick: Int) {
    join(on: tick - 1)
    settle(until: tick)
    heldFrom = tick
    tier = to
  }

  /// Something is given to the present member: a coupon is handed out, anything else costs. Nothing where other tiers or
  /// members have it.
  func add(_ number: Int64, _ index: Int, tick: Int, tier: Int) {
    let entry = compiled.entries[index]
    guard entry.tiers[tier], entry.isGiven(to: member) else { return }
    if let coupon = entry.coupon { return issue(coupon, tick: tick, tier: tier) }
    guard tick >= first else { return }
    count(number, index, tick: tick, tier: tier)
  }

  func count(_ count: Int64, _ benefit: Int, tick: Int, tier: Int) {
    units[costing.cell(benefit, monthOf[tick - first], tier)] += count
  }

  private func take(_ receipt: ReceiptFacts, tier held: Int) {
    let isFirst = !hasBought
    hasBought = true
    join(on: receipt.tick)
    noteBuying(on: receipt.tick, net: receipt.net)
    if receipt.visits != 0 { endVisit(by: receipt) }
    let original = receipt.net < 0 ? book.originalPurchase(of: receipt) : nil
    let mayBeNamed = receipt.net > 0 && !book.purchases.original.isEmpty
    guard receipt.tick >= from || original != nil || mayBeNamed else { return }
    for (index, given) in compiled.byReceipt where receipt.tick >= from || given.isDiscount {
      if let original, given.isDiscount {
        takeBack(index, by: receipt, of: original)
        continue
      }
      let entry = compiled.entries[index]
      guard entry.tiers[held], purchases >= entry.occasion.fromPurchase,
        let units = entry.units(of: given, for: receipt, isFirst: isFirst, book)
      else { continue }
      add(units, index, tick: receipt.tick, tier: held)
      if case .visit = given { visitGifts.append((index, held)) }
      if mayBeNamed, given.isDiscount, entry.isGiven(to: member) {
        gifts[GiftKey(entry: index, receipt: receipt.index)] = Gift(tier: held, units: units)
      }
    }
  }

  /// A day becomes a visit, or is none any more: what that visit was given is taken back where it stands.
  private func endVisit(by receipt: ReceiptFacts) {
    if receipt.visits < 0, receipt.tick >= from {
      for gift in visitGifts { add(-1, gift.entry, tick: receipt.tick, tier: gift.tier) }
    }
    visitGifts.removeAll(keepingCapacity: true)
  }

  /// A return that names its purchase takes back what was given on that, in proportion to the money, and all returns of
  /// it together no more than was given.
  private func takeBack(_ index: Int, by receipt: ReceiptFacts, of original: Int) {
    let key = GiftKey(entry: index, receipt: original)
    guard let gift = gifts[key] else { return }
    let share = rounded(Int128(gift.units) * Int128(-receipt.net), Int128(book.purchases.amount[original]))
    let left = gift.units - gift.takenBack
    let taken = abs(share) < abs(left) ? share : left
    gifts[key]?.takenBack += taken
    if receipt.tick >= first { count(-taken, index, tick: receipt.tick, tier: gift.tier) }
  }

  private func change(from old: Int, to: Int, on tick: Int, _ cause: TierChange) {
    let starts = cause.isWithinDay ? tick + 1 : tick
    settle(until: starts)
    heldFrom = starts
    tier = to
    guard to > old, tick >= from else { return }
    for index in compiled.byUpgrade { add(1, index, tick: tick, tier: to) }
  }

  func end() {
    if joined != Timeline.never { settle(until: last + 1) }
    countRedemptions(until: last + 1)
    settleIssues()
  }

  /// Everything that falls on the mornings before `end`, while the present tier is held.
  private func settle(until end: Int) {
    countMonthStarts(until: end)
    countAnniversaries(until: end)
    countLapses(until: end)
    countRedemptions(until: end)
  }

  /// The 1sts from `heldFrom` to before `end`, on which the present tier was held in the morning.
  private func countMonthStarts(until end: Int) {
    guard !compiled.byMonth.isEmpty else { return }
    for start in monthStarts where start >= heldFrom && start < end {
      for (index, ofBirth) in compiled.byMonth where !ofBirth || isBirthMonth(start) {
        add(1, index, tick: start, tier: tier)
      }
    }
  }

  /// The same of the days on which they had joined in an earlier year.
  private func countAnniversaries(until end: Int) {
    let from = max(heldFrom, from)
    guard !compiled.byAnniversary.isEmpty, from < min(end, last + 1) else { return }
    let day = timeline.day(facts.map { Int($0.joining[member]) } ?? Int(joined))
    let years = timeline.day(from).components.year...timeline.day(min(end, last + 1) - 1).components.year
    for year in years {
      let anniversary = day.anniversary(in: year)
      let tick = timeline.tick(anniversary)
      guard anniversary > day, tick >= from, tick < min(end, last + 1) else { continue }
      for index in compiled.byAnniversary { add(1, index, tick: tick, tier: tier) }
    }
  }

  /// Whether the month of the 1st at `tick` is that of the present member's birth.
  private func isBirthMonth(_ tick: Int) -> Bool {
    guard let facts, !facts.birthMonth.isEmpty else { return false }
    return Int(facts.birthMonth[member]) == timeline.day(tick).components.month
  }
}

/// Which benefit was given on which receipt.
private struct GiftKey: Hashable {
  let entry: Int
  let receipt: Int
}

/// What was taken off a purchase, on which tier, and what returns of it took back.
private struct Gift {
  let tier: Int
  let units: Int64
  var takenBack: Int64 = 0
}

import MemberBook
import Programme
import Quantities

/// Adds up what the kernel tells, for the days of a range.
struct Tally: ReplayObserver {
  private var outcome: Outcome
  private let first: Int
  private let last: Int
  private let grouping: ReceiptGrouping
  private let book: Book
  private let tierCount: Int
  private let runningSums: RunningSumReplay?
  private var benefits: BenefitTally?
  private let margins: MarginTable
  /// Of the present member: the balance before the range, and what was done within it.
  private var opening: Int64 = 0
  private var activity = MemberActivity()
  /// Whether they bought in the equal range just before, and the tier when the range began, where it changed since.
  private var wasActive = false
  private var tierBefore: Int?
  /// Where the latest visit stands.
  private var visitCell = 0
  private let earlier: ClosedRange<Int>
  private let referrals: Referrals?
  /// By group: the last member counted as active there.
  private var lastActive: [Int]
  private var member = 0

  /// `runningSums` does for members of whom there are purchases only.
  init(
    _ rules: CompiledRules, _ book: Book, ticks: ClosedRange<Int>, _ grouping: ReceiptGrouping,
    runningSums: RunningSumReplay? = nil
  ) {
    self.runningSums = runningSums
    let costing = rules.costing(over: ticks)
    outcome = Outcome(tiers: rules.tiers, groupCount: grouping.count, costing)
    benefits =
      rules.benefits.entries.isEmpty
      ? nil
      : BenefitTally(
        rules.benefits, costing: costing, book, rules.timeline, facts: rules.people?.facts, ticks: ticks)
    margins = rules.margins
    earlier = rules.timeline.ticks(costing.range.earlier)
    referrals = rules.people?.facts.referrals
    first = ticks.lowerBound
    last = ticks.upperBound
    self.grouping = grouping
    self.book = book
    tierCount = rules.tiers.count
    lastActive = [Int](repeating: -1, count: grouping.count)
  }

  /// What was found since the last call; the tally is as new afterwards.
  mutating func take() -> Outcome {
    settle()
    let found = outcome
    outcome = Outcome(tiers: found.tiers, groupCount: found.groupCount, found.costing)
    for group in lastActive.indices { lastActive[group] = -1 }
    return found
  }

  mutating func pass(_ members: Range<Int>) -> Int {
    guard let runningSums, case let reach = runningSums.reach(of: members), reach > 0 else { return 0 }
    outcome.add(runningSums(members.prefix(reach)), margin: runningSums.rules.margin)
    return reach
  }

  /// Brings in what is counted apart.
  private mutating func settle() {
    guard let benefits else { return }
    outcome.benefitUnits.add(benefits.units)
    outcome.couponCounts.add(benefits.coupons)
    self.benefits?.reset()
  }

  mutating func begin(_ member: Int) {
    self.member = member
    benefits?.begin(member: member)
    opening = 0
    activity = MemberActivity()
    wasActive = false
    tierBefore = nil
  }

  /// The member's state at the end of the range.
  mutating func end(_ end: MemberEnd) {
    benefits?.end()
    let tier = end.tier
    outcome.stocks[tier][.members] += 1
    outcome.stocks[tier][.outstanding] += end.balance
    outcome.stocks[tier][.owed] += end.owed
    if activity.isActive { outcome.stocks[tier][.active] += 1 }
    if activity.isRepeating { outcome.stocks[tier][.repeating] += 1 }
    if wasActive { outcome.retention[tierBefore ?? tier].count(activity.isActive) }
    outcome.stocks[tier][.referrals] += referrals?.count(by: member, in: first...last) ?? 0
    if !end.joined { outcome.totals[.notYetJoined] += 1 }
    outcome.totals[.opening] += opening
    outcome.finalTiers.append(UInt8(truncatingIfNeeded: tier))
  }

  @inline(__always)
  private func cell(_ group: Int, _ tier: Int) -> Int { group * tierCount + tier }

  @inline(__always)
  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
    if let benefits { benefits.note(event, walk) }
    switch event {
    case .receipt(let receipt, let earned): take(receipt, earned, tier: walk.tier)
    case .clawback(let clawback): take(clawback, tier: walk.tier)
    case .paid(let points, let occasion): pay(points, by: occasion, tier: walk.tier)
    case .redeemed(let redemption): take(redemption, tier: walk.tier)
    case .action(let action, let earned, _): take(action, earned, tier: walk.tier)
    case .gave(let transfer): give(transfer, tier: walk.tier)
    case .received(let transfer): receive(transfer, tier: walk.tier)
    case .expired(let points, _): expire(points, walk)
    case .opened(let points): opening += points
    case .imported(let from, _): if walk.tick >= first { tierBefore = tierBefore ?? from }
    case .changed(let from, let to, _): change(from: from, to: to, on: walk.tick)
    case .reviewed(.unseen): if walk.tick >= first { outcome.totals[.unseenReviews] += 1 }
    case .reviewed(.renewed), .reviewed(.grace), .reviewed(.kept), .owed, .missed: break
    }
  }

  @inline(__always)
  private mutating func take(_ receipt: ReceiptFacts, _ earned: EarnedPoints, tier: Int) {
    guard receipt.tick >= first else {
      opening += earned.points
      if PurchaseRule.isPurchase(net: receipt.net) && earlier.contains(receipt.tick) { wasActive = true }
      return
    }
    if grouping.splitsLines { return splitLines(receipt, tier: tier) }
    let group = grouping.group(of: receipt)
    let cell = cell(group, tier)
    let isPurchase = PurchaseRule.isPurchase(net: receipt.net)
    outcome.flows[cell].take(receipt, earned)
    // A return that unmakes the day's visit takes it back where it stands.
    if receipt.visits > 0 { visitCell = cell }
    outcome.flows[receipt.visits < 0 ? visitCell : cell][.visits] += receipt.visits
    if margins.isKnown { outcome.gross[cell] += margins.gross(of: receipt, book) }
    if !book.lines.quantity.isEmpty {
      for line in book.purchases.lines(of: receipt.index) {
        outcome.flows[cell][.quantity] += Int64(book.lines.quantity[line])
      }
    }
    note(isPurchase, in: group)
    activity.visits += receipt.visits
    activity.purchases += isPurchase ? 1 : 0
  }

  @inline(__always)
  private mutating func note(_ isPurchase: Bool, in group: Int) {
    guard isPurchase, lastActive[group] != member else { return }
    lastActive[group] = member
    outcome.inGroups[group][.active] += 1
  }

  /// By category: each line's money stands in its own group, and the receipt counts once in every group it has a line in.
  private mutating func splitLines(_ receipt: ReceiptFacts, tier: Int) {
    var seen: [Int] = []
    let isPurchase = PurchaseRule.isPurchase(net: receipt.net)
    for line in book.purchases.lines(of: receipt.index) {
      let group = grouping.group(of: receipt, line: line)
      let cell = cell(group, tier)
      outcome.flows[cell][.spend] += book.amount(ofLine: line, receiptNet: receipt.net)
      if !book.lines.quantity.isEmpty { outcome.flows[cell][.quantity] += Int64(book.lines.quantity[line]) }
      guard !seen.contains(group) else { continue }
      seen.append(group)
      outcome.flows[cell][.purchases] += isPurchase ? 1 : 0
      outcome.flows[cell][.returns] += isPurchase ? 0 : 1
      note(isPurchase, in: group)
    }
    activity.visits += receipt.visits
    activity.purchases += isPurchase ? 1 : 0
  }

  private mutating func take(_ clawback: Clawback, tier: Int) {
    guard clawback.receipt.tick >= first else {
      opening -= clawback.points
      return
    }
    let cell = cell(grouping.group(of: clawback.receipt), tier)
    outcome.flows[cell][.clawedBack] += clawback.points
    outcome.flows[cell][.waived] += clawback.waived
  }

  private mutating func take(_ redemption: Redemption, tier: Int) {
    guard redemption.occasion.tick >= first else {
      opening -= redemption.points
      return
    }
    let group = group(of: redemption.occasion)
    outcome.flows[cell(group, tier)][.redeemed] += redemption.points
    if let reward = redemption.reward, redemption.points > 0 {
      let place = outcome.rewardCell(reward, group, tier)
      outcome.rewards[place][.redemptions] += 1
      outcome.rewards[place][.points] += redemption.points
    }
    if redemption.missing > 0 {
      outcome.shortfall[.redemptions] += 1
      outcome.shortfall[.points] += Int128(redemption.missing)
    }
  }

  private func group(of occasion: PointsOccasion) -> Int {
    switch occasion {
    case .purchase(let receipt): grouping.group(of: receipt)
    case .action(let action): grouping.group(ofDay: action.tick)
    }
  }

  private mutating func pay(_ points: Int64, by occasion: PointsOccasion, tier: Int) {
    guard occasion.tick >= first else {
      opening -= points
      return
    }
    outcome.flows[cell(group(of: occasion), tier)][.clawedBack] += points
  }

  private mutating func give(_ transfer: Transfer, tier: Int) {
    guard transfer.row.tick >= first else {
      opening -= transfer.points
      return
    }
    let cell = cell(grouping.group(ofDay: transfer.row.tick), tier)
    outcome.flows[cell][.transferredOut] += transfer.points
    if let refusal = transfer.refusal {
      outcome.flows[cell][.refused] += 1
      outcome.refusals[refusal.counter] += 1
    }
  }

  private mutating func receive(_ transfer: Transfer, tier: Int) {
    guard transfer.row.tick >= first else {
      opening += transfer.points - transfer.paid
      return
    }
    let cell = cell(grouping.group(ofDay: transfer.row.tick), tier)
    outcome.flows[cell][.transferredIn] += transfer.points
    outcome.flows[cell][.clawedBack] += transfer.paid
  }

  private mutating func expire(_ points: Int64, _ walk: WalkState) {
    guard walk.tick >= first else {
      opening -= points
      return
    }
    outcome.flows[cell(grouping.group(ofDay: walk.tick), walk.tier)][.expired] += points
  }

  private mutating func change(from: Int, to: Int, on tick: Int) {
    guard tick >= first else { return }
    tierBefore = tierBefore ?? from
    let cell = cell(grouping.group(ofDay: tick), from)
    if to > from { outcome.flows[cell][.upgrades] += 1 } else { outcome.flows[cell][.downgrades] += 1 }
  }

  private mutating func take(_ action: ActionFacts, _ earned: EarnedPoints, tier: Int) {
    guard action.tick >= first else {
      opening += earned.points
      return
    }
    let cell = cell(grouping.group(ofDay: action.tick), tier)
    outcome.flows[cell][.issued] += earned.points
    outcome.flows[cell][.capped] += earned.capped
  }
}

import MemberBook
import Programme
import Quantities

/// A member's points: what receipts earn, what returns take back, what expires.
struct Wallet {
  /// What one receipt did.
  struct Settlement {
    var earned: Int64 = 0
    /// What the cap kept from being issued.
    var capped: Int64 = 0
    var clawedBack: Int64 = 0
    var waived: Int64 = 0
    /// What of the points earned paid what was owed; and what a return could not take back and is owed now.
    var paid: Int64 = 0
    var owed: Int64 = 0
    /// What it adds to the points that count towards a tier: those earned less those taken back, but for what is meant
    /// to be spent only.
    var counted: Int64 = 0
  }

  /// The balance, which the members of a pool share.
  var account = PointsBalance()
  /// What stays the member's own.
  var card = PointsCard()

  mutating func reset(firstReceipt: Int, _ book: Book) {
    account.reset()
    card.reset(firstReceipt: firstReceipt)
  }

  /// Earns the points of a purchase or takes back those of a return.
  @inline(__always)
  mutating func settle(_ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints?, _ book: Book) -> Settlement {
    guard let policy else { return Settlement() }
    var result = Settlement()
    if receipt.net > 0 {
      if !policy.inactivity.isEmpty { account.inactive = policy.inactivity[receipt.tick] }
      earn(receipt, tier: tier, policy, book, &result)
    } else if receipt.net < 0 {
      takeBack(receipt, tier: tier, policy, book, &result)
    }
    if !book.purchases.original.isEmpty {
      card.issued.append(result.earned)
      card.claimed.append(0)
      if policy.qualifying != nil {
        card.counted.append(receipt.net > 0 ? result.counted : 0)
        card.countedClaims.append(0)
      }
    }
    if result.paid > 0 { payCounted(&result) }
    return result
  }

  @inline(__always)
  private mutating func earn(
    _ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints, _ book: Book, _ result: inout Settlement
  ) {
    let tick = receipt.tick
    var points = policy.earning.points(for: receipt, size: receipt.net, tier: tier, book)
    issue(&points, on: tick, policy, &result)
    if let qualifying = policy.qualifying {
      result.counted = min(qualifying.points(for: receipt, size: receipt.net, tier: tier, book), result.earned)
    }
  }

  /// As far as the cap allows.
  @inline(__always)
  private mutating func issue(
    _ points: inout Int64, on tick: Int, _ policy: CompiledPoints, _ result: inout Settlement
  ) {
    if let cap = policy.cap {
      if policy.period[tick] != card.period {
        card.period = policy.period[tick]
        card.issuedInPeriod = 0
      }
      let allowed = min(points, cap - card.issuedInPeriod)
      result.capped = points - allowed
      points = allowed
      card.issuedInPeriod += points
    }
    result.earned = points
    result.counted = points
    guard points > 0 else { return }
    if account.debt > 0 { points -= pay(points, &result) }
    guard points > 0 else { return }
    account.lots.add(
      Lot(
        earned: Int32(tick), release: policy.release.isEmpty ? Int32(tick) : policy.release[tick],
        expiry: policy.expiry.isEmpty ? Timeline.never : policy.expiry[tick], remaining: points))
  }

  /// Points that are issued pay what is owed; answers how many.
  private mutating func pay(_ points: Int64, _ result: inout Settlement) -> Int64 {
    result.paid = min(points, account.debt)
    account.debt -= result.paid
    return result.paid
  }

  /// What counts towards a tier is what is earned less what pays, of what is owed, that would have counted.
  private mutating func payCounted(_ result: inout Settlement) {
    let paid = min(result.paid, account.countedDebt)
    account.countedDebt -= paid
    result.counted -= paid
  }

  /// Spends `points`, of which so many can be spent on `tick`.
  mutating func spend(_ points: Int64, on tick: Int32) { account.lots.spend(points, on: tick) }

  /// Points that are there when the data begin, as if earned the day before, on tick 0: gone on `expiry`, or where that
  /// is `never` by the policy's rule.
  mutating func open(_ points: Int64, expiry: Int32, _ policy: CompiledPoints) {
    let byRule = policy.expiry.isEmpty ? Timeline.never : policy.expiry[0]
    if expiry == Timeline.never, !policy.inactivity.isEmpty { account.inactive = policy.inactivity[0] }
    account.lots.add(Lot(earned: 0, release: 0, expiry: expiry == Timeline.never ? byRule : expiry, remaining: points))
  }

  /// Earns the points of an action, unless the limit of its period is used up.
  mutating func settle(
    _ action: ActionFacts, _ entries: [ActionTables.Entry], _ policy: CompiledPoints?
  ) -> (settlement: Settlement, isLimited: Bool) {
    let entry = entries[action.entry]
    var result = Settlement()
    guard let policy, !entry.earn.isEmpty else { return (result, false) }
    if let limit = entry.limit {
      while card.limits.count < entries.count { card.limits.append((Int32.min, 0)) }
      let period = entry.period[action.tick]
      if card.limits[action.entry].period != period { card.limits[action.entry] = (period, 0) }
      guard card.limits[action.entry].used < limit else { return (result, true) }
      card.limits[action.entry].used += 1
    }
    var points = entry.earn[action.tick]
    issue(&points, on: action.tick, policy, &result)
    if !entry.qualifies { result.counted = 0 }
    if result.paid > 0 { payCounted(&result) }
    if result.earned > 0, account.inactive == Timeline.never, !policy.inactivity.isEmpty {
      account.inactive = policy.inactivity[action.tick]
    }
    return (result, false)
  }

  private mutating func takeBack(
    _ receipt: ReceiptFacts, tier: Int, _ policy: CompiledPoints, _ book: Book, _ result: inout Settlement
  ) {
    let wanted: Int64
    // What of it counted towards a tier.
    var counted: Int64
    if let origin = originalPurchase(of: receipt, book) {
      let local = origin - card.firstReceipt
      let share = Int128(card.issued[local]) * Int128(-receipt.net)
      let inProportion = policy.earning.rounding.quotient(share, Int128(book.purchases.amount[origin])) ?? .max
      wanted = min(inProportion, card.issued[local] - card.claimed[local])
      card.claimed[local] += wanted
      counted = wanted
      if policy.qualifying != nil {
        let share = Int128(card.counted[local]) * Int128(-receipt.net)
        let inProportion = policy.earning.rounding.quotient(share, Int128(book.purchases.amount[origin])) ?? .max
        counted = min(inProportion, card.counted[local] - card.countedClaims[local], wanted)
        card.countedClaims[local] += counted
      }
    } else {
      wanted = policy.earning.points(for: receipt, size: -receipt.net, tier: tier, book)
      counted = wanted
      if let qualifying = policy.qualifying {
        counted = min(qualifying.points(for: receipt, size: -receipt.net, tier: tier, book), wanted)
      }
    }
    result.clawedBack = account.lots.take(wanted)
    let missing = wanted - result.clawedBack
    result.counted = -min(counted, result.clawedBack)
    if policy.carriesDebt {
      account.debt += missing
      account.countedDebt += counted + result.counted
      result.owed = missing
    } else {
      result.waived = missing
    }
  }

  /// The purchase that a return names, where it lies earlier and was of more than 0.
  private func originalPurchase(of receipt: ReceiptFacts, _ book: Book) -> Int? {
    guard !book.purchases.original.isEmpty else { return nil }
    let origin = Int(book.purchases.original[receipt.index])
    guard origin >= card.firstReceipt, origin < receipt.index, book.purchases.amount[origin] > 0 else { return nil }
    return origin
  }
}

import MemberBook
import Programme
import Quantities

/// What receipts and actions earn, and what returns take back.
extension MemberWalk {
  /// Earns the points of a purchase or takes back those of a return.
  @inline(__always)
  mutating func settle(_ receipt: ReceiptFacts) {
    earning = Wallet.Settlement()
    guard rules.earns else { return }
    if receipt.net > 0 {
      if !rules.points.inactivity.isEmpty { wallet.account.inactive = rules.points.inactivity[receipt.tick] }
      earn(receipt)
    } else if receipt.net < 0 {
      takeBack(receipt)
    }
    if !book.purchases.original.isEmpty {
      wallet.card.issued.append(earning.earned)
      wallet.card.claimed.append(0)
      if rules.points.qualifying != nil {
        wallet.card.counted.append(receipt.net > 0 ? earning.counted : 0)
        wallet.card.countedClaims.append(0)
      }
    }
    if earning.paid > 0 { payCounted() }
  }

  @inline(__always)
  private mutating func earn(_ receipt: ReceiptFacts) {
    let tick = receipt.tick
    let plain = rules.points.earning.plainPoints(on: tick, size: receipt.net, tier: tier)
    issue(plain ?? points(for: receipt), on: tick)
    if rules.points.qualifying != nil { qualify(receipt) }
  }

  /// The points of a purchase on a day when they turn on what the receipt holds.
  @inline(never)
  private mutating func points(for receipt: ReceiptFacts) -> Int64 {
    rules.points.earning.points(for: receipt, size: receipt.net, tier: tier, book)
  }

  /// What of the points just earned counts towards a tier.
  @inline(never)
  private mutating func qualify(_ receipt: ReceiptFacts) {
    guard let qualifying = rules.points.qualifying else { return }
    earning.counted = min(qualifying.points(for: receipt, size: receipt.net, tier: tier, book), earning.earned)
  }

  /// As far as the cap allows.
  @inline(__always)
  private mutating func issue(_ wanted: Int64, on tick: Int) {
    var points = wanted
    if let cap = rules.points.cap {
      if rules.points.period[tick] != wallet.card.period {
        wallet.card.period = rules.points.period[tick]
        wallet.card.issuedInPeriod = 0
      }
      let allowed = CapRule.points(of: points, after: wallet.card.issuedInPeriod, upTo: cap)
      earning.capped = points - allowed
      points = allowed
      wallet.card.issuedInPeriod += points
    }
    earning.earned = points
    earning.counted = points
    guard points > 0 else { return }
    if wallet.account.debt > 0 { points -= pay(points) }
    guard points > 0 else { return }
    wallet.account.lots.add(
      Lot(
        earned: Int32(tick), release: rules.points.release.isEmpty ? Int32(tick) : rules.points.release[tick],
        expiry: rules.points.expiry.isEmpty ? Timeline.never : rules.points.expiry[tick], remaining: points))
  }

  /// Points that are issued pay what is owed; answers how many.
  private mutating func pay(_ points: Int64) -> Int64 {
    earning.paid = min(points, wallet.account.debt)
    wallet.account.debt -= earning.paid
    return earning.paid
  }

  /// What counts towards a tier is what is earned less what pays, of what is owed, that would have counted.
  private mutating func payCounted() {
    let paid = min(earning.paid, wallet.account.countedDebt)
    wallet.account.countedDebt -= paid
    earning.counted -= paid
  }

  /// Earns the points of an action, unless the limit of its period is used up.
  /// - Returns: whether the limit leaves it out.
  mutating func settle(_ action: ActionFacts, _ entries: [ActionTables.Entry]) -> Bool {
    let entry = entries[action.entry]
    earning = Wallet.Settlement()
    guard rules.earns, !entry.earn.isEmpty else { return false }
    if let limit = entry.limit {
      while wallet.card.limits.count < entries.count { wallet.card.limits.append((Int32.min, 0)) }
      let period = entry.period[action.tick]
      if wallet.card.limits[action.entry].period != period { wallet.card.limits[action.entry] = (period, 0) }
      guard wallet.card.limits[action.entry].used < limit else { return true }
      wallet.card.limits[action.entry].used += 1
    }
    issue(entry.earn[action.tick], on: action.tick)
    if !entry.qualifies { earning.counted = 0 }
    if earning.paid > 0 { payCounted() }
    if earning.earned > 0, wallet.account.inactive == Timeline.never, !rules.points.inactivity.isEmpty {
      wallet.account.inactive = rules.points.inactivity[action.tick]
    }
    return false
  }

  @inline(never)
  private mutating func takeBack(_ receipt: ReceiptFacts) {
    let policy = rules.points
    let wanted: Int64
    // What of it counted towards a tier.
    var counted: Int64
    if let origin = book.originalPurchase(of: receipt) {
      let local = origin - wallet.card.firstReceipt
      let rule = ClawbackRule(
        rounding: policy.earning.rounding, bought: book.purchases.amount[origin], returned: -receipt.net)
      wanted = rule.points(of: wallet.card.issued[local], claimed: wallet.card.claimed[local])
      wallet.card.claimed[local] += wanted
      counted = wanted
      if policy.qualifying != nil {
        counted = min(
          rule.points(of: wallet.card.counted[local], claimed: wallet.card.countedClaims[local]), wanted)
        wallet.card.countedClaims[local] += counted
      }
    } else {
      wanted = policy.earning.points(for: receipt, size: -receipt.net, tier: tier, book)
      counted = wanted
      if let qualifying = policy.qualifying {
        counted = min(qualifying.points(for: receipt, size: -receipt.net, tier: tier, book), wanted)
      }
    }
    earning.clawedBack = wallet.account.lots.take(wanted)
    let missing = wanted - earning.clawedBack
    earning.counted = -min(counted, earning.clawedBack)
    if policy.carriesDebt {
      wallet.account.debt += missing
      wallet.account.countedDebt += counted + earning.counted
      earning.owed = missing
    } else {
      earning.waived = missing
    }
  }
}

extension Book {
  /// The purchase that a return names, where it lies earlier and was of more than 0.
  func originalPurchase(of receipt: ReceiptFacts) -> Int? {
    guard !purchases.original.isEmpty else { return nil }
    let origin = Int(purchases.original[receipt.index])
    guard origin >= purchases.range(of: receipt.member).lowerBound, origin < receipt.index,
      purchases.amount[origin] > 0
    else { return nil }
    return origin
  }
}

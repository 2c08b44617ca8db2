import Programme
import Quantities

/// What is given to others, and got from them.
extension MemberWalk {
  /// The present member gives what `row` says, or is refused: whole, and told. `isShared` where the receiver has the same
  /// balance.
  /// - Returns: the lots that go, in spending order, each with its own days; nil where it is refused.
  mutating func give(_ row: ActionFacts, isShared: Bool = false) -> [Lot]? {
    var transfer = Transfer(row: row, giver: member)
    var lots: [Lot]?
    if let refusal = refusal(of: row, isShared) {
      transfer.refusal = refusal
    } else {
      let year = rules.timeline.day(row.tick).components.year
      if wallet.account.givenIn != year { (wallet.account.givenIn, wallet.account.given) = (year, 0) }
      wallet.account.given += row.given
      lots = wallet.account.lots.hand(over: row.given, on: Int32(row.tick))
    }
    tell(.gave(transfer), on: row.tick, before: tier)
    return lots
  }

  private func refusal(of row: ActionFacts, _ isShared: Bool) -> TransferRefusal? {
    if row.receiver < 0 { return .unknownReceiver }
    if row.receiver == member || isShared { return .sameBalance }
    let day = rules.timeline.day(row.tick)
    guard let rule = rules.rules.points?.transfer.value(on: day) else { return .noRule }
    let account = wallet.account
    let released = account.lots.released(on: Int32(row.tick))
    if row.given > released { return .beyondBalance(released) }
    // Both are parts of what was issued, so that their sum was bounded when the policy was compiled.
    let given = account.givenIn == day.components.year ? account.given : 0
    let share = rule.share.fraction
    let most = Int64((Int128(released) + Int128(given)) * Int128(share.numerator) / Int128(share.denominator))
    return Int128(given) + Int128(row.given) <= Int128(most) ? nil : .beyondShare(max(0, most - given))
  }

  /// The present member gets `lots`: what is owed is paid first. It counts towards no tier, but for what the debt that is
  /// paid takes from what did.
  mutating func receive(_ lots: [Lot], by row: ActionFacts, from giver: Int) {
    var transfer = Transfer(row: row, giver: giver)
    let tick = Int32(row.tick)
    let (paidLots, counted) = wallet.receive(lots, on: row.tick, rules.points.inactivity)
    transfer.paidLots = paidLots
    transfer.paid = paidLots.reduce(0) { $0 + $1.remaining }
    if counted > 0 {
      dropWindow(before: windowStart(row.tick))
      standing.window.add(tick: tick, net: 0, purchases: 0, points: -counted)
      standing.tasks?.add(tick: row.tick, net: 0, purchases: 0, points: -counted)
      if rules.whileQualified { nextLook = min(nextLook, tick + 1) }
    }
    tell(.received(transfer), on: row.tick, before: tier)
    updateDue()
  }
}

extension Wallet {
  /// Adds what was given by another member.
  /// - Returns: what of which lots paid a debt, and how much of that takes from what counts towards a tier.
  mutating func receive(_ lots: [Lot], on tick: Int, _ inactivity: [Int32]) -> (paidLots: [Lot], counted: Int64) {
    var paidLots: [Lot] = []
    var paid: Int64 = 0
    for var lot in lots {
      let part = min(lot.remaining, account.debt)
      if part > 0 {
        account.debt -= part
        paid += part
        var spent = lot
        spent.remaining = part
        paidLots.append(spent)
        lot.remaining -= part
      }
      if lot.remaining > 0 { account.lots.insertInOrder(lot) }
    }
    let counted = min(paid, account.countedDebt)
    account.countedDebt -= counted
    if account.inactive == Timeline.never, !inactivity.isEmpty {
      account.inactive = inactivity[tick]
    }
    return (paidLots, counted)
  }
}

extension Lots {
  /// Takes out `wanted` points, of which so many are released on `tick`, in spending order: the lots they make.
  mutating func hand(over wanted: Int64, on tick: Int32) -> [Lot] {
    var handed: [Lot] = []
    var missing = wanted
    var place = head
    while missing > 0 && place < lots.count {
      let taken = lots[place].release <= tick ? min(missing, lots[place].remaining) : 0
      if taken > 0 {
        lots[place].remaining -= taken
        missing -= taken
        var part = lots[place]
        part.remaining = taken
        handed.append(part)
      }
      place += 1
    }
    while head < lots.count && lots[head].remaining == 0 { head += 1 }
    balance -= wanted - missing
    return handed
  }

  /// Adds a lot that may have been earned before others that are here.
  mutating func insertInOrder(_ lot: Lot) {
    let place = lots[head...].firstIndex { ($0.expiry, $0.earned) > (lot.expiry, lot.earned) } ?? lots.count
    lots.insert(lot, at: place)
    balance += lot.remaining
  }
}

extension DemoBoutique {
  /// Visits of a member that are numbered; nobody comes as often.
  private static let visitLimit = 4_000

  /// Calls `body` with every receipt of `member`, each return after its purchase, and with those of the walk-ins that go
  /// along. The receipt is the same storage each time.
  func forEachReceipt<Failure: Error>(
    of member: DemoMember, _ body: (borrowing DemoReceipt) throws(Failure) -> Void
  ) throws(Failure) {
    var receipt = DemoReceipt()
    var moment = member.start
    for visit in 0..<Self.visitLimit {
      var walk = DemoDraws(seed: seed, .visit, member: member.number, step: visit)
      fill(&receipt, of: member, visit: visit, day: calendar.day(at: moment))
      try body(receipt)
      if takeBack(&receipt, of: member, visit: visit) { try body(receipt) }
      if walk.unit() < member.leaving { break }
      moment += walk.exponential() / member.weeklyVisits
      if moment >= calendar.end { break }
    }
    for number in 0..<2 {
      guard fillWalkIn(&receipt, number, after: member) else { continue }
      try body(receipt)
    }
  }

  /// Digits: one for the store, seven for the member, four for the receipt.
  private func number(store: Int, member: Int, _ receipt: Int) -> Int64 {
    (Int64(store + 1) * 10_000_000 + Int64(member + 1)) * 10_000 + Int64(receipt)
  }

  private func fill(_ receipt: inout DemoReceipt, of member: DemoMember, visit: Int, day: Int) {
    var basket = DemoDraws(seed: seed, .basket, member: member.number, step: visit)
    let isHome = basket.happens(truth.loyalToStore)
    receipt.store = isHome ? member.homeStore : basket.pick(truth.stores.map(\.share))
    receipt.member = member.number
    receipt.number = number(store: receipt.store, member: member.number, 2 * visit + 1)
    sell(&receipt, day: day, purse: member.purse, &basket)
    let isOwn = receipt.store == member.homeStore && basket.happens(truth.loyalToAdvisor)
    if isOwn, receipt.advisor != nil { receipt.advisor = member.advisor }
  }

  private func fillWalkIn(_ receipt: inout DemoReceipt, _ walkIn: Int, after member: DemoMember) -> Bool {
    var draws = DemoDraws(seed: seed, .walkIn, member: member.number, step: walkIn)
    guard draws.happens(truth.walkIn) else { return false }
    let day = calendar.day(at: draws.unit() * calendar.end)
    receipt.store = draws.pick(truth.stores.map(\.share))
    receipt.member = nil
    receipt.number = number(store: receipt.store, member: member.number, 9_001 + walkIn)
    sell(&receipt, day: day, purse: 1, &draws)
    return true
  }

  /// Everything on a purchase but who buys and in which store.
  private func sell(_ receipt: inout DemoReceipt, day: Int, purse: Double, _ draws: inout DemoDraws) {
    let store = truth.stores[receipt.store]
    receipt.original = nil
    receipt.day = day
    receipt.second = second(in: store, &draws)
    receipt.channel = draws.pick(store.channels.map(\.share))
    let advisor = draws.below(store.advisors.count)
    receipt.advisor = store.channels[receipt.channel].isSelfService ? nil : advisor
    var off = calendar.off[day]
    if off == 0, draws.happens(truth.counterDiscounted) { off = truth.counterDiscount }
    receipt.lines.removeAll(keepingCapacity: true)
    var mix = mix(store: receipt.store, day: day)
    for _ in 0...draws.pick(store.lines) {
      let category = draws.pick(mix)
      // A category stands on a receipt once.
      mix[category] = 0
      receipt.lines.append(line(of: category, in: store, day: day, off: off, purse: purse, &draws))
    }
  }

  private func line(
    of index: Int, in store: DemoStore, day: Int, off: Int, purse: Double, _ draws: inout DemoDraws
  ) -> DemoLine {
    let category = truth.categories[index]
    let height = draws.below(1_000)
    let base = category.prices.lowerBound + category.prices.count * height * height / 1_000_000
    let factor = category.seasonal[calendar.seasons[day].rawValue] * store.price
    let price = Int(Double(base * factor) / 10_000 * purse)
    let list = price / 10 * 10 + 9
    let pieces = draws.happens(category.pairs) ? 2 : 1
    let full = list * pieces * 100
    let discount = full * off / 100
    return DemoLine(
      category: index, pieces: pieces, paid: Int64(full - discount), discount: Int64(discount),
      cost: Int64(full * category.cost / 1_000))
  }

  private func second(in store: DemoStore, _ draws: inout DemoDraws) -> Int32 {
    Int32(draws.pick(store.hours) * 3_600 + draws.below(3_600))
  }

  /// Turns the purchase into the return of one of its lines; false where nothing comes back within the data.
  private func takeBack(_ receipt: inout DemoReceipt, of member: DemoMember, visit: Int) -> Bool {
    let store = truth.stores[receipt.store]
    var draws = DemoDraws(seed: seed, .giveBack, member: member.number, step: visit)
    guard draws.happens(store.returned) else { return false }
    let day = receipt.day + 1 + draws.below(truth.returnDays)
    guard day < calendar.count else { return false }
    let line = receipt.lines[draws.below(receipt.lines.count)]
    receipt.original = receipt.number
    receipt.number += 1
    receipt.day = day
    receipt.second = second(in: store, &draws)
    receipt.lines.removeAll(keepingCapacity: true)
    receipt.lines.append(line.takenBack)
    return true
  }
}

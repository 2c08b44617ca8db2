import MemberBook

/// Adds up members' purchases stretch by stretch: a stretch is a run of them on the same tier.
struct PlainTally {
  private let range: PlainDays
  private let quantities: ReceiptQuantities
  private let earning: PlainEarning

  init(_ earning: PlainEarning, _ book: Book, _ range: PlainDays) {
    self.range = range
    self.earning = earning
    quantities = ReceiptQuantities(book)
  }

  /// Adds a member, by number in the book, who went `path`, and answers their last tier. What lies within the range
  /// goes to `cells`, what lies before it to `before`, both by tier.
  func add(
    _ member: Int, _ sums: borrowing RunningSums, _ path: borrowing TierPath, to cells: inout PlainCells,
    _ before: inout PlainCells
  ) -> Int {
    var within = 0
    sums.advance(&within, to: range.first)
    // The first receipt whose points are there yet; the tier, from which receipt on it is held, and that on the eve.
    var (oldest, tier, from, eve) = (0, 0, 0, -1)
    for place in 0..<path.count {
      let turn = path[place]
      let (to, next) = (turn.receipts, Int(turn.tier))
      hold(from, to, through: turn.tick, within, &oldest, sums, &cells[tier].flow, &before[tier].flow)
      if turn.tick >= range.first {
        eve = eve < 0 ? tier : eve
        cells[tier].flow.turn(from: tier, to: next)
      }
      (tier, from) = (next, to)
    }
    hold(from, sums.count, through: range.last, within, &oldest, sums, &cells[tier].flow, &before[tier].flow)
    let activity = sums.activity(from: within)
    if range.hasEarlier(sums) { cells[eve < 0 ? tier : eve].retention.count(activity.isActive) }
    cells[tier].stock[.members] += 1
    cells[tier].stock[.active] += activity.isActive ? 1 : 0
    cells[tier].stock[.repeating] += activity.isRepeating ? 1 : 0
    cells[tier].stock[.referrals] += range.referrals(by: member)
    if earning.earns { cells[tier].stock[.outstanding] += sums.issued(oldest, sums.count) }
    return tier
  }

  /// A stretch: the receipts from one place up to another, of which those from `within` on lie within the range, and
  /// what expires up to the start of `tick`.
  @inline(__always)
  private func hold(
    _ from: Int, _ to: Int, through tick: Int32, _ within: Int, _ oldest: inout Int, _ sums: borrowing RunningSums,
    _ flow: inout PlainFlow, _ before: inout PlainFlow
  ) {
    if to > within { take(max(from, within), to, sums, &flow) }
    if from < within { take(from, min(to, within), sums, &before) }
    if earning.expires { expire(&oldest, at: tick, sums, &flow, &before) }
  }

  /// The receipts from one place up to another.
  @inline(__always)
  private func take(_ from: Int, _ to: Int, _ sums: borrowing RunningSums, _ flow: inout PlainFlow) {
    flow.buy(from, to, sums, quantities)
    if earning.earns { flow.issued += sums.issued(from, to) }
    if earning.isCapped { flow.capped += sums.kept(from, to) }
  }

  /// The points of `oldest` and later receipts that expire up to the start of `tick`.
  @inline(__always)
  private func expire(
    _ oldest: inout Int, at tick: Int32, _ sums: borrowing RunningSums, _ flow: inout PlainFlow,
    _ before: inout PlainFlow
  ) {
    if range.first > 1 {
      let held = oldest
      earning.expire(&oldest, at: min(range.first - 1, tick), sums)
      before.expired += sums.issued(held, oldest)
    }
    let held = oldest
    earning.expire(&oldest, at: tick, sums)
    flow.expired += sums.issued(held, oldest)
  }
}

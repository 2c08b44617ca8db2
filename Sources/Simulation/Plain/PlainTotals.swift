/// What happened to holders of one tier.
struct PlainFlow {
  var purchases: Int64 = 0
  var visits: Int64 = 0
  var spend: Int64 = 0
  var quantity: Int64 = 0
  var issued: Int64 = 0
  var capped: Int64 = 0
  var expired: Int64 = 0
  var upgrades: Int64 = 0
  var downgrades: Int64 = 0

  @inline(__always)
  mutating func add(_ other: PlainFlow) {
    purchases += other.purchases
    visits += other.visits
    spend += other.spend
    quantity += other.quantity
    issued += other.issued
    capped += other.capped
    expired += other.expired
    upgrades += other.upgrades
    downgrades += other.downgrades
  }

  /// Takes the receipts from one place up to another.
  @inline(__always)
  mutating func buy(_ from: Int, _ to: Int, _ sums: borrowing RunningSums, _ quantities: ReceiptQuantities) {
    purchases += Int64(to - from)
    spend += sums.spend(from, to)
    visits += sums.visits(from, to)
    if quantities.areKnown { for place in from..<to { quantity += quantities[sums.first + place] } }
  }

  @inline(__always)
  mutating func turn(from held: Int, to tier: Int) {
    upgrades += tier > held ? 1 : 0
    downgrades += tier > held ? 0 : 1
  }
}

/// What the short way adds up of one tier.
struct PlainCell {
  var flow = PlainFlow()
  var stock = Stock()
  /// Of members who held the tier on the eve of the range.
  var retention = Retention()

  mutating func add(_ other: PlainCell) {
    flow.add(other.flow)
    stock.add(other.stock)
    retention.add(other.retention)
  }
}

typealias PlainCells = Swift.MutableSpan<PlainCell>

/// What the short way adds up.
struct PlainTotals {
  /// By tier: what lies within the range, and what lies before it.
  var cells: [PlainCell]
  var before: [PlainCell]
  var notYetJoined: Int64 = 0
  var finalTiers: [UInt8] = []

  init(tierCount: Int) {
    cells = [PlainCell](repeating: PlainCell(), count: tierCount)
    before = cells
  }
}

extension Outcome {
  /// Adds what was found of members who come after those that are in it, and whose gross margin is `margin` millionths.
  mutating func add(_ totals: PlainTotals, margin: Int64?) {
    for cell in totals.before { self.totals[.opening] += cell.flow.issued - cell.flow.expired }
    for (tier, cell) in totals.cells.enumerated() {
      add(cell.flow, to: tier, margin: margin)
      stocks[tier].add(cell.stock)
      inGroups[0][.active] += cell.stock[.active]
      retention[tier].add(cell.retention)
    }
    self.totals[.notYetJoined] += totals.notYetJoined
    finalTiers += totals.finalTiers
  }
}

extension Outcome {
  fileprivate mutating func add(_ flow: PlainFlow, to tier: Int, margin: Int64?) {
    flows[tier][.purchases] += flow.purchases
    flows[tier][.visits] += flow.visits
    flows[tier][.spend] += flow.spend
    flows[tier][.quantity] += flow.quantity
    flows[tier][.issued] += flow.issued
    flows[tier][.capped] += flow.capped
    flows[tier][.expired] += flow.expired
    flows[tier][.upgrades] += flow.upgrades
    flows[tier][.downgrades] += flow.downgrades
    if let margin { gross[tier] += Int128(flow.spend) * Int128(margin) }
  }
}

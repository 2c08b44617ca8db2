import Quantities

/// What happened to holders of one tier: the counters of `Flow` that purchases alone can move.
struct PurchaseFlow {
  var purchases: Int64 = 0
  var visits: Int64 = 0
  /// In minor units.
  var spend: Int64 = 0
  /// In thousandths.
  var quantity: Int64 = 0
  var issued: Int64 = 0
  /// What the cap kept from being issued.
  var capped: Int64 = 0
  var expired: Int64 = 0
  var upgrades: Int64 = 0
  var downgrades: Int64 = 0

  @inline(__always)
  mutating func add(_ other: PurchaseFlow, times: Int64 = 1) {
    purchases += times * other.purchases
    visits += times * other.visits
    spend += times * other.spend
    quantity += times * other.quantity
    issued += times * other.issued
    capped += times * other.capped
    expired += times * other.expired
    upgrades += times * other.upgrades
    downgrades += times * other.downgrades
  }

  /// Takes the receipts of a stretch, but for their points.
  @inline(__always)
  mutating func buy(_ receipts: ReceiptWindow, _ sums: borrowing RunningSums, _ quantities: ReceiptQuantities) {
    purchases += Int64(receipts.end - receipts.start)
    spend += sums.spend(in: receipts)
    visits += sums.visits(in: receipts)
    if quantities.areKnown {
      for place in receipts.start..<receipts.end { quantity += quantities[sums.first + place] }
    }
  }

  /// Counts a change of tier.
  @inline(__always)
  mutating func move(from held: Int, to tier: Int, times: Int64 = 1) {
    upgrades += tier > held ? times : 0
    downgrades += tier > held ? 0 : times
  }
}

/// What is added up of one tier.
struct TierTotals {
  /// What happened within the range to those who held the tier then.
  var flow = PurchaseFlow()
  /// Of members who hold the tier at the end of the range.
  var stock = Stock()
  /// Of members who held the tier when the range began.
  var retention = Retention()
  /// Points outstanding when the range began, of the same members.
  var opening: Int64 = 0

  mutating func add(_ other: TierTotals) {
    flow.add(other.flow)
    stock.add(other.stock)
    retention.add(other.retention)
    opening += other.opening
  }
}

/// The totals that a walk over many members adds to.
typealias TierTotalsSpan = MutableSpan<TierTotals>

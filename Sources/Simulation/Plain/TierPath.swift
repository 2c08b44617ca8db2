/// The tiers that a member comes to hold, in order. They begin on the entry tier.
struct TierPath {
  struct Change {
    /// How many of the member's receipts come before it.
    let receipts: Int
    let tick: Int32
    let tier: Int
  }

  private(set) var changes: [Change] = []

  @inline(__always) mutating func reset() { changes.removeAll(keepingCapacity: true) }

  @inline(__always) mutating func turn(to tier: Int, on tick: Int32, after receipts: Int) {
    changes.append(Change(receipts: receipts, tick: tick, tier: tier))
  }
}

/// What was taken off each of one member's purchases, for the returns that name them.
struct GivenDiscounts {
  private let receipts: [ReferenceReceipt]
  /// By benefit and purchase: the tier, what was taken off, and what returns took back of it.
  private var given: [String: (tier: Int, units: Int64, back: Int64)] = [:]

  init(_ receipts: [ReferenceReceipt]) { self.receipts = receipts }

  /// What the receipt at `index`, which comes after all that were asked before, is given of `name` or takes back, and on
  /// which tier; `alone` is what it would be by itself, on the tier that it finds.
  mutating func units(
    of index: Int, _ name: String, tier: Int, givenAlone alone: Int64
  ) -> (tier: Int, units: Int64) {
    let receipt = receipts[index]
    guard receipt.amount < 0, let original = receipt.original, original < index, receipts[original].amount > 0 else {
      given["\(name) \(index)"] = (tier, alone, 0)
      return (tier, alone)
    }
    guard let found = given["\(name) \(original)"] else { return (tier, 0) }
    let (top, bottom) = (abs(found.units) * -receipt.amount, receipts[original].amount)
    let share = min((top * 2 + bottom) / (bottom * 2), abs(found.units) - found.back)
    given["\(name) \(original)"]?.back += share
    return (found.tier, found.units < 0 ? share : -share)
  }
}

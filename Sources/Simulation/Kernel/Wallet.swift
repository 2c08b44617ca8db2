import MemberBook
import Programme

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

  mutating func reset(firstReceipt: Int) {
    account.reset()
    card.reset(firstReceipt: firstReceipt)
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
}

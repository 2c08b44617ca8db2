import Programme
import Quantities

/// One member's exact replay, day by day, as the sections "Tiers (exact replay)" and "Points (exact replay)" of
/// DOMAIN.md say it: every sum afresh, every number exact, nothing remembered that can be looked up again.
///
/// Not here yet: the members file, actions, birthdays, imported tiers, `redeem`, `transfer`, `pool`.
struct ReferenceMember {
  let receipts: [ReferenceReceipt]
  let rules: Rules
  /// The day of the first receipt, be it a purchase, a receipt of 0 or a return.
  let joined: Day

  var tier = 0
  /// The day on which the held tier is reviewed; nil where it has no term.
  var reviewDay: Day?
  /// Whether this term's grace has been taken.
  var graceTaken = false

  /// How many receipts have been processed.
  var processed = 0
  /// By receipt: points issued by it, and points really taken back by it.
  var issued: [Int64]
  var clawedBack: [Int64]
  /// By receipt: what returns of it have claimed, taken and waived together.
  var claimed: [Int64]
  /// Every lot ever made, in order of creation; empty ones stay.
  var lots: [ReferenceLot] = []
  /// The day of the last purchase of net > 0.
  var lastPurchase: Day?

  var today: ReferenceDay

  private init(_ receipts: [ReferenceReceipt], _ rules: Rules, joined: Day) {
    self.receipts = receipts
    self.rules = rules
    self.joined = joined
    (issued, clawedBack) = (receipts.map { _ in 0 }, receipts.map { _ in 0 })
    claimed = issued
    today = ReferenceDay(day: joined, tier: 0)
  }

  /// One entry for every calendar day from the first receipt's to `last`. The receipts are in order of day, second,
  /// input; those after `last` are not looked at.
  static func replay(
    _ receipts: [ReferenceReceipt], by rules: Rules, through last: Day
  ) -> [ReferenceDay] {
    guard let first = receipts.first else { return [] }
    var member = ReferenceMember(receipts, rules, joined: first.day)
    var days: [ReferenceDay] = []
    var day = first.day
    while day <= last {
      member.live(day)
      days.append(member.today)
      day = day + 1
    }
    return days
  }

  private mutating func live(_ day: Day) {
    today = ReferenceDay(day: day, tier: tier)
    // Rule 1. Release comes first and needs no act: a lot is released from its release day on.
    expireLots(on: day)
    monthEndUpgrade(on: day)
    dailyRule(on: day)
    reviewTier(on: day)
    for index in receipts.indices where receipts[index].day == day { process(receipts[index], at: index) }
    today.tier = tier
    today.lots = lots.filter { $0.remaining > 0 }
  }

  /// Rule 2: earn with the tier held before it, then the window, then the upgrade.
  private mutating func process(_ receipt: ReferenceReceipt, at index: Int) {
    let tierBefore = tier
    if receipt.amount > 0 {
      earn(receipt, at: index)
      lastPurchase = receipt.day
    } else if receipt.amount < 0 {
      clawBack(receipt, at: index)
    }
    processed = index + 1
    checkUpgrade(after: receipt)
    today.receipts.append((tierBefore: tierBefore, points: issued[index]))
  }
}

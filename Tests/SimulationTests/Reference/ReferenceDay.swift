import Quantities

// What the reference replay takes and gives: plain values that say everything a kernel could be compared on.

/// A receipt of one member.
struct ReferenceReceipt {
  var day: Day
  var second: Int32
  /// Net, in minor units; the lines sum to it.
  var amount: Int64
  var store: String
  var lines: [ReferenceLine]
  /// For a return, which of the member's receipts it takes back.
  var original: Int?
}

/// A line of a receipt.
struct ReferenceLine {
  var category: String
  var amount: Int64
  var discount: Int64 = 0
}

/// The points of one purchase that are still there.
struct ReferenceLot: Equatable {
  var earned: Day
  var release: Day
  /// The day at whose start it is gone; nil for `never` and for `inactivity`.
  var expiry: Day?
  var remaining: Int64
}

/// One member on one calendar day.
struct ReferenceDay: Equatable {
  var day: Day
  /// Held at the end of the day.
  var tier: Int
  /// What is left at the end of the day, in spending order; none is empty.
  var lots: [ReferenceLot] = []

  var issued: Int64 = 0
  var expired: Int64 = 0
  var clawedBack: Int64 = 0
  var waived: Int64 = 0
  /// What returns could not take back and is owed, in all at the end of the day.
  var owed: Int64 = 0
  var upgrades = 0
  var downgrades = 0
  /// Points that were there when the data began, on the member's first day.
  var opening: Int64 = 0
  /// Reviews that renewed because the window began before the data.
  var unseen = 0
  /// The day's receipts in order: the tier each found, and the points issued by it (0 for a return).
  var receipts: [(tierBefore: Int, points: Int64)] = []

  /// What was spent, in order.
  var redemptions: [Redemption] = []
  var redeemed: Int64 { redemptions.reduce(0) { $0 + $1.points } }

  struct Redemption: Equatable {
    var tierBefore: Int
    /// What was to be spent, and what was.
    var asked: Int64
    var points: Int64
    /// What was asked for beyond the balance.
    var missing: Int64
    var reward: String?
    var parts: [Part] = []
  }

  /// What was spent of a lot.
  struct Part: Equatable {
    var earned: Day
    var points: Int64
  }

  /// What was given and got, and why what was to be given was not.
  var transferredOut: Int64 = 0
  var transferredIn: Int64 = 0
  var refusals: [String] = []

  /// The day's counted actions in order, but for those that do nothing but spend.
  var actions: [Action] = []

  struct Action: Equatable {
    var tierBefore: Int
    var points: Int64
    /// Whether the limit left it out.
    var isLimited: Bool
  }

  static func == (one: ReferenceDay, other: ReferenceDay) -> Bool {
    one.day == other.day && one.tier == other.tier && one.lots == other.lots && one.issued == other.issued
      && one.expired == other.expired && one.clawedBack == other.clawedBack && one.waived == other.waived
      && one.owed == other.owed
      && one.upgrades == other.upgrades && one.downgrades == other.downgrades
      && one.opening == other.opening && one.unseen == other.unseen && one.actions == other.actions
      && one.redemptions == other.redemptions && one.transferredOut == other.transferredOut
      && one.transferredIn == other.transferredIn && one.refusals == other.refusals
      && one.receipts.elementsEqual(other.receipts, by: ==)
  }
}

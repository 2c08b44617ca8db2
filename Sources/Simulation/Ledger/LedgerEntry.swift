public import Quantities

/// One line of a member's ledger.
public struct LedgerEntry: Sendable, Equatable {
  public enum Event: Sendable, Equatable {
    /// A purchase (net ≥ 0) or a return, by its index in the book; `capped` points were not issued.
    case receipt(Int, second: Int32, net: Int64, earned: Int64, capped: Int64)
    /// What a return took back, and what was not there any more.
    case clawback(points: Int64, waived: Int64)
    case expired(Int64)
    /// What a return could not take back and is owed; and what of the points just issued paid it.
    case owed(Int64)
    case paid(Int64)
    /// Points that were spent; by assumption of `released` that could be, or by an action that asked for so many more.
    case redeemed(Int64, Spending)
    /// An action by its index in the book; `isLimited` where the limit of the period left it out.
    case action(Int, second: Int32, earned: Int64, capped: Int64, isLimited: Bool)
    /// Points that were there when the data began.
    case opened(Int64)
    /// What the members file says of the tier.
    case imported(from: Int, to: Int)
    case tier(from: Int, to: Int, TierChange)
    case review(ReviewOutcome)
  }

  public enum Spending: Sendable, Equatable {
    case assumed(released: Int64)
    /// `reward` is the place in the catalogue.
    case action(Int, second: Int32, missing: Int64, reward: Int?)
  }

  public let day: Day
  public let event: Event
  /// The tier held before it, as an index into the ladder.
  public let tier: Int
  /// What the window held after it.
  public let window: WindowSums
  /// The actions that it held, in the order of the ladder's `actionNames`.
  public let actions: [Int64]
  /// Points outstanding after it.
  public let balance: Int64
  /// The first day after the present term; nil without one.
  public let review: Day?
}

/// A lot of points that is left at the end of a ledger.
public struct OpenLot: Sendable, Equatable {
  public let earned: Day
  /// The first day on which it can be spent.
  public let release: Day
  /// The day at whose start it is gone; nil where the lot itself does not expire.
  public let expiry: Day?
  public let points: Int64
}

/// Everything that the rules made of one member, line by line.
public struct Ledger: Sendable, Equatable {
  public let member: Int
  public let entries: [LedgerEntry]
  /// At the end of the last day.
  public let tier: Int
  public let review: Day?
  public let window: WindowSums
  /// The actions that it holds, in the order of the ladder's `actionNames`.
  public let actions: [Int64]
  /// The first day that the window holds.
  public let windowStart: Day
  public let lots: [OpenLot]
}

import Programme
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
    /// Points that were given to another member of the book, nil where nobody is known, or were to be; and points that
    /// were got from one, of which so many paid what was owed. By the action's index in the book.
    case gave(Int64, to: Int?, Int, second: Int32, TransferRefusal?)
    case received(Int64, from: Int, Int, second: Int32, paid: Int64)
    /// An action by its index in the book; `isLimited` where the limit of the period left it out.
    case action(Int, second: Int32, earned: Int64, capped: Int64, isLimited: Bool)
    /// Points that were there when the data began.
    case opened(Int64)
    /// What the members file says of the tier.
    case imported(from: Int, to: Int)
    case tier(from: Int, to: Int, TierChange)
    case review(ReviewOutcome)
    /// The window qualified for a tier whose places went to others; spend and visits of the last of them, nil where
    /// there was no place at all.
    case missed(Int, last: WindowSums?)
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
  /// The task that won the tier.
  public var task: TaskCount?
  /// The member of the same pool who did it; nil where it is the member's own, or everybody's.
  public var mate: Int?
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
  /// What the window loses next where nothing new comes in; nil where it loses nothing as far as the calendar goes.
  public let nextFall: WindowFall?
  public let lots: [OpenLot]
  /// What is done of the tasks that would win a higher tier.
  public let tasks: [TaskCount]
  /// Everybody who has the same balance, in the order of the book, the member too; empty where nobody else can have it.
  public var pool: [Int] = []
}

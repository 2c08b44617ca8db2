import Programme
public import Quantities

/// One line of a member's ledger.
public struct LedgerEntry: Sendable, Equatable {
  public let day: Day
  public let event: ReplayEvent
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

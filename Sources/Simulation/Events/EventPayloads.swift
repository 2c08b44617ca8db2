/// What a receipt brings to the kernel.
public struct ReceiptFacts: Sendable, Equatable {
  /// Whose it is, by number in the book; -1 for a walk-in.
  public let member: Int
  /// Its index in the book.
  public let index: Int
  /// Its day, as a tick of the timeline, and the second of that day, 0 where times are not known.
  public let tick: Int
  public let second: Int32
  /// In minor units.
  public let net: Int64
  /// How many days it adds to the visits: 1, 0 or -1.
  public internal(set) var visits: Int64 = 0
}

/// What an action brings to the kernel.
public struct ActionFacts: Sendable, Equatable {
  /// Its index in the book.
  public let index: Int
  /// Its entry among those of the rules; -1 where it does nothing but move points.
  let entry: Int
  /// Its day, as a tick of the timeline, and the second of that day, 0 where times are not known.
  public let tick: Int
  public let second: Int32
  /// The points that it is to spend.
  var asked: Int64 = 0
  /// The reward that it spends them on, by its place in the catalogue; -1 where it names none.
  var reward = -1
  /// The points that it is to give to another member, and to whom; -1 where the data know nobody of that id.
  var given: Int64 = 0
  var receiver = -1
}

/// What brings a member's points into motion.
public enum PointsOccasion: Sendable, Equatable {
  case purchase(ReceiptFacts)
  case action(ActionFacts)

  var tick: Int {
    switch self {
    case .purchase(let receipt): receipt.tick
    case .action(let action): action.tick
    }
  }
}

/// What a receipt or an action earned.
public struct EarnedPoints: Sendable, Equatable {
  public let points: Int64
  /// What the cap kept from being issued.
  public let capped: Int64
}

/// What a return took back.
public struct Clawback: Sendable, Equatable {
  public let receipt: ReceiptFacts
  public let points: Int64
  /// What was not there any more and is given up.
  public let waived: Int64
  /// Of which lots, where the observer follows them.
  let lots: [Lot]
}

/// Points that were spent, or that a row of the data says were.
public struct Redemption: Sendable, Equatable {
  /// A purchase where it is assumed, an action where the data say so.
  public let occasion: PointsOccasion
  /// What was to be spent: by assumption what is, by the data more where the replay's balance does not cover it.
  let asked: Int64
  /// What could be spent before.
  public let released: Int64
  public let points: Int64
  /// Of each lot so many, in spending order.
  var parts: [LotPart] = []

  /// What was asked for beyond what there was.
  public var missing: Int64 { max(0, asked - released) }
  /// What of the catalogue it was spent on, by its place there; nil where that is not known.
  public var reward: Int? {
    if case .action(let action) = occasion, action.reward >= 0 { action.reward } else { nil }
  }
}

/// Points that a row of the data says one member gave to another.
public struct Transfer: Sendable, Equatable {
  public let row: ActionFacts
  /// By number in the book.
  public let giver: Int
  /// Nil where it was done.
  public internal(set) var refusal: TransferRefusal?
  /// Of the points so many paid what the receiver owed, of the lots `paidLots`.
  public internal(set) var paid: Int64 = 0
  var paidLots: [Lot] = []

  /// By number in the book; nil where the data know nobody of that id.
  public var receiver: Int? { row.receiver < 0 ? nil : row.receiver }
  /// What changed hands.
  public var points: Int64 { refusal == nil ? row.given : 0 }
}

/// Why points did not change hands.
public enum TransferRefusal: Sendable, Equatable {
  case unknownReceiver
  /// The receiver is the giver, or has the same balance.
  case sameBalance
  /// No share is in force on that day.
  case noRule
  /// So many could be spent.
  case beyondBalance(Int64)
  /// So many more could be given this year.
  case beyondShare(Int64)
}

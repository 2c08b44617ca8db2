/// One thing that happens to a member, as the kernel tells it: totals, ledgers, vintages and the logs of households are
/// made of nothing else. Tiers are indices into the ladder; receipts and actions are told by their index in the book.
public enum ReplayEvent: Sendable, Equatable {
  /// A purchase (net ≥ 0) or a return was taken.
  case receipt(ReceiptFacts, EarnedPoints)
  /// A return took points back; it follows on the return.
  case clawback(Clawback)
  /// A return should have taken back so many more, which are owed from now on.
  case owed(Int64)
  /// Of the points just issued so many paid what was owed: they are clawed back at once.
  case paid(Int64, by: PointsOccasion)
  /// Points were spent, or asked for in vain. It precedes what else the purchase or the action does.
  case redeemed(Redemption)
  /// An action was done that the ladder or the policy names; `isLimited` where the limit of its period left it out.
  case action(ActionFacts, EarnedPoints, isLimited: Bool)
  /// Points were given to another member, or were to be; and points were got from one.
  case gave(Transfer)
  case received(Transfer)
  /// Points were gone at the start of the day; of which lots, where the observer follows them.
  case expired(Int64, of: [Lot])
  /// There were points when the data began.
  case opened(Int64)
  /// The members file says that from the start of the day on the member holds `to`: a fact, no upgrade or downgrade.
  case imported(from: Int, to: Int)
  case changed(from: Int, to: Int, TierChange)
  /// A review left the tier as it was.
  case reviewed(ReviewOutcome)
  /// The window qualified for a tier whose places went to others: spend and visits of the last of them, nil where there
  /// was no place at all. What the review makes of it is told next.
  case missed(Int, last: WindowSums?)

  /// The tier held from then on, where the event says one.
  public var newTier: Int? {
    switch self {
    case .changed(_, let to, _), .imported(_, let to): to
    case .receipt, .clawback, .owed, .paid, .redeemed, .action, .gave, .received, .expired, .opened, .reviewed,
      .missed:
      nil
    }
  }
}

/// Why a tier changed.
public enum TierChange: Sendable, Equatable {
  case purchase, action, monthEnd, review, transition, daily
  /// A task was done, of which so much was held.
  case task(TaskCount)
  /// An upgrade that points bought.
  case reward

  /// Whether it happens in the course of a day, so that the tier is held from the next morning on; else from this one.
  var isWithinDay: Bool {
    switch self {
    case .purchase, .action, .task, .reward: true
    case .monthEnd, .review, .transition, .daily: false
    }
  }
}

/// What a review that changed nothing decided.
public enum ReviewOutcome: Sendable, Equatable {
  case renewed, grace
  /// Renewed by the thresholds of the tick on which the tier was reached, though not by today's.
  case kept(Int)
  /// Renewed because the window began before the data, of a member whose tier was imported.
  case unseen
}

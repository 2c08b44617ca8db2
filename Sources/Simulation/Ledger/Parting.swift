public import Quantities

/// Two ledgers of one member side by side, and where they part: at the first line that differs in what the member has, tier,
/// term or points. What the windows hold may differ before.
public struct Parting: Sendable {
  /// What happened, in both ledgers or in one.
  public struct Line: Sendable {
    public let first: LedgerEntry?
    public let second: LedgerEntry?

    public var day: Day? { first?.day ?? second?.day }
  }

  public let lines: [Line]
  /// The line at which they part; nil where they never do.
  public let place: Int?

  /// `tiers` is what the tiers of either ladder are called, which may be different ladders.
  public init(_ first: Ledger, _ second: Ledger, tiers: (first: [String], second: [String])) {
    var lines: [Line] = []
    var rest = (first.entries[...], second.entries[...])
    while let one = rest.0.first, let other = rest.1.first {
      if one.day == other.day, one.subject == other.subject {
        lines.append(Line(first: one, second: other))
        rest.0.removeFirst()
        rest.1.removeFirst()
      } else if one.day < other.day
        || (one.day == other.day && !rest.1.contains { $0.day == one.day && $0.subject == one.subject })
      {
        lines.append(Line(first: one, second: nil))
        rest.0.removeFirst()
      } else {
        lines.append(Line(first: nil, second: other))
        rest.1.removeFirst()
      }
    }
    lines += rest.0.map { Line(first: $0, second: nil) } + rest.1.map { Line(first: nil, second: $0) }
    self.lines = lines
    place = lines.firstIndex { line in
      guard let one = line.first, let other = line.second else { return true }
      return one.balance != other.balance || one.review != other.review
        || tiers.first[one.tier] != tiers.second[other.tier]
        || one.outcome(tiers.first) != other.outcome(tiers.second)
    }
  }
}

extension LedgerEntry {
  /// What a line is about, by which lines of two ledgers are the same.
  fileprivate enum Subject: Equatable {
    case receipt(Int), action(Int), clawback, owed, paid, redeemed, gave(Int), received(Int), expired, opened, imported,
      tier, review, missed
  }

  fileprivate var subject: Subject {
    switch event {
    case .receipt(let index, _, _, _, _): .receipt(index)
    case .action(let index, _, _, _, _): .action(index)
    case .clawback: .clawback
    case .owed: .owed
    case .paid: .paid
    case .redeemed: .redeemed
    case .gave(_, _, let index, _, _): .gave(index)
    case .received(_, _, let index, _, _): .received(index)
    case .expired: .expired
    case .opened: .opened
    case .imported: .imported
    case .tier: .tier
    case .review: .review
    case .missed: .missed
    }
  }

  /// What came of it for the member: the tier reached, or points earned and lost.
  fileprivate func outcome(_ tiers: [String]) -> [String] {
    switch event {
    case .tier(let from, let to, _), .imported(let from, let to): [tiers[from], tiers[to]]
    case .receipt(_, _, _, let earned, _), .action(_, _, let earned, _, _): [String(earned)]
    case .clawback(let points, let waived): [String(points), String(waived)]
    case .expired(let points), .opened(let points), .owed(let points), .paid(let points), .redeemed(let points, _):
      [String(points)]
    case .gave(let points, _, _, _, let refusal): [String(points), refusal.map { "\($0)" } ?? ""]
    case .received(let points, _, _, _, let paid): [String(points), String(paid)]
    case .review(let outcome): ["\(outcome)"]
    case .missed(let tier, _): [tiers[tier]]
    }
  }
}

public import Quantities

/// Two ledgers of one member side by side, and where they diverge: at the first line that differs in what the member has,
/// tier, term or points. What the windows hold may differ before.
public struct LedgerDivergence: Sendable {
  /// What happened, in both ledgers or in one.
  public struct Line: Sendable {
    public let first: LedgerEntry?
    public let second: LedgerEntry?

    public var day: Day? { first?.day ?? second?.day }
  }

  public let lines: [Line]
  /// The line at which they diverge; nil where they never do.
  public let place: Int?

  /// `tiers` is what the tiers of either ladder are called, which may be different ladders.
  public init(_ first: Ledger, _ second: Ledger, tiers: (first: [String], second: [String])) {
    lines = LedgerDivergence.aligned(first.entries, second.entries)
    place = lines.firstIndex { line in
      guard let one = line.first, let other = line.second else { return true }
      return one.balance != other.balance || one.review != other.review
        || tiers.first[one.tier] != tiers.second[other.tier]
        || one.outcome(tiers.first) != other.outcome(tiers.second)
    }
  }

  /// Lines that are about the same stand side by side.
  private static func aligned(_ first: [LedgerEntry], _ second: [LedgerEntry]) -> [Line] {
    let (keys, others) = (first.map(\.key), second.map(\.key))
    var lines: [Line] = []
    var (one, other) = (0, 0)
    while one < first.count && other < second.count {
      let (day, otherDay) = (keys[one].day, others[other].day)
      if keys[one] == others[other] {
        lines.append(Line(first: first[one], second: second[other]))
        (one, other) = (one + 1, other + 1)
      } else if day < otherDay || (day == otherDay && !others[other...].contains(keys[one])) {
        lines.append(Line(first: first[one], second: nil))
        one += 1
      } else {
        lines.append(Line(first: nil, second: second[other]))
        other += 1
      }
    }
    return lines + first[one...].map { Line(first: $0, second: nil) }
      + second[other...].map { Line(first: nil, second: $0) }
  }
}

extension LedgerEntry {
  /// What a line is about, by which lines of two ledgers are the same.
  fileprivate enum Subject: Equatable {
    case receipt(Int), action(Int), clawback, owed, paid, redeemed, gave(Int), received(Int), expired, opened, imported,
      tier, review, missed
  }

  fileprivate struct Key: Equatable {
    let day: Day
    let subject: Subject
  }

  fileprivate var key: Key { Key(day: day, subject: subject) }

  private var subject: Subject {
    switch event {
    case .receipt(let receipt, _): .receipt(receipt.index)
    case .action(let action, _, _): .action(action.index)
    case .clawback: .clawback
    case .owed: .owed
    case .paid: .paid
    case .redeemed: .redeemed
    case .gave(let transfer): .gave(transfer.row.index)
    case .received(let transfer): .received(transfer.row.index)
    case .expired: .expired
    case .opened: .opened
    case .imported: .imported
    case .changed: .tier
    case .reviewed: .review
    case .missed: .missed
    }
  }

  /// What came of it for the member: the tier reached, or points earned and lost.
  fileprivate func outcome(_ tiers: [String]) -> [String] {
    switch event {
    case .changed(let from, let to, _), .imported(let from, let to): [tiers[from], tiers[to]]
    case .receipt(_, let earned), .action(_, let earned, _): [String(earned.points)]
    case .clawback(let clawback): [String(clawback.points), String(clawback.waived)]
    case .expired(let points, _), .opened(let points), .owed(let points), .paid(let points, _): [String(points)]
    case .redeemed(let redemption): [String(redemption.points)]
    case .gave(let transfer): [String(transfer.points), transfer.refusal.map { "\($0)" } ?? ""]
    case .received(let transfer): [String(transfer.points), String(transfer.paid)]
    case .reviewed(let outcome): ["\(outcome)"]
    case .missed(let tier, _): [tiers[tier]]
    }
  }
}

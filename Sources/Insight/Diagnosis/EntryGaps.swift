import MemberBook
public import Messages
public import Numerics
public import Quantities
public import Simulation

/// How far members of the entry tier are from the next one at the end of a range.
public struct EntryGaps: Sendable, Equatable {
  /// Of what the next tier asks for so much is missing at most.
  public enum Band: Int64, CaseIterable, Sendable {
    case tenth = 10
    case quarter = 25
    case half = 50
    case more = 100
    /// The next tier asks for nothing that is counted: it is by invitation or by a task.
    case uncounted = 0
  }

  public struct Row: Sendable, Equatable {
    public let band: Band
    public internal(set) var members: Int64 = 0
    /// In the store within the range, in minor units.
    public internal(set) var spend: Int64 = 0
    /// What is missing to the next tier's threshold on spend, in minor units.
    public internal(set) var missing: Int64 = 0
    var asksForSpend = false
  }

  /// The bands that anyone is in, the nearest first.
  public let rows: [Row]
  /// What the next tier is called.
  public let next: String
  public let asksForSpend: Bool

  /// Members a quarter away at most.
  public var near: Int64 { rows.filter { [.tenth, .quarter].contains($0.band) }.reduce(0) { $0 + $1.members } }

  /// `store` is the code of the store, or `StoreTallies.all(book)`. `rules` reach as far beyond the range's last day as
  /// windows and terms do. Nil where there is no next tier.
  public init?(
    of members: [Int], in store: Int, _ replay: Replay, _ rules: CompiledRules, over range: DayRange,
    _ job: Job = .unattended
  ) throws(Diagnostic) {
    let empty = Band.allCases.map { Row(band: $0) }
    guard rules.tiers.count > 1 else { return nil }
    let pieces = max(1, min(64, members.count))
    let book = replay.history.book
    let isEverywhere = store == StoreTallies.all(book)
    let parts = try job.map(pieces) { piece in
      var rows = empty
      for member in members[(members.count * piece / pieces)..<(members.count * (piece + 1) / pieces)] {
        guard let ledger = replay.ledger(of: member, rules, through: range.last),
          let gap = rules.gap(above: ledger.tier, holding: ledger.window, ledger.actions, on: range.last),
          let place = rows.firstIndex(where: { $0.band == gap.band })
        else { continue }
        rows[place].members += 1
        if let spend = gap.thresholds.first(where: { $0.measure == .spend }) {
          rows[place].missing += spend.missing
          rows[place].asksForSpend = true
        }
        for receipt in book.purchases.range(of: member) where range.contains(book.purchases.day(receipt)) {
          if isEverywhere || book.storeCode(of: receipt) == store {
            rows[place].spend += book.purchases.amount[receipt]
          }
        }
      }
      return rows
    }
    var rows = empty
    for part in parts {
      for place in rows.indices {
        rows[place].members += part[place].members
        rows[place].spend += part[place].spend
        rows[place].missing += part[place].missing
        rows[place].asksForSpend = rows[place].asksForSpend || part[place].asksForSpend
      }
    }
    self.rows = rows.filter { $0.members > 0 }
    next = rules.tiers[1]
    asksForSpend = rows.contains(where: \.asksForSpend)
  }
}

extension TierGap {
  /// The least band that holds: for all thresholds where all are needed, else for any.
  fileprivate var band: EntryGaps.Band {
    guard !thresholds.isEmpty else { return .uncounted }
    func holds(_ threshold: Threshold, _ band: EntryGaps.Band) -> Bool {
      Int128(threshold.missing) * 100 <= Int128(threshold.asked) * Int128(band.rawValue)
    }
    return [.tenth, .quarter, .half].first { band in
      needsAll ? thresholds.allSatisfy { holds($0, band) } : thresholds.contains { holds($0, band) }
    } ?? .more
  }
}

import MemberBook
public import Messages
public import Numerics
import Programme
public import Quantities

/// Which tier members held from when on, as the replay tells it.
public struct TierHistory: Sendable, Equatable {
  public struct Change: Sendable, Equatable {
    public let day: Day
    /// The tier that is held from then on, as an index into the ladder.
    public let tier: Int

    public init(day: Day, tier: Int) {
      self.day = day
      self.tier = tier
    }
  }

  /// By member, oldest first; before the first change it is the entry tier.
  public let changes: [[Change]]

  /// At the end of `day`.
  public func tier(of member: Int, on day: Day) -> Int { changes[member].last { $0.day <= day }?.tier ?? 0 }

  /// The first day on which the member came to hold `tier` or a higher one; nil where that never was.
  public func first(of member: Int, from tier: Int) -> Day? { changes[member].first { $0.tier >= tier }?.day }
}

extension Replay {
  /// The tiers of every member through `last`.
  public func tierHistory(
    _ rules: CompiledRules, through last: Day, _ job: Job = .unattended
  ) throws(Diagnostic) -> TierHistory {
    let bounds = sliceBounds()
    let end = rules.timeline.tick(last)
    let parts = try job.map(bounds.count - 1) { slice in
      var walk = MemberWalk(
        rules, history.book, observer: TierKeeper(timeline: rules.timeline),
        qualifier: ActionQualifier(rules.thresholds))
      var found: [[TierHistory.Change]] = []
      for member in bounds[slice]..<bounds[slice + 1] {
        walk.observer.changes.removeAll(keepingCapacity: true)
        _ = walk.follow(member, through: end)
        found.append(walk.observer.changes)
      }
      return found
    }
    return TierHistory(changes: parts.flatMap(\.self))
  }
}

/// Notes changes of tier alone.
private struct TierKeeper: ReplayObserver {
  let timeline: Timeline
  var changes: [TierHistory.Change] = []

  mutating func changed(from: Int, to: Int, tick: Int, cause: TierChange, walk: WalkState) {
    changes.append(TierHistory.Change(day: timeline.day(tick), tier: to))
  }

  mutating func imported(from: Int, to: Int, tick: Int, walk: WalkState) {
    if from != to { changes.append(TierHistory.Change(day: timeline.day(tick), tier: to)) }
  }

  mutating func receipt(_ receipt: ReceiptFacts, earned: Int64, capped: Int64, tier: Int, walk: WalkState) {}
  mutating func clawback(_ receipt: ReceiptFacts, clawedBack: Int64, waived: Int64, tier: Int) {}
  mutating func owes(_ points: Int64, since receipt: ReceiptFacts, tier: Int) {}
  mutating func paid(_ points: Int64, by occasion: Redemption.Occasion, tier: Int) {}
  mutating func expired(_ points: Int64, tick: Int, tier: Int) {}
  mutating func action(
    _ action: ActionFacts, earned: Int64, capped: Int64, isLimited: Bool, tier: Int, walk: WalkState
  ) {}
  mutating func opened(_ points: Int64, tier: Int, walk: WalkState) {}
  mutating func reviewed(tick: Int, tier: Int, outcome: ReviewOutcome, walk: WalkState) {}
}

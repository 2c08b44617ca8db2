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
    let parts = try walk(
      rules, through: rules.timeline.tick(last), job: job, observer: { TierKeeper(timeline: rules.timeline) },
      finding: { $0.changes })
    return TierHistory(changes: parts.flatMap(\.self))
  }
}

/// Notes changes of tier alone, by member.
private struct TierKeeper: ReplayObserver {
  let timeline: Timeline
  var changes: [[TierHistory.Change]] = []

  mutating func begin(_ member: Int) { changes.append([]) }

  mutating func note(_ event: ReplayEvent, _ walk: WalkState) {
    guard let tier = event.newTier, tier != walk.tier else { return }
    changes[changes.count - 1].append(TierHistory.Change(day: timeline.day(walk.tick), tier: tier))
  }
}

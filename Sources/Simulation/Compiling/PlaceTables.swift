import MemberBook
import Programme
import Quantities

/// Limited places on tiers, and who gets them on each 1 January.
struct PlaceTables: Sendable {
  /// By tier: how many places there are; nil where everyone has one.
  let limits: [Int?]
  /// By tick, ascending: the days on which they are handed out.
  let days: [Int32]
  /// By day, as far as they are known, and tier.
  private(set) var cuts: [[PlaceCut]] = []

  /// Nil where no places are limited.
  init?(_ ladder: Ladder, _ timeline: Timeline, members: Int) {
    guard ladder.hasQuotas else { return nil }
    limits = ladder.tiers.map { $0.most?.places(among: members) }
    days = (1..<timeline.count).filter { timeline.day($0).newYear() == timeline.day($0) }.map { Int32($0) }
  }

  /// Which of the days `tick` is; nil on any other.
  func place(of tick: Int) -> Int? { days.firstIndex(of: Int32(tick)) }

  /// Hands out the places of the next day.
  mutating func settle(_ candidates: [PlaceCandidate], _ members: Members) {
    var cuts = [PlaceCut](repeating: .everyone, count: limits.count)
    var waiting = candidates
    for tier in limits.indices.reversed() {
      guard let limit = limits[tier] else { continue }
      let kept = waiting.count { $0.keeps == tier }
      var contenders = waiting.filter { $0.keeps < tier && $0.tiers.contains(UInt8(tier)) }
      let free = max(0, limit - kept)
      if contenders.count > free {
        contenders.sort { $0.standing.precedes($1.standing, members) }
        cuts[tier] = free == 0 ? .nobody : .from(contenders[free - 1].standing)
      }
      waiting.removeAll { candidate in
        candidate.keeps == tier
          || candidate.tiers.contains(UInt8(tier)) && candidate.keeps < tier
            && cuts[tier].admits(candidate.standing, members)
      }
    }
    self.cuts.append(cuts)
  }
}

/// What decides who gets a place: the largest spend in the window, then more visits, then the earlier joining, then the
/// id.
struct PlaceStanding: Sendable {
  let spend: Int64
  let visits: Int64
  let joined: Day
  let member: Int

  func precedes(_ other: PlaceStanding, _ members: Members) -> Bool {
    if spend != other.spend { return spend > other.spend }
    if visits != other.visits { return visits > other.visits }
    if joined != other.joined { return joined < other.joined }
    return member != other.member && members.id(of: member) < members.id(of: other.member)
  }
}

/// Up to where places go.
enum PlaceCut: Sendable {
  case everyone, nobody
  /// The last one who gets a place.
  case from(PlaceStanding)

  func admits(_ standing: PlaceStanding, _ members: Members) -> Bool {
    switch self {
    case .everyone: true
    case .nobody: false
    case .from(let last): !last.precedes(standing, members)
    }
  }

  /// What the window of the last one who gets a place holds; nil where nobody is told apart.
  var last: WindowSums? {
    if case .from(let standing) = self { WindowSums(spend: standing.spend, visits: standing.visits) } else { nil }
  }
}

/// Who qualifies for a limited place on the day that is being settled.
struct PlaceCandidate: Sendable {
  let standing: PlaceStanding
  /// The tiers with limited places that the window qualifies for and that would be a gain, above any it qualifies for
  /// without limit.
  let tiers: [UInt8]
  /// The tier with limited places that is kept without being judged; 0 where there is none.
  let keeps: Int
}

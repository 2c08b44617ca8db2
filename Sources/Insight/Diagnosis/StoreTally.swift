/// What members and walk-ins did in a store, or in all of them, within a range. Amounts are in minor units.
public struct StoreTally: Sendable, Equatable {
  /// Members with a purchase there.
  public internal(set) var active: Int64 = 0
  /// Members whose first purchase of all lies in the range and was made there.
  public internal(set) var newcomers: Int64 = 0
  public internal(set) var newcomerSpend: Int64 = 0
  /// Active members with at least two days there on which their receipts come to more than 0.
  public internal(set) var repeating: Int64 = 0
  /// Members active there in the range before and not in this; of them those who bought in another store, and what all of
  /// them spent there before.
  public internal(set) var lost: Int64 = 0
  public internal(set) var lostElsewhere: Int64 = 0
  public internal(set) var lostSpend: Int64 = 0
  /// Active members with so many purchases there that they count as stuck, who have never stood above the entry tier.
  public internal(set) var stuck: Int64 = 0
  public internal(set) var stuckSpend: Int64 = 0
  public internal(set) var purchases: Int64 = 0
  public internal(set) var spend: Int64 = 0
  public internal(set) var walkIns: Int64 = 0
  /// What is left of the walk-ins' sales after the goods, in millionths of a minor unit.
  public internal(set) var walkInGross: Int128 = 0
  /// Of each active member.
  var spends: [Int64] = []

  public var factors: SalesFactors {
    SalesFactors(members: active, purchases: purchases, spend: spend, walkIns: walkIns)
  }

  /// How what active members spent is spread over them.
  public var pareto: Pareto { Pareto(spends) }

  /// Adds what was found for other members.
  mutating func add(_ other: StoreTally) {
    active += other.active
    newcomers += other.newcomers
    newcomerSpend += other.newcomerSpend
    repeating += other.repeating
    lost += other.lost
    lostElsewhere += other.lostElsewhere
    lostSpend += other.lostSpend
    stuck += other.stuck
    stuckSpend += other.stuckSpend
    purchases += other.purchases
    spend += other.spend
    walkIns += other.walkIns
    walkInGross += other.walkInGross
    spends += other.spends
  }
}

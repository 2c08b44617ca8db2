public import Simulation

/// What members and walk-ins did in a store, or in all of them, within a range. Amounts are in minor units.
public struct StoreTally: Sendable, Equatable {
  /// What is counted.
  public enum Counter: Int, CounterKey {
    /// Members with a purchase there.
    case active
    /// Members whose first purchase of all lies in the range and was made there, and what they spent.
    case newcomers, newcomerSpend
    /// Members active there in the range before and not in this; of them those who bought in another store, and what all
    /// of them spent there before.
    case lost, lostElsewhere, lostSpend
    /// Active members with so many purchases there that they count as stuck, who have never stood above the entry tier.
    case stuck, stuckSpend
    /// Active members with at least two days there on which their receipts come to more than 0.
    case repeating
    case purchases, spend, walkIns
  }

  var counts = Counters<Counter, Int64, 12>()
  /// What is left of the walk-ins' sales after the goods, in millionths of a minor unit.
  public internal(set) var walkInGross: Int128 = 0
  /// Of each active member.
  var spends: [Int64] = []

  /// The value of one counter.
  public internal(set) subscript(counter: Counter) -> Int64 {
    get { counts[counter] }
    _modify { yield &counts[counter] }
  }

  /// What the sales are made of.
  public var factors: SalesFactors {
    SalesFactors(
      members: self[.active], purchases: self[.purchases], spend: self[.spend], walkIns: self[.walkIns])
  }

  /// How what active members spent is spread over them.
  public var pareto: Pareto { Pareto(spends) }

  /// Adds what was found for other members.
  mutating func add(_ other: StoreTally) {
    counts.add(other.counts)
    walkInGross += other.walkInGross
    spends += other.spends
  }
}

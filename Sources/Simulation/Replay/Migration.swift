public import MemberBook
public import Quantities

/// Members by where they end under two scenarios, with what they spent in the range.
public struct Migration: Sendable {
  public struct Cell: Sendable, Equatable {
    public let from: Int
    public let to: Int
    public let members: Int64
    /// In minor units.
    public let spend: Int64
  }

  public struct Mover: Sendable, Equatable {
    public let member: Int
    public let from: Int
    public let to: Int
    public let spend: Int64
    /// Whether both scenarios have the same ladder of tiers, so that one can be called higher.
    public let isComparable: Bool
  }

  public let fromTiers: [String]
  public let toTiers: [String]
  /// The pairs of tiers that anyone has, in the order of the ladders.
  public let cells: [Cell]
  /// By cell: who they are, in the order of the book.
  public let groups: [[Int]]
  /// Members whose tiers differ, most spend first, then by id.
  public let movers: [Mover]

  public init(from: Outcome, to: Outcome, in book: Book, over range: DayRange) {
    fromTiers = from.tiers
    toTiers = to.tiers
    let width = to.tiers.count
    var members = [Int64](repeating: 0, count: from.tiers.count * width)
    var spends = members
    var movers: [Mover] = []
    var groups = [[Int]](repeating: [], count: members.count)
    for (member, (before, after)) in zip(from.finalTiers, to.finalTiers).enumerated() {
      let spend = book.purchases.range(of: member).reduce(Int64(0)) { sum, receipt in
        range.contains(book.purchases.day(receipt)) ? sum + book.purchases.amount[receipt] : sum
      }
      let cell = Int(before) * width + Int(after)
      members[cell] += 1
      groups[cell].append(member)
      spends[cell] += spend
      if from.tiers[Int(before)] != to.tiers[Int(after)] {
        movers.append(
          Mover(
            member: member, from: Int(before), to: Int(after), spend: spend, isComparable: from.tiers == to.tiers))
      }
    }
    cells = members.indices.filter { members[$0] > 0 }.map { cell in
      Cell(from: cell / width, to: cell % width, members: members[cell], spend: spends[cell])
    }
    self.groups = groups.filter { !$0.isEmpty }
    self.movers = movers.sorted { one, other in
      one.spend != other.spend
        ? one.spend > other.spend : book.members.id(of: one.member) < book.members.id(of: other.member)
    }
  }
}

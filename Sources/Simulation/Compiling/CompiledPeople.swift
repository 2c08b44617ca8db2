import MemberBook
import Programme

/// The facts of members and actions as a scenario's rules see them.
struct CompiledPeople: Sendable {
  let facts: MemberFacts
  /// By name of an imported tier: the ladder's tier; 0 where it says nothing more than the entry tier.
  private let tierOfName: [UInt8]
  let actions: ActionTables?
  var findings: FactFindings

  /// Nil where the book has no such facts.
  init?(_ rules: Rules, _ timeline: Timeline, _ history: PurchaseHistory) {
    guard let facts = history.facts else { return nil }
    self.facts = facts
    let tiers = rules.ladder.tiers.map(\.name)
    tierOfName = facts.tierNames.map { name in UInt8(clamping: tiers.firstIndex(of: name) ?? 0) }
    actions = ActionTables(rules, timeline, history.book)
    let strays = facts.tierNames.indices.dropFirst().filter { !tiers.contains(facts.tierNames[$0]) }
    findings = FactFindings(
      strayTiers: strays.map { .init(name: facts.tierNames[$0], members: facts.tierCounts[$0]) },
      lapsedOpenings: facts.lapsedOpenings, negativeOpenings: facts.negativeOpenings,
      redemptions: actions?.redemptions ?? 0,
      ruledOutTransfers: rules.points.map { ActionTables.ruledOutTransfers($0, timeline, history.book) } ?? 0,
      knowsReferrers: facts.referrals != nil, strayReferrers: facts.referrals?.strays ?? 0)
  }

  /// The imported tier above the entry tier; 0 where there is none.
  @inline(__always)
  func tier(of member: Int) -> Int { facts.tier.isEmpty ? 0 : Int(tierOfName[Int(facts.tier[member])]) }

  /// Since which tick the imported tier is held.
  func since(of member: Int) -> Int { facts.tierSince.isEmpty ? 1 : Int(facts.tierSince[member]) }

  @inline(__always)
  func opening(of member: Int) -> Int64 { facts.opening.isEmpty ? 0 : facts.opening[member] }
  func furtherOpenings(of member: Int) -> [(points: Int64, expiry: Int32)] {
    facts.furtherOpenings.isEmpty ? [] : facts.furtherOpenings[member] ?? []
  }

  /// Whether there is more to the member's way than receipts.
  @inline(__always)
  func hasMore(_ member: Int) -> Bool {
    if tier(of: member) > 0 || opening(of: member) > 0 || !furtherOpenings(of: member).isEmpty { return true }
    return actions.map { !$0.actions.range(of: member).isEmpty } ?? false
  }
}

/// What of the members file a replay could not use, or only in part.
public struct FactFindings: Sendable, Equatable {
  public struct StrayTier: Sendable, Equatable {
    public let name: String
    public let members: Int
  }

  /// Imported tiers that the ladder does not have.
  public var strayTiers: [StrayTier] = []
  /// Members whose opening points were gone by the first day of the data.
  public var lapsedOpenings = 0
  /// Members whose opening points were less than 0, which counts as 0.
  public var negativeOpenings = 0
  /// Actions within the data that spend points, so that `redeem` is not applied.
  public var redemptions = 0
  /// Actions within the data that give points to another member, where the policy does not say how much may be given.
  public var ruledOutTransfers = 0
  /// Whether the data name referrers, and how many members name one who is no member.
  public var knowsReferrers = false
  public var strayReferrers = 0
  /// Members whom the pool has no place for.
  public var outsidePools = 0
}

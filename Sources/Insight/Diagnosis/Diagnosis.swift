import Programme
import Quantities
public import Simulation

/// The VIP business of stores, and of all of them together, in a range and in the one that it is held against.
public struct Diagnosis: Sendable {
  /// What replays and the book told.
  public struct Sources: Sendable {
    public let tallies: StoreTallies
    /// Of the range and, where the data have any of it, of the earlier one, split by store.
    public let outcomes: [Outcome]
    /// By the store's code: its group in the outcomes.
    public let groups: [Int]
    /// Nil where there is one tier and there are no points.
    public let rises: TierRises?
    /// How many of the ranges, the latest first, the data have any of.
    public let covered: Int
    public let hasPoints: Bool

    public init(
      tallies: StoreTallies, outcomes: [Outcome], groups: [Int], rises: TierRises?, covered: Int, hasPoints: Bool
    ) {
      self.tallies = tallies
      self.outcomes = outcomes
      self.groups = groups
      self.rises = rises
      self.covered = covered
      self.hasPoints = hasPoints
    }
  }

  private let sources: Sources
  /// By range and store.
  private let paretos: [[Pareto]]
  private let upgraded: [[Int64]]
  /// The codes of the stores that have a name and sold anything in either range.
  public let stores: [Int]
  /// All stores together.
  public let all: Int
  public let hasTiers: Bool

  public init(_ sources: Sources) {
    self.sources = sources
    let tallies = sources.tallies.tallies
    all = (tallies.first?.count ?? 1) - 1
    hasTiers = (sources.outcomes.first?.tiers.count ?? 1) > 1
    paretos = sources.outcomes.indices.map { place in tallies[place].map(\.pareto) }
    stores = (1..<max(all, 1)).filter { store in
      sources.outcomes.indices.contains { tallies[$0][store][.active] > 0 || tallies[$0][store].factors.sales != 0 }
    }
    let all = all
    upgraded = sources.outcomes.indices.map { place in
      var counts = [Int64](repeating: 0, count: all + 1)
      guard let rises = sources.rises?.rises[place] else { return counts }
      for rise in rises { counts[Int(rise.store)] += 1 }
      counts[all] = Int64(Set(rises.map(\.member)).count)
      return counts
    }
  }

  /// Whether anything is known of the earlier range.
  public var hasEarlier: Bool { sources.outcomes.count > 1 }
  public var knowsMargin: Bool { sources.outcomes.first?.costing.knowsMargin ?? false }
  public var hasPoints: Bool { sources.hasPoints }
  /// Members stuck in the store that was asked for.
  public var stuck: [Int] { sources.tallies.stuck }
  public var tiers: [String] { sources.outcomes.first?.tiers ?? [] }

  /// `place` is 0 for the range, 1 for the earlier one.
  public func tally(of store: Int, in place: Int = 0) -> StoreTally { sources.tallies.tallies[place][store] }

  /// How the sales of a store changed; nil where there is no earlier range.
  public func change(of store: Int) -> SalesChange? {
    hasEarlier ? SalesChange(from: tally(of: store, in: 1).factors, to: tally(of: store).factors) : nil
  }

  /// Unknown where the data or the definitions lack what it takes.
  public func value(of figure: Figure, store: Int, in place: Int = 0) -> MetricValue {
    guard place < sources.outcomes.count, hasTiers || !figure.needsTiers else { return .unknown }
    let tally = tally(of: store, in: place)
    let pareto = paretos[place][store]
    switch figure {
    case .newcomers: return .count(tally[.newcomers])
    case .repurchasing: return .count(tally[.repeating])
    case .upgraded: return .count(upgraded[place][store])
    case .lost: return hasBefore(place) ? .count(tally[.lost]) : .unknown
    case .lostElsewhere: return hasBefore(place) && store != all ? .count(tally[.lostElsewhere]) : .unknown
    case .sales: return .money(Money(minor: tally.factors.sales))
    case .memberSales: return value(of: Metric(.spend), store: store, in: place)
    case .vipMarginShare: return marginShare(store, place)
    case .frequency: return .quotient(tally[.purchases], over: tally[.active])
    case .stuck: return .count(tally[.stuck])
    case .stuckShare: return .share(part: tally[.stuck], whole: tally[.active])
    case .topFifth: return .share(part: pareto.topFifth, whole: pareto.spend)
    case .bringingMost:
      return .share(part: pareto.bringing.first { $0.percent == 80 }?.members ?? 0, whole: pareto.members)
    case .gini: return pareto.giniTenThousandths.map { .quotient($0, over: 10_000) } ?? .unknown
    case .active, .repeatRate, .churn, .usage, .vipShare, .purchases, .basket, .issued, .redeemed, .expired,
      .redemptionRate:
      return figure.metric.map { value(of: Metric($0), store: store, in: place) } ?? .unknown
    }
  }

  /// A metric, from the counters of the store: those of the replay, but for members who came again, who are held against
  /// the earlier range, and for points that expired, which stand at the store of the last receipt before.
  private func value(of metric: Metric, store: Int, in place: Int) -> MetricValue {
    if metric.turnsOnPoints && !hasPoints || metric.traits.contains(.looksBack) && !hasBefore(place) { return .unknown }
    var part = OutcomePart(sources.outcomes[place], key(of: store))
    part.flow[.expired] = expired(store, place)
    if hasBefore(place) {
      let before = tally(of: store, in: place + 1)[.active]
      part.retention[.before] = before
      part.retention[.kept] = before - tally(of: store, in: place)[.lost]
    }
    return metric.value(of: part)
  }

  private func key(of store: Int) -> SliceKey { SliceKey(group: store == all ? nil : sources.groups[store]) }

  /// Whether the data have any of the range before `place`.
  private func hasBefore(_ place: Int) -> Bool { place + 1 < sources.covered }

  private func marginShare(_ store: Int, _ place: Int) -> MetricValue {
    let outcome = sources.outcomes[place]
    guard outcome.costing.knowsMargin else { return .unknown }
    let gross = OutcomePart(outcome, key(of: store)).gross
    // A row of a tier and a store at once has no figure of members, but money.
    let entry = OutcomePart(outcome, SliceKey(tier: 0, group: key(of: store).group)).gross
    return .share(part: minor(gross - entry), whole: minor(gross + tally(of: store, in: place).walkInGross))
  }

  private func minor(_ millionths: Int128) -> Int64 {
    Int64(clamping: (millionths + (millionths < 0 ? -500_000 : 500_000)) / 1_000_000)
  }

  private func expired(_ store: Int, _ place: Int) -> Int64 {
    guard let points = sources.rises?.expired[place] else { return 0 }
    return store == all ? points.reduce(0, +) : points[store]
  }
}

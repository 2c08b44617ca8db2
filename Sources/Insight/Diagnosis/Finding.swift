public import Quantities
import Simulation

/// Something that a diagnosis found, and the money that goes with it.
public struct Finding: Sendable, Equatable {
  /// In the order that equal stakes stand in; a diagnosis has one of each at most.
  public enum Kind: Int, CaseIterable, Sendable {
    case change, fallingStore, lost, newcomers, stuck, vipShare, usage, repeatRate, concentration, points
  }

  /// What a share is held against.
  public enum Standard: Sendable, Equatable {
    /// The median of the other stores.
    case others(Diagnosis.Billionths)
    case earlier(Diagnosis.Billionths)

    public var value: Diagnosis.Billionths {
      switch self {
      case .others(let value), .earlier(let value): value
      }
    }
  }

  public let kind: Kind
  /// In minor units, above 0.
  public let stake: Int64
  /// Of shares.
  public let standard: Standard?
  /// The code of the store that it is about, where it is not the one diagnosed.
  public let store: Int?

  init(_ kind: Kind, stake: Int64, standard: Standard? = nil, store: Int? = nil) {
    self.kind = kind
    self.stake = stake
    self.standard = standard
    self.store = store
  }

  /// The shares that are looked at, each of what it is a share of.
  static let shares: [(kind: Kind, figure: Figure, of: Figure)] = [
    (.vipShare, .vipShare, .sales), (.usage, .usage, .sales), (.repeatRate, .repeatRate, .memberSales),
    (.concentration, .topFifth, .memberSales),
  ]
}

extension Diagnosis {
  /// What was found of a store, the most money first: the largest part of the change in sales; where all stores are looked
  /// at, the largest fall of one's sales; what the lost spent in the earlier range; how much more or less newcomers spent
  /// than in the earlier range; what the stuck spent; of a share, the sales it is of × its distance from the other stores'
  /// median, else from the earlier range; what points issued and not used are worth at `pointValue`, in major units each.
  public func findings(of store: Int, pointValue: Ratio?) -> [Finding] {
    let tally = tally(of: store)
    var found: [Finding] = []
    func note(_ kind: Finding.Kind, _ stake: Int64, _ standard: Finding.Standard? = nil, store: Int? = nil) {
      if stake > 0 { found.append(Finding(kind, stake: stake, standard: standard, store: store)) }
    }
    if let change = change(of: store) { note(.change, Int64(clamping: change[change.driver].magnitude)) }
    if store == all, stores.count > 1, let worst = stores.min(by: { step(of: $0) < step(of: $1) }) {
      note(.fallingStore, -step(of: worst), store: worst)
    }
    if value(of: .lost, store: store) != .unknown { note(.lost, tally[.lostSpend]) }
    // Otherwise the earlier range's newcomers are those whom the data begin with.
    if value(of: .lost, store: store, in: 1) != .unknown {
      note(
        .newcomers, Int64(clamping: (tally[.newcomerSpend] - self.tally(of: store, in: 1)[.newcomerSpend]).magnitude))
    }
    if hasTiers { note(.stuck, tally[.stuckSpend]) }
    for (kind, figure, whole) in Finding.shares {
      guard let own = value(of: figure, store: store).billionths, let standard = standard(for: figure, store: store),
        let base = value(of: whole, store: store).billionths
      else { continue }
      // Members who got back more than they paid make others bring more than all.
      if kind == .concentration && own > 1_000_000_000 { continue }
      // Billionths of major units, to minor ones.
      let minor = base.magnitude / 10_000_000
      note(kind, Int64(clamping: minor * (own - standard.value).magnitude / 1_000_000_000), standard)
    }
    if let pointValue { note(.points, worth(of: unusedPoints(of: store), pointValue)) }
    return found.sorted { $0.stake != $1.stake ? $0.stake > $1.stake : $0.kind.rawValue < $1.kind.rawValue }
  }

  /// How a store's sales changed; 0 without an earlier range.
  public func step(of store: Int) -> Int64 {
    hasEarlier ? tally(of: store).factors.sales - tally(of: store, in: 1).factors.sales : 0
  }

  private func standard(for figure: Figure, store: Int) -> Finding.Standard? {
    if store != all, let median = median(of: figure, besides: store) { return .others(median) }
    return value(of: figure, store: store, in: 1).billionths.map { .earlier($0) }
  }

  /// Points issued and not used, of what happened in the range.
  func unusedPoints(of store: Int) -> Int64 {
    guard case .points(let issued) = value(of: .issued, store: store),
      case .points(let used) = value(of: .redeemed, store: store)
    else { return 0 }
    return issued - used
  }

  private func worth(of points: Int64, _ value: Ratio) -> Int64 {
    guard points > 0 else { return 0 }
    let (top, overflow) = Int128(points).multipliedReportingOverflow(by: Int128(value.numerator) * 100)
    return overflow ? .max : Int64(clamping: top / Int128(value.denominator))
  }
}

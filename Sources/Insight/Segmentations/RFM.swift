public import Messages
import PlanLanguage
public import Programme
import Quantities

/// Recency, frequency and monetary value of every member as scores from 1 to 5, and a named segment for each of the 125
/// cells.
public struct RFM: Sendable {
  /// The cell r, f, m is at `(r - 1) * 25 + (f - 1) * 5 + m - 1`; `RFM.noPurchase` has those who bought nothing.
  public let cells: [UInt8]
  public static let noPurchase: UInt8 = 125
  /// What each score begins at, 2 to 5: days without a purchase for r, from which it falls to 1.
  public let recency: ScoreCuts
  public let frequency: ScoreCuts
  public let monetary: ScoreCuts

  /// How the values of one of the three become scores.
  public struct ScoreCuts: Sendable, Equatable {
    public let isOwn: Bool
    /// The least value of each bin but the first, ascending.
    public let cuts: [Int64]
    /// By bin: its score.
    let scores: [UInt8]
    /// The cuts in a row of four; those that are not there are reached by nothing that is counted.
    private let four: InlineArray<4, Int64>
    private let byBin: InlineArray<5, UInt8>

    /// Fewer bins than five stand as far apart as they can: 1 3 5, or 1 5; one alone has 3.
    init(_ cuts: [Int64], isOwn: Bool, descends: Bool = false) {
      self.cuts = cuts
      self.isOwn = isOwn
      let bins = cuts.count + 1
      let ascending = (0..<bins).map { bin in
        bins == 1 ? UInt8(3) : UInt8(1 + (8 * bin + bins - 1) / (2 * (bins - 1)))
      }
      let scores = descends ? ascending.reversed() : ascending
      self.scores = scores
      four = InlineArray { $0 < cuts.count ? cuts[$0] : .max }
      byBin = InlineArray { scores[min($0, scores.count - 1)] }
    }

    public static func == (one: ScoreCuts, other: ScoreCuts) -> Bool {
      one.isOwn == other.isOwn && one.cuts == other.cuts && one.scores == other.scores
    }

    /// The least value of a score; nil where it has none, or no least one.
    public func lowest(of score: UInt8) -> Int64? {
      scores.firstIndex(of: score).flatMap { $0 > 0 ? cuts[$0 - 1] : nil }
    }

    /// The highest whole value of a score; nil where it has none, or no highest one.
    public func highest(of score: UInt8) -> Int64? {
      scores.firstIndex(of: score).flatMap { $0 < cuts.count ? cuts[$0] - 1 : nil }
    }

    @inline(__always)
    public func score(_ value: Int64) -> UInt8 {
      let bin =
        (value >= four[0] ? 1 : 0) + (value >= four[1] ? 1 : 0) + (value >= four[2] ? 1 : 0)
        + (value >= four[3] ? 1 : 0)
      return byBin[bin]
    }
  }

  /// `own` says where scores begin that are not given by quantile; `ranking` is the summary's where it is there already.
  public init(_ summary: MemberSummary, _ own: RFMCuts? = nil, _ ranking: SpendRanking? = nil) {
    let asOf = summary.days.last
    if let cuts = own?.recency {
      // Up to and with a cut is still before it.
      recency = ScoreCuts(cuts.map { Int64(asOf - (asOf - $0)) + 1 }, isOwn: true, descends: true)
    } else {
      let days = RFM.counts(summary) { Int(summary.asOf - summary.last[$0]) }
      recency = ScoreCuts(QuantileBins(histogram: days, into: 5).cuts, isOwn: false, descends: true)
    }
    if let cuts = own?.frequency {
      frequency = ScoreCuts(cuts.map(\.value), isOwn: true)
    } else {
      let purchases = RFM.counts(summary) { Int(summary.purchases[$0]) }
      frequency = ScoreCuts(QuantileBins(histogram: purchases, into: 5).cuts, isOwn: false)
    }
    if let cuts = own?.monetary {
      monetary = ScoreCuts(cuts.map(\.minor), isOwn: true)
    } else {
      let ranking = ranking ?? SpendRanking(summary)
      monetary = ScoreCuts(QuantileBins(sorted: ranking.ascending, into: 5).cuts, isOwn: false)
    }
    cells = RFM.cells(summary, recency: recency, frequency: frequency, monetary: monetary)
  }

  private static func cells(
    _ summary: MemberSummary, recency: ScoreCuts, frequency: ScoreCuts, monetary: ScoreCuts
  ) -> [UInt8] {
    // What few values have is looked up.
    let byDays = (0...max(Int64(summary.asOf), 0)).map { recency.score($0) }
    let byPurchases = (0..<Int64(1024)).map { frequency.score($0) }
    let (last, purchases, spend) = (summary.last.span, summary.purchases.span, summary.spend.span)
    let (dayScores, purchaseScores) = (byDays.span, byPurchases.span)
    var cells = [UInt8](repeating: noPurchase, count: summary.count)
    var found = cells.mutableSpan
    for member in last.indices where last[member] >= 0 {
      let count = Int(purchases[member])
      found[member] = cell(
        dayScores[Int(summary.asOf &- last[member])],
        count < 1024 ? purchaseScores[count] : frequency.score(Int64(count)), monetary.score(spend[member]))
    }
    return cells
  }

  /// How many members have each value, of those who bought. Neither days nor purchases of a member are so many that they
  /// could not be counted.
  @inline(__always)
  private static func counts(_ summary: MemberSummary, _ value: (Int) -> Int) -> [Int] {
    var counts: [Int] = []
    for member in 0..<summary.count where summary.last[member] >= 0 {
      let value = value(member)
      if value >= counts.count {
        counts += repeatElement(0, count: max(value + 1 - counts.count, counts.count))
      }
      counts[value] += 1
    }
    return counts
  }

  static func cell(_ r: UInt8, _ f: UInt8, _ m: UInt8) -> UInt8 { (r - 1) * 25 + (f - 1) * 5 + m - 1 }
}

extension RFM {
  /// The named segments, best first; every cell has exactly one.
  public enum Segment: UInt8, CaseIterable, Sendable {
    case champions, loyal, potential, promising, recent, attention, slipping
    case atRisk, cannotLose, hibernating, lost, none

    /// As it is written in conditions.
    public var name: String { title.text(in: .english) }

    public var title: Message {
      switch self {
      case .champions: Message("champions", zh: "核心会员")
      case .loyal: Message("loyal", zh: "忠诚会员")
      case .potential: Message("potential", zh: "潜力会员")
      case .promising: Message("promising", zh: "成长会员")
      case .recent: Message("recent", zh: "新近会员")
      case .attention: Message("attention", zh: "需关注")
      case .slipping: Message("slipping", zh: "渐疏远")
      case .atRisk: Message("at_risk", zh: "流失预警")
      case .cannotLose: Message("cannot_lose", zh: "重点挽回")
      case .hibernating: Message("hibernating", zh: "沉睡会员")
      case .lost: Message("lost", zh: "已流失")
      case .none: Message("no_purchase", zh: "未购买")
      }
    }

    /// The segment of the scores, each 1 to 5, by recency and the mean of the other two, halves up.
    init(r: Int, f: Int, m: Int) {
      let value = (f + m + 1) / 2
      switch (r, value) {
      case (4..., 4...): self = .champions
      case (4..., 3): self = .potential
      case (4..., 2): self = .promising
      case (4..., _): self = .recent
      case (3, 4...): self = .loyal
      case (3, 3): self = .attention
      case (3, _): self = .slipping
      case (2, 3...): self = .atRisk
      case (2, _): self = .hibernating
      case (_, 4...): self = .cannotLose
      case (_, 3): self = .hibernating
      default: self = .lost
      }
    }
  }

  /// By cell; the last is of those who bought nothing.
  static let segments: [Segment] =
    (0..<125).map { Segment(r: $0 / 25 + 1, f: $0 / 5 % 5 + 1, m: $0 % 5 + 1) } + [.none]

  public func segment(of member: Int) -> Segment { RFM.segments[Int(cells[member])] }

  public var classes: MemberClasses {
    let places = RFM.segments.map(\.rawValue)
    return MemberClasses(
      names: Segment.allCases.map(\.name), of: cells.map { places[Int($0)] },
      aliases: Segment.allCases.map { Alias(zh: $0.title.text(in: .simplified)).forms })
  }

  /// A score of every member, less 1; of those without a purchase it is not known.
  public func scores(_ measure: SegmentMeasure) -> MemberClasses {
    let divisor: UInt8 = measure == .recencyScore ? 25 : measure == .frequencyScore ? 5 : 1
    return MemberClasses(
      names: (1...5).map { String($0) },
      of: cells.map { $0 == RFM.noPurchase ? MemberClasses.unknown : $0 / divisor % 5 })
  }

  /// How many members have each recency and frequency score: `[(r - 1) * 5 + f - 1]`.
  public var heat: [Int64] {
    var counts = [Int64](repeating: 0, count: 25)
    for cell in cells where cell != RFM.noPurchase { counts[Int(cell) / 5] += 1 }
    return counts
  }
}

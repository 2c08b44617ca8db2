public import MemberBook
public import Messages
public import Numerics
import PlanLanguage
public import Programme
public import Quantities

/// Members by the layers' rules, the highest that each meets.
public struct Layers: Sendable {
  /// By member: the place of the layer; as many as there are layers where none is met.
  public let places: [UInt8]
  public let rules: LayerRules
  /// By layer: the spend per purchase at which it would have its target share, were the rest of its rule as it is, in
  /// minor units; nil where it has no target, or too few meet the rest.
  public let baskets: [Ratio?]

  /// `summary` is of all days up to its last.
  public init(
    _ rules: LayerRules, of book: Book, _ summary: MemberSummary, _ job: Job = .unattended
  ) throws(Diagnostic) {
    self.rules = rules
    let asOf = summary.days.last
    let gauge = rules.layers.map { LayerGauge($0, asOf: asOf, first: book.firstDay) }
    let members = book.members.count
    let pieces = 64
    let parts = try job.map(pieces) { piece in
      LayerPart(
        piece * members / pieces..<(piece + 1) * members / pieces, gauge, of: book, summary,
        through: min(asOf, book.lastDay) - book.firstDay)
    }
    let places = parts.flatMap(\.places)
    self.places = places
    baskets = try job.map(rules.layers.count) { layer -> Ratio? in
      guard let target = rules.layers[layer].target?.fraction else { return nil }
      let wanted = Int(
        (Int128(members) * Int128(target.numerator) * 2 + Int128(target.denominator))
          / (2 * Int128(target.denominator)))
      let open = parts.map { $0.candidates[layer] }
      let count = open.reduce(0) { $0 + $1.count }
      return wanted > 0 && wanted <= count ? Layers.basket(open, rank: wanted) : nil
    }
  }

  /// The `rank`-th largest basket: first its whole part is found, then the fractions of those that share it decide.
  private static func basket(_ candidates: [[LayerPart.Candidate]], rank: Int) -> Ratio? {
    var whole: [Int64] = []
    whole.reserveCapacity(candidates.reduce(0) { $0 + $1.count })
    for part in candidates { for candidate in part { whole.append(candidate.whole) } }
    let found = RadixSort.value(at: whole.count - rank, of: whole)
    var above = 0
    var same: [Ratio] = []
    for part in candidates {
      for candidate in part {
        if candidate.whole > found { above += 1 }
        if candidate.whole == found, let basket = Ratio(candidate.spend, over: Int64(candidate.purchases)) {
          same.append(basket)
        }
      }
    }
    same.sort()
    return same[same.count - (rank - above)]
  }

  public var classes: MemberClasses { MemberClasses(names: rules.layers.map(\.name) + ["others"], of: places) }
}

/// A layer's rule in offsets of days.
private struct LayerGauge: Sendable {
  let purchases: Int64
  let basket: Int64
  /// The first day that purchases and baskets count on.
  let since: Int
  /// The earliest day that the last purchase may lie on.
  let latest: Int
  let wantsBasket: Bool

  init(_ rule: LayerRule, asOf: Day, first: Day) {
    purchases = max(1, rule.purchases.value)
    basket = rule.basket.minor
    since = (asOf - rule.within) + 1 - first
    latest = rule.recency.map { (asOf - $0) - first } ?? 0
    wantsBasket = rule.target != nil
  }
}

/// The layers of some members.
private struct LayerPart: Sendable {
  /// Someone who meets all of a layer's rule but the basket, and whom no higher layer has.
  struct Candidate {
    let purchases: Int32
    /// Never below 0.
    let spend: Int64
    /// Whole minor units per purchase.
    let whole: Int64

    init(purchases: Int64, spend: Int64) {
      self.purchases = Int32(truncatingIfNeeded: purchases)
      self.spend = spend
      whole = spend / purchases
    }
  }

  private(set) var places: [UInt8]
  /// By layer.
  private(set) var candidates: [[Candidate]]

  /// Receipts are gone through from the last to the first; where a layer's window ends, what was added up so far is its.
  init(_ members: Range<Int>, _ gauges: [LayerGauge], of book: Book, _ summary: MemberSummary, through: Int) {
    places = [UInt8](repeating: UInt8(gauges.count), count: members.count)
    candidates = gauges.map { _ in [] }
    let days = book.purchases.dayOffset.span
    let amounts = book.purchases.amount
    let starts = book.purchases.start.span
    let lasts = summary.last.span
    // The latest window first.
    let order = gauges.indices.sorted { gauges[$0].since > gauges[$1].since }
    let sinces = order.map { gauges[$0].since }
    let windows = sinces.span
    var windowOf = gauges.map { _ in 0 }
    for (window, layer) in order.enumerated() { windowOf[layer] = window }
    let earliest = gauges.map(\.since).min() ?? 0
    var sums = [LayerSums](repeating: LayerSums(), count: gauges.count)
    for member in members {
      // Who did not buy within any window is in no layer.
      let last = Int(lasts[member])
      guard last >= earliest, last >= 0 else { continue }
      let begin = Int(starts[member])
      var receipt = Int(starts[member + 1])
      while receipt > begin, Int(days[receipt - 1]) > through { receipt -= 1 }
      var purchases: Int64 = 0
      var spend: Int64 = 0
      var slots = sums.mutableSpan
      for window in windows.indices {
        let since = windows[window]
        while receipt > begin, Int(days[receipt - 1]) >= since {
          receipt -= 1
          let net = amounts[receipt]
          spend &+= net
          purchases &+= 1 &+ net &>> 63
        }
        slots[window] = LayerSums(purchases: purchases, spend: spend)
      }
      settle(member, from: members.lowerBound, sums, windowOf: windowOf, gauges, last: last)
    }
  }

  /// `sums` are by window, the latest first.
  private mutating func settle(
    _ member: Int, from base: Int, _ sums: [LayerSums], windowOf: [Int], _ gauges: [LayerGauge], last: Int
  ) {
    for layer in gauges.indices {
      let sum = sums[windowOf[layer]]
      let gauge = gauges[layer]
      guard sum.purchases >= gauge.purchases, last >= gauge.latest else { continue }
      let isOpen = places[member - base] == UInt8(gauges.count)
      // Whoever a higher layer has is no candidate for this one.
      if gauge.wantsBasket, isOpen {
        candidates[layer].append(
          Candidate(purchases: sum.purchases, spend: max(0, sum.spend)))
      }
      let isLarge =
        gauge.basket <= 0 && sum.spend >= 0 || Int128(sum.spend) >= Int128(gauge.basket) * Int128(sum.purchases)
      if isOpen, isLarge { places[member - base] = UInt8(layer) }
    }
  }
}

private struct LayerSums {
  var purchases: Int64 = 0
  var spend: Int64 = 0
}

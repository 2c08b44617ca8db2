internal import Messages
internal import Numerics

/// What is usual for each kind of amount, and for all of them at the place after the last kind.
struct AmountStandards {
  /// Where each kind finds its standard: at its own place, or at that of all data.
  private(set) var standard: [Int]
  /// The step that amounts are far from, by standard; `Int.max` where none are.
  private(set) var firstFar: [Int]
  /// The steps between the first and the last decile.
  private(set) var common: [ClosedRange<Int>]
  private(set) var medianStep: [Int]
  /// How many sizes of the median's step are below the median.
  private var medianRank: [Int]
  private(set) var wantsMedian: [Bool]
  private(set) var median: [UInt64]

  private static let ownLeast = 100
  static let leastInAll = 30

  init(_ scales: [AmountScale]) {
    var all = AmountScale()
    for scale in scales { all.add(scale) }
    let everything = scales + [all]
    let last = scales.count
    standard = scales.indices.map { scales[$0].total >= Self.ownLeast ? $0 : last }
    let middles = everything.map { scale in
      let rank = max(0, scale.total - 1) / 2
      let place = scale.step(ofRank: rank)
      return (step: place.step, rank: rank - place.before)
    }
    medianStep = middles.map(\.step)
    medianRank = middles.map(\.rank)
    median = middles.map { AmountScale.start(of: $0.step) }
    common = everything.map { $0.step(at: 1, of: 10)...$0.step(at: 9, of: 10) }
    var far = everything.map { $0.total < Self.leastInAll ? Int.max : $0.firstFarStep ?? .max }
    for kind in scales.indices where standard[kind] == last { far[kind] = .max }
    // Only where a kind without a standard of its own has such an amount.
    let (edge, standards) = (far[last], standard)
    let strays = scales.indices.contains { kind in
      edge < .max && standards[kind] == last && scales[kind].counts[edge...].contains { $0 > 0 }
    }
    if !strays { far[last] = .max }
    firstFar = far
    wantsMedian = far.map { $0 < .max }
  }

  var findsAny: Bool { wantsMedian.contains(true) }

  /// The same with exact medians, from all sizes that share their steps.
  func settled(by sizes: [[UInt64]]) -> AmountStandards {
    var exact = self
    for place in sizes.indices where medianRank[place] < sizes[place].count {
      exact.median[place] = sizes[place].sorted()[medianRank[place]]
    }
    return exact
  }
}

/// One line's amount and where it stands.
struct LineAmount {
  /// The code of its category or store; 0 where all lines are of one kind.
  let kind: Int
  /// The member's number; nil for a walk-in.
  let owner: Int?
  let receipt: Int
  /// The step of its size, as in `AmountScale`.
  let step: Int
  /// In minor units.
  let amount: Int64
}

extension Book {
  /// Calls `body` with every line's amount, its kind by `basis`.
  func forEachAmount(
    _ basis: AmountOutliers.Basis, _ job: Job, _ body: (LineAmount) -> Void
  ) throws(Diagnostic) {
    let (purchases, lines) = (purchases, lines)
    try forEachOwner(job) { owner, receipts in
      for receipt in receipts {
        let net = purchases.amount[receipt]
        for line in purchases.lines(of: receipt) {
          let kind =
            switch basis {
            case .category: Int(lines.category[line])
            case .store: Int(purchases.store[receipt])
            case .all: 0
            }
          let amount = lines.amount.isEmpty ? net : lines.amount[line]
          body(
            LineAmount(
              kind: kind, owner: owner, receipt: receipt, step: AmountScale.step(of: amount.magnitude), amount: amount))
        }
      }
    }
  }
}

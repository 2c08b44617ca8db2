/// Repeat buyers and their mean repeat baskets, ascending by repeats.
public struct RepeatBaskets: Sendable, Equatable {
  /// Purchase days after the first, 1 or more.
  public let repeats: [Double]
  /// In major units, above 0.
  public let means: [Double]

  /// How many repeat buyers there are.
  public var count: Int { means.count }

  /// Of the members that `include` says; of all without it.
  public init(_ members: MemberSummaries, where include: (_ member: Int) -> Bool = { _ in true }) {
    var pairs: [(repeats: Double, mean: Double)] = []
    for member in 0..<members.count where include(member) {
      if let mean = members.repeatBasket(of: member) { pairs.append((Double(members.repeats[member]), mean)) }
    }
    self.init(pairs)
  }

  /// Pairs without a repeat or with a mean of 0 or less are left out.
  public init(_ pairs: some Sequence<(repeats: Double, mean: Double)>) {
    // Buyers of one number of repeats keep their order, so that sums are the same in every run.
    let kept = pairs.filter { $0.repeats >= 1 && $0.mean > 0 }
    let order = kept.indices.sorted { (kept[$0].repeats, $0) < (kept[$1].repeats, $1) }
    repeats = order.map { kept[$0].repeats }
    means = order.map { kept[$0].mean }
  }

  private init(repeats: [Double], means: [Double]) { (self.repeats, self.means) = (repeats, means) }

  func sample(_ limit: Int) -> RepeatBaskets {
    let rows = (0..<limit).map { ($0 * count + count / 2) / limit }
    return RepeatBaskets(repeats: rows.map { repeats[$0] }, means: rows.map { means[$0] })
  }

  /// Pearson's correlation of repeats and mean basket; 0 where one of them does not vary.
  public var correlation: Double {
    guard count > 1 else { return 0 }
    let n = Double(count)
    let (x, y) = (repeats.reduce(0, +) / n, means.reduce(0, +) / n)
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
    for (repeats, mean) in zip(repeats, means) {
      xx += (repeats - x) * (repeats - x)
      yy += (mean - y) * (mean - y)
      xy += (repeats - x) * (mean - y)
    }
    return xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : 0
  }
}

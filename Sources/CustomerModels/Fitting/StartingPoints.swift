/// Where the searches for a maximum begin: points that depend on the data only through the mean time between purchases,
/// so that weeks or days of time make no difference.
struct StartingPoints {
  /// Observed weeks a repeat purchase.
  private let gap: Double

  init(_ table: SummaryTable) {
    var repeats = 0.0
    var weeks = 0.0
    for i in 0..<table.count {
      repeats += Double(table.counts[i]) * Double(table.repeats[i])
      weeks += Double(table.counts[i]) * CustomerSummary.weeks(table.observedDays[i])
    }
    gap = repeats > 0 && weeks > 0 ? weeks / repeats : 1
  }

  /// Mean purchase rates of 1, 2 and ½ a gap, with shapes and dropouts small and large.
  func points(_ kind: ModelKind) -> [[Double]] {
    switch kind {
    case .mbg, .bg:
      [[0.5, 0.5 * gap, 0.5, 2], [1, 0.5 * gap, 1, 1], [2, 2 * gap, 0.3, 6], [0.25, 0.5 * gap, 3, 12]]
    case .pareto:
      [
        [0.5, 0.5 * gap, 0.5, 0.5 * gap], [1, 0.5 * gap, 1, 4 * gap], [2, 2 * gap, 0.3, gap],
        [0.25, 0.5 * gap, 3, 20 * gap],
      ]
    case .nbd: [[0.5, 0.5 * gap], [2, 2 * gap], [0.2, 0.1 * gap]]
    }
  }

  /// The middle of what is searched: shapes of 1, times of one gap.
  func usual(_ kind: ModelKind) -> [Double] {
    switch kind {
    case .mbg, .bg: [1, gap, 1, 1]
    case .pareto: [1, gap, 1, gap]
    case .nbd: [1, gap]
    }
  }
}

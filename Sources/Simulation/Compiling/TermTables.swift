import Programme
import Quantities

/// For each day the end, exclusive, of a term that begins on it: `TierTerm.commonEnd` and the grace of a ladder as
/// tables.
struct TermTables: Sendable {
  let keep: TierTerm
  /// By tick: for a term that an upgrade begins, and for one that a review begins. Empty where terms follow the
  /// member's anniversary or there are none.
  private let afterUpgrade: [Int32]
  private let afterReview: [Int32]
  /// By tick of a failed review: the tick of the next one; empty without grace.
  private let grace: [Int32]

  init(_ ladder: Ladder, _ timeline: Timeline) {
    let keep = ladder.keep
    self.keep = keep
    func ends(after beginning: TermBeginning) -> [Int32] {
      guard keep.commonEnd(from: timeline.origin, after: beginning) != nil else { return [] }
      return timeline.table { keep.commonEnd(from: $0, after: beginning) ?? $0 }
    }
    afterUpgrade = ends(after: .upgrade)
    afterReview = ends(after: .review)
    grace = ladder.grace.map { grace in timeline.table { $0 + grace } } ?? []
  }

  /// Whether terms end on the same day for all whose terms begin on the same day; not without terms.
  var areCommon: Bool { !afterUpgrade.isEmpty }

  /// The tick on which a term that begins on `tick` ends; nil where terms are not common.
  @inline(__always)
  func commonEnd(from tick: Int, after beginning: TermBeginning) -> Int32? {
    switch beginning {
    case .upgrade: afterUpgrade.isEmpty ? nil : afterUpgrade[tick]
    case .review: afterReview.isEmpty ? nil : afterReview[tick]
    }
  }

  /// The tick that grace moves a review on `tick` to; nil without grace.
  @inline(__always)
  func grace(from tick: Int) -> Int32? { grace.isEmpty ? nil : grace[tick] }
}

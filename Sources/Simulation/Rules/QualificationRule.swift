/// Rule T6: a tier qualifies only by its own thresholds, and of the tiers that qualify the highest counts.
enum QualificationRule {
  /// The highest of the tiers up to `top`, but above `floor`, whose thresholds `areMet`; `floor` where none is.
  @inline(__always)
  static func highest(upTo top: Int, above floor: Int, where areMet: (_ tier: Int) -> Bool) -> Int {
    var tier = top
    while tier > floor && !areMet(tier) { tier -= 1 }
    return max(tier, floor)
  }

  /// Whether one threshold, met or not, decides about a tier, whatever its others are: where any is enough one that is
  /// met does, where all are needed one that is not.
  @inline(__always)
  static func decides(isMet: Bool, needsAll: Bool) -> Bool { isMet != needsAll }
}

import Programme
import Quantities

/// `redeem` as tables.
struct AssumedRedemption: Sendable {
  /// By tick: the rule in force; nil on days without one.
  private let rule: [RedeemRule?]

  /// Nil where nothing is ever spent by assumption.
  init?(_ redeem: Scheduled<RedeemRule>, _ timeline: Timeline) {
    guard redeem.values.contains(where: { $0.share.fraction > .zero }) else { return nil }
    rule = (0..<timeline.count).map { redeem.value(on: timeline.day($0)) }
  }

  /// What is spent of `released` points on `tick`.
  func points(of released: Int64, on tick: Int) -> Int64 {
    guard let rule = rule[tick], released >= rule.least?.count ?? 0 else { return 0 }
    let share = rule.share.fraction
    // A share is at most 1.
    return Int64(Int128(released) * Int128(share.numerator) / Int128(share.denominator))
  }
}

import Programme
import Quantities
import Testing

/// The reference against cases worked out by hand from the rules. Amounts are in minor units, `100_00` is 100.00.
@Suite struct ReferenceTests {
  /// A receipt of one line.
  static func receipt(
    _ day: Day, _ amount: Int64, at second: Int32 = 0, store: String = "", category: String = "",
    returning original: Int? = nil
  ) -> ReferenceReceipt {
    ReferenceReceipt(
      day: day, second: second, amount: amount, store: store,
      lines: [ReferenceLine(category: category, amount: amount)],
      original: original)
  }

  /// A ladder whose tiers ask for so much spend each.
  static func ladder(
    _ spend: Int64..., window: QualificationWindow = .rolling(.months(12)), keep: TierTerm = .duration(.months(12))
  ) -> Ladder {
    var ladder = Ladder(name: "L")
    ladder.tiers = [Tier(name: "T0")]
    (ladder.window, ladder.keep) = (window, keep)
    for (index, minor) in spend.enumerated() {
      var tier = Tier(name: "T\(index + 1)")
      tier.spend.base = Money(minor: minor)
      ladder.tiers.append(tier)
    }
    return ladder
  }

  /// A policy that gives `points` for each 1.00.
  static func policy(_ points: Ratio = .one, per minor: Int64 = 100, full: Bool = false) -> PointsPolicy {
    var policy = PointsPolicy(name: "P")
    policy.earn.base = EarnRate(points: points, per: Money(minor: minor), wholeSteps: full)
    return policy
  }

  static func ratio(_ top: Int64, _ bottom: Int64) -> Ratio { Ratio(top, over: bottom) ?? .zero }

  static func range(_ first: Day, _ last: Day) -> DayRange { DayRange(first, last) ?? DayRange(first) }

  /// The tier at the end of each of `days`.
  static func tiers(_ receipts: [ReferenceReceipt], _ ladder: Ladder, on days: Day...) -> [Int] {
    let last = days.max() ?? .distantPast
    let replay = ReferenceMember.replay(receipts, by: Rules(ladder: ladder), through: last)
    return days.map { day in replay.first { $0.day == day }?.tier ?? -1 }
  }

  /// The points each receipt issues.
  static func points(_ receipts: [ReferenceReceipt], _ policy: PointsPolicy, _ ladder: Ladder = .single) -> [Int64] {
    let rules = Rules(ladder: ladder, points: policy)
    let replay = ReferenceMember.replay(receipts, by: rules, through: receipts.last?.day ?? .distantPast)
    return replay.flatMap { $0.receipts.map(\.points) }
  }

  /// The replay's entry for `day`, its last.
  static func entry(
    _ day: Day, _ receipts: [ReferenceReceipt], _ policy: PointsPolicy, _ ladder: Ladder = .single
  ) -> ReferenceDay {
    let replay = ReferenceMember.replay(receipts, by: Rules(ladder: ladder, points: policy), through: day)
    return replay.last ?? ReferenceDay(day: .distantPast, tier: -1)
  }
}

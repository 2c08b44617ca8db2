import PlanLanguage
import Programme
import Quantities
import Testing

/// What is spent, owed, and to be spent only, worked out by hand.
extension ReferenceTests {
  private static func redeem(_ percent: Int64, from least: Int64? = nil) -> Scheduled<RedeemRule> {
    Scheduled(RedeemRule(Percent(fraction: ratio(percent, 100)), least: least.map { Points($0) }))
  }

  @Test func `a share of what is released goes before a purchase's own points`() {
    var policy = Self.policy()
    policy.pending = .days(5)
    policy.redeem = Self.redeem(50, from: 25)
    let receipts = [
      Self.receipt(day(2023, 1, 1), 15_00), Self.receipt(day(2023, 1, 4), 10_00), Self.receipt(day(2023, 1, 8), 1_00),
      Self.receipt(day(2023, 1, 9), 2_00), Self.receipt(day(2023, 1, 10), 0), Self.receipt(day(2023, 1, 10), 4_00),
    ]
    let replay = ReferenceMember.replay(
      receipts, by: Rules(ladder: .single, points: policy), through: day(2023, 1, 10))
    // On 01-08 only 15 are released. On 01-09 it is 25: floor(12.5) of the first lot. Then 13 are too few.
    #expect(replay.map(\.redeemed) == [0, 0, 0, 0, 0, 0, 0, 0, 12, 0])
    #expect(replay[8].redemptions[0].parts == [ReferenceDay.Part(earned: day(2023, 1, 1), points: 12)])
    #expect(replay[8].lots.map(\.remaining) == [3, 10, 1, 2])
  }

  @Test func `a receipt of 0 is a purchase, after which points are redeemed`() {
    var policy = Self.policy()
    policy.redeem = Self.redeem(50)
    let receipts = [Self.receipt(day(2023, 1, 1), 20_00), Self.receipt(day(2023, 1, 2), 0)]
    let replay = ReferenceMember.replay(
      receipts, by: Rules(ladder: .single, points: policy), through: day(2023, 1, 2))
    #expect(replay.map(\.redeemed) == [0, 10])
  }

  @Test func `rows spend what can be spent, and nothing is assumed beside them`() {
    var policy = Self.policy()
    policy.redeem = Self.redeem(100)
    policy.rewards = [Reward(name: "卡"), Reward(name: "升")]
    policy.rewards[0].points = Points(30)
    (policy.rewards[1].points, policy.rewards[1].tier) = (Points(40), Name("T1"))
    func row(_ date: Int, _ name: String = "兑换", points: Int64 = 0, detail: String = "") -> ReferenceAction {
      ReferenceAction(day: day(2023, 1, date), second: 60, name: name, points: points, detail: detail)
    }
    let actions = [
      row(1, points: 10), row(2, detail: "卡"), row(3, "升"), row(4, points: 50, detail: "升"), row(5, "卡", points: 60),
      row(6),
    ]
    let replay = ReferenceMember.replay(
      [Self.receipt(day(2023, 1, 1), 100_00), Self.receipt(day(2023, 1, 7), 7_00)], actions,
      by: Rules(ladder: Self.ladder(1_000_00), points: policy), through: day(2023, 1, 7))
    // 100 - 10 - 30; 60 pay the upgrade of 40, but not another that asks for 50; then 20 of the 60 asked for.
    #expect(replay.map(\.redeemed) == [10, 30, 40, 0, 20, 0, 0])
    #expect(replay.map { $0.redemptions.first?.missing ?? 0 } == [0, 0, 0, 30, 40, 0, 0])
    #expect(replay.map(\.tier) == [0, 0, 1, 1, 1, 1, 1] && replay[2].upgrades == 1)
    #expect(replay[6].lots.map(\.remaining) == [7])
  }

  @Test func `what a return cannot take back is owed, and the next points pay it`() {
    var policy = Self.policy()
    policy.debt = .carry
    var ladder = Self.ladder(10_000_00)
    ladder.tiers[1].points.base = Points(25)
    let receipts = [
      Self.receipt(day(2023, 1, 1), 10_00), Self.receipt(day(2023, 1, 2), -30_00), Self.receipt(day(2023, 1, 3), 15_00),
      Self.receipt(day(2023, 1, 4), 29_00), Self.receipt(day(2023, 1, 5), 1_00),
    ]
    let replay = ReferenceMember.replay(
      receipts, by: Rules(ladder: ladder, points: policy), through: day(2023, 1, 5))
    #expect(replay.map(\.owed) == [0, 20, 5, 0, 0] && replay.map(\.waived) == [0, 0, 0, 0, 0])
    #expect(replay.map(\.clawedBack) == [0, 10, 15, 5, 0] && replay.map(\.issued) == [10, 0, 15, 29, 1])
    // 10 - 10 + 15 - 15 + 29 - 5 = 24, and one more.
    #expect(replay.map(\.tier) == [0, 0, 0, 0, 1])
  }

  @Test func `what is to be spent only counts towards no tier, whether it comes or is returned`() {
    var policy = Self.policy()
    policy.bonuses = [Bonus(name: "B")]
    policy.bonuses[0].earn.base = Multiplier(Ratio(3))
    policy.bonuses[0].when = .daysOfMonth([.day(1)])
    policy.bonuses[0].qualifies = .no
    var ladder = Self.ladder(10_000_00)
    ladder.tiers[1].points.base = Points(100)
    let receipts = [
      Self.receipt(day(2023, 1, 1), 99_00), Self.receipt(day(2023, 1, 2), -9_00, returning: 0),
      Self.receipt(day(2023, 1, 3), 9_00), Self.receipt(day(2023, 1, 4), 1_00),
    ]
    let replay = ReferenceMember.replay(
      receipts, by: Rules(ladder: ladder, points: policy), through: day(2023, 1, 4))
    #expect(replay.map(\.issued) == [297, 0, 9, 1] && replay[1].clawedBack == 27)
    // 99 - 9 + 9, and one more.
    #expect(replay.map(\.tier) == [0, 0, 0, 1])
  }
}

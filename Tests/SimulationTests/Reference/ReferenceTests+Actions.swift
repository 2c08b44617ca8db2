import PlanLanguage
import Programme
import Quantities
import Testing

/// Actions, worked out by hand.
extension ReferenceTests {
  static func action(_ day: Day, at second: Int32 = 0, _ name: String = "签到") -> ReferenceAction {
    ReferenceAction(day: day, second: second, name: name)
  }

  /// The points of each action.
  static func earned(_ actions: [ReferenceAction], _ policy: PointsPolicy) -> [Int64] {
    let start = actions.first?.day ?? .distantPast
    let replay = ReferenceMember.replay(
      [], actions, dataStart: start, by: Rules(ladder: .single, points: policy),
      through: actions.last?.day ?? .distantPast)
    return replay.flatMap { $0.actions.map(\.points) }
  }

  static func policy(paying points: Int64, limit: ActionLimit? = nil) -> PointsPolicy {
    var policy = policy()
    policy.actions = [ActionRate(name: "签到")]
    policy.actions[0].earn.base = Points(points)
    policy.actions[0].limit = limit
    return policy
  }

  @Test func `the limit counts by calendar period`() {
    let daily = Self.policy(paying: 5, limit: ActionLimit(Count(1), per: .day))
    let day1 = day(2023, 1, 1)  // a Sunday
    #expect(Self.earned([Self.action(day1), Self.action(day1), Self.action(day1 + 1)], daily) == [5, 0, 5])
    let weekly = Self.policy(paying: 5, limit: ActionLimit(Count(2), per: .week))
    let week = [0, 1, 2, 3, 7, 8, 9].map { Self.action(day1 + $0) }
    // Sunday ends a week; Monday to Wednesday, then Sunday lie in one; Monday and Tuesday in the next.
    #expect(Self.earned(week, weekly) == [5, 5, 5, 0, 0, 5, 5])
    #expect(Self.earned([Self.action(day1)], Self.policy(paying: 5, limit: ActionLimit(Count(0), per: .year))) == [0])
    #expect(Self.earned([Self.action(day1), Self.action(day1)], Self.policy(paying: 5)) == [5, 5])
  }

  @Test func `what an action earns may change for a while, knows no multiplier, and the cap applies`() {
    var policy = Self.policy(paying: 5)
    policy.actions[0].earn.set(Points(8), during: DayRange(day(2023, 1, 2)))
    policy.tiers = [TierRate(name: "all")]
    policy.tiers[0].earn.base = Multiplier(Ratio(2))
    policy.bonuses = [Bonus(name: "B")]
    policy.bonuses[0].earn.base = Multiplier(Ratio(3))
    policy.bonuses[0].when = .not(.stores(["s9"]))
    let actions = [Self.action(day(2023, 1, 1)), Self.action(day(2023, 1, 2)), Self.action(day(2023, 1, 3))]
    #expect(Self.earned(actions, policy) == [5, 8, 5])
    policy.cap = PointsCap(Points(10), per: .month)
    #expect(Self.earned(actions, policy) == [5, 5, 0])
    // Purchases and actions share the cap; of one moment the purchase comes first.
    let bought = [Self.receipt(day(2023, 1, 1), 1_00)]
    let replay = ReferenceMember.replay(
      bought, actions, by: Rules(ladder: .single, points: policy), through: day(2023, 1, 3))
    #expect(replay[0].receipts.map(\.points) == [6])
    #expect(replay.flatMap { $0.actions.map(\.points) } == [4, 0, 0])
  }

  @Test func `actions count towards a tier whether or not they earn, and upgrade at once`() {
    var ladder = Self.ladder(1_000_00, window: .rolling(.days(7)), keep: .duration(.days(30)))
    ladder.tiers[1].actions["签到"].base = Count(3)
    let actions = [
      Self.action(day(2023, 1, 1)), Self.action(day(2023, 1, 1)), Self.action(day(2023, 1, 8)),
      Self.action(day(2023, 1, 8), "评价"), Self.action(day(2023, 1, 9)), Self.action(day(2023, 1, 10), at: 60),
    ]
    let policy = Self.policy(paying: 5, limit: ActionLimit(Count(1), per: .day))
    let bought = [Self.receipt(day(2023, 1, 10), 10_00, at: 60), Self.receipt(day(2023, 1, 10), 10_00, at: 61)]
    let replay = ReferenceMember.replay(
      bought, actions, dataStart: day(2023, 1, 1), by: Rules(ladder: ladder, points: policy), through: day(2023, 1, 10))
    // The two of 01-01 have left the window of 01-08; with 01-08, 01-09 and 01-10 there are three.
    #expect(replay.map(\.tier) == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1])
    // The purchase of the same moment comes before the action, the later one after.
    #expect(replay.last?.receipts.map(\.tierBefore) == [0, 1] && replay.last?.upgrades == 1)
    #expect(replay.last?.actions.map(\.tierBefore) == [0])
    // All are needed: three actions and 10.00.
    ladder.tiers[1].need = .all
    ladder.tiers[1].spend.base = Money(minor: 10_01)
    let both = ReferenceMember.replay(
      bought, actions, dataStart: day(2023, 1, 1), by: Rules(ladder: ladder), through: day(2023, 1, 10))
    #expect(both.last?.tier == 1 && both.last?.receipts.map(\.tierBefore) == [0, 0])
    // Nothing of it without the ladder and the policy naming it, and nothing before the data.
    let other = ReferenceMember.replay(
      [], actions, dataStart: day(2023, 1, 1), by: Rules(ladder: .single), through: day(2023, 1, 10))
    #expect(other.isEmpty)
    let early = ReferenceMember.replay(
      [], actions, dataStart: day(2023, 1, 9), by: Rules(ladder: ladder), through: day(2023, 1, 10))
    #expect(early.map(\.actions.count) == [1, 1])
  }

  @Test func `points for actions wait, expire, count towards points and are taken back like others`() {
    var policy = Self.policy(paying: 20)
    policy.pending = .days(2)
    policy.expire = .afterEarning(.days(10))
    var ladder = Self.ladder(1_000_00)
    ladder.tiers[1].points.base = Points(30)
    let actions = [Self.action(day(2023, 1, 1)), Self.action(day(2023, 1, 2))]
    let receipts = [Self.receipt(day(2023, 1, 3), -25_00)]
    let replay = ReferenceMember.replay(
      receipts, actions, dataStart: day(2023, 1, 1), by: Rules(ladder: ladder, points: policy),
      through: day(2023, 1, 12)
    )
    #expect(replay.map(\.tier).prefix(2) == [0, 1])
    #expect(replay[2].clawedBack == 25)
    #expect(
      replay[2].lots == [
        ReferenceLot(earned: day(2023, 1, 2), release: day(2023, 1, 4), expiry: day(2023, 1, 12), remaining: 15)
      ])
    #expect(replay.last?.expired == 15)
  }

  @Test func `inactivity runs from a purchase, and from an action only where nothing runs`() {
    var policy = Self.policy(paying: 20)
    policy.expire = .inactivity(.days(10))
    let actions = [1, 5, 14, 18].map { Self.action(day(2023, 1, $0)) }
    let replay = ReferenceMember.replay(
      [], actions, dataStart: day(2023, 1, 1), by: Rules(ladder: .single, points: policy), through: day(2023, 1, 31))
    // From 01-01 to 01-11, then from 01-14 to 01-24.
    #expect(replay.filter { $0.expired > 0 }.map(\.day) == [day(2023, 1, 11), day(2023, 1, 24)])
    #expect(replay.map(\.expired).reduce(0, +) == 80)
  }
}

import Programme
import Quantities
import Testing

extension ReferenceTests {
  @Test func `each line has its own multiplier and the sum is rounded once`() {
    var policy = Self.policy()
    policy.bonuses = [Bonus(name: "A")]
    policy.bonuses[0].earn.base = Multiplier(Self.ratio(5, 4))
    policy.bonuses[0].when = .categories(["A"])
    var receipt = Self.receipt(day(2023, 1, 1), 10_00)
    receipt.lines = [ReferenceLine(category: "A", amount: 3_30), ReferenceLine(category: "B", amount: 6_70)]
    // 3.30 x 1.25 + 6.70 = 10.825
    for (rounding, points) in [(Rounding.floor, Int64(10)), (.nearest, 11), (.up, 11)] {
      policy.rounding = rounding
      #expect(Self.points([receipt], policy) == [points])
    }
    // A half rounds away from 0: 10.50.
    policy.rounding = .nearest
    #expect(Self.points([Self.receipt(day(2023, 1, 1), 10_50)], policy) == [11])
    // -20 at 1.25 and 21 at 1: -4, so nothing.
    receipt.lines = [ReferenceLine(category: "A", amount: -20_00), ReferenceLine(category: "B", amount: 21_00)]
    receipt.amount = 1_00
    #expect(Self.points([receipt], policy) == [0])
  }

  @Test func `full steps count whole amounts, then the lines' weights`() {
    var policy = Self.policy(Ratio(3), per: 10_00, full: true)
    // floor(29.99 / 10) x 3 = 6
    #expect(
      Self.points([Self.receipt(day(2023, 1, 1), 29_99), Self.receipt(day(2023, 1, 1), 9_99)], policy) == [6, 0])
    policy.bonuses = [Bonus(name: "A")]
    policy.bonuses[0].earn.base = Multiplier(Ratio(2))
    policy.bonuses[0].when = .categories(["A"])
    var receipt = Self.receipt(day(2023, 1, 1), 25_00)
    receipt.lines = [ReferenceLine(category: "A", amount: 10_00), ReferenceLine(category: "B", amount: 15_00)]
    // 2 steps x 3 x (10 x 2 + 15) / 25 = 6 x 1.4 = 8.4
    #expect(Self.points([receipt], policy) == [8])
  }

  @Test func `multipliers multiply, add or give way to the largest`() {
    var policy = Self.policy()
    policy.tiers = [TierRate(name: "T1")]
    policy.tiers[0].earn.base = Multiplier(Self.ratio(3, 2))
    for (name, factor) in [("x", Self.ratio(2, 1)), ("y", Self.ratio(1, 4))] {
      var bonus = Bonus(name: name)
      bonus.earn.base = Multiplier(factor)
      bonus.when = .daysOfMonth([.last])
      policy.bonuses.append(bonus)
    }
    // The first 100 are earned on tier 0, which has no entry; the second on tier 1 and the month's last day.
    let receipts = [Self.receipt(day(2024, 2, 28), 100_00), Self.receipt(day(2024, 2, 29), 100_00)]
    for (stacking, points) in [(Stacking.multiply, Int64(75)), (.add, 175), (.highest, 200)] {
      policy.stacking = stacking  // 1.5 x 2 x 0.25; 1 + 0.5 + 1 - 0.75; 2
      #expect(Self.points(receipts, policy, Self.ladder(100_00)) == [100, points])
    }
    // 1 - 1 - 0.75 - 0.75 is below 0, and no points fall below 0; the largest of 0 and 0.25 is 0.25.
    policy.tiers[0].earn.base = Multiplier(.zero)
    policy.bonuses[0].earn.base = Multiplier(Self.ratio(1, 4))
    for (stacking, points) in [(Stacking.multiply, Int64(0)), (.add, 0), (.highest, 25)] {
      policy.stacking = stacking
      #expect(Self.points(receipts, policy, Self.ladder(100_00)) == [100, points])
    }
  }

  @Test func `a cap counts by calendar period, after rounding, and returns free nothing`() {
    var policy = Self.policy()
    policy.cap = PointsCap(Points(100), per: .month)
    let receipts = [
      Self.receipt(day(2023, 1, 30), 60_90), Self.receipt(day(2023, 1, 30), -50_00),
      Self.receipt(day(2023, 1, 31), 60_00),
      Self.receipt(day(2023, 1, 31), 5_00), Self.receipt(day(2023, 2, 1), 120_00),
    ]
    #expect(Self.points(receipts, policy) == [60, 0, 40, 0, 100])
    // 2023-01-01 is a Sunday: a week of its own.
    policy.cap = PointsCap(Points(100), per: .week)
    let sunday = [
      Self.receipt(day(2023, 1, 1), 90_00), Self.receipt(day(2023, 1, 2), 90_00), Self.receipt(day(2023, 1, 8), 90_00),
    ]
    #expect(Self.points(sunday, policy) == [90, 90, 10])
  }

  @Test func `rates and multipliers are those of the day, slots end before their end`() {
    var policy = Self.policy()
    policy.earn.set(EarnRate(points: Ratio(2), per: Money(minor: 100)), during: DayRange(day(2023, 1, 2)))
    policy.bonuses = [Bonus(name: "A")]
    policy.bonuses[0].earn.base = Multiplier(Ratio(3))
    policy.bonuses[0].when = TimeSlot(14, 17).map { .and(.slot($0), .not(.stores(["s2"]))) }
    let receipts = [
      Self.receipt(day(2023, 1, 1), 10_00, at: 14 * 3600 - 1), Self.receipt(day(2023, 1, 1), 10_00, at: 14 * 3600),
      Self.receipt(day(2023, 1, 2), 10_00, at: 17 * 3600 - 1), Self.receipt(day(2023, 1, 2), 10_00, at: 17 * 3600),
      Self.receipt(day(2023, 1, 3), 10_00, at: 15 * 3600, store: "s2"),
    ]
    #expect(Self.points(receipts, policy) == [10, 30, 60, 20, 10])
  }

  @Test func `conditions hold on the days they name`() {
    func holds(_ condition: Condition, _ day: Day, of person: ReferencePerson = ReferencePerson()) -> Bool {
      let receipt = Self.receipt(day, 1)
      let member = ReferenceMember([receipt], [], person, Rules(ladder: .single), dataStart: day)
      return meets(condition, receipt, ReferenceLine(category: "", amount: 0), by: member)
    }
    #expect(holds(.daysOfMonth([.last]), day(2024, 2, 29)) && !holds(.daysOfMonth([.last]), day(2024, 2, 28)))
    #expect(!holds(.daysOfMonth([.day(31)]), day(2024, 4, 30)))
    let winter = Condition.season(from: YearDay(month: 12, day: 1), to: YearDay(month: 2, day: 28))
    #expect(holds(winter, day(2024, 1, 15)) && holds(winter, day(2024, 12, 1)) && holds(winter, day(2024, 2, 28)))
    #expect(!holds(winter, day(2024, 2, 29)) && !holds(winter, day(2024, 11, 30)))
    // 2024-02-29 is a Thursday.
    #expect(holds(.weekdays([.thursday], slot: nil), day(2024, 2, 29)))
    #expect(holds(.dates(DayRange(day(2024, 2, 29))), day(2024, 2, 29)))
    let born = ReferencePerson(joined: day(2020, 2, 29), birthMonth: 2)
    #expect(holds(.birthdayMonth, day(2024, 2, 29), of: born) && !holds(.birthdayMonth, day(2024, 3, 1), of: born))
    #expect(!holds(.birthdayMonth, day(2024, 2, 29)))
    #expect(
      holds(.joiningAnniversary, day(2023, 2, 28), of: born) && holds(.joiningAnniversary, day(2024, 2, 29), of: born))
    #expect(
      !holds(.joiningAnniversary, day(2024, 2, 28), of: born) && !holds(.joiningAnniversary, day(2020, 2, 29), of: born)
    )
    // Before the joining, and where it is the day of this first receipt.
    #expect(!holds(.joiningAnniversary, day(2019, 2, 28), of: born) && !holds(.joiningAnniversary, day(2024, 2, 29)))
    #expect(holds(.or(.categories(["A"]), .not(.stores(["s1"]))), day(2024, 2, 29)))
  }
}

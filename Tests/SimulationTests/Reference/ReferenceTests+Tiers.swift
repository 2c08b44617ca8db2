import PlanLanguage
import Programme
import Quantities
import Testing

extension ReferenceTests {
  @Test func `a threshold met to the cent upgrades after the purchase, and the review drops it`() {
    let receipts = [Self.receipt(day(2023, 1, 31), 60_00), Self.receipt(day(2023, 3, 31), 40_00)]
    let ladder = Self.ladder(100_00)
    // 60 + 40 = 100. Term to 2024-03-31; its window (2023-03-30, 2024-03-30] holds the 40 alone.
    #expect(
      Self.tiers(receipts, ladder, on: day(2023, 3, 30), day(2023, 3, 31), day(2024, 3, 30), day(2024, 3, 31))
        == [0, 1, 1, 0])
    let replay = ReferenceMember.replay(receipts, by: Rules(ladder: ladder), through: day(2025, 1, 1))
    #expect(replay.count == 702)  // 334 days of 2023 from 31 January on, 366 of 2024, 1 January: 335 + 366 + 1
    #expect(replay.flatMap { $0.receipts.map(\.tierBefore) } == [0, 0])
    #expect(replay.map(\.upgrades).reduce(0, +) == 1 && replay.map(\.downgrades).reduce(0, +) == 1)
  }

  @Test func `a rolling window excludes its far end and clamps to the month's end`() {
    let ladder = Self.ladder(100_00, window: .rolling(.months(1)))
    // At 31 March the window is (28 February, 31 March].
    for (first, tier) in [(day(2023, 2, 28), 0), (day(2023, 3, 1), 1)] {
      let receipts = [Self.receipt(first, 60_00), Self.receipt(day(2023, 3, 31), 40_00)]
      #expect(Self.tiers(receipts, ladder, on: day(2023, 3, 31)) == [tier])
    }
    // 30 days at 31 March: (1 March, 31 March].
    let days = Self.ladder(100_00, window: .rolling(.days(30)))
    for (first, tier) in [(day(2023, 3, 1), 0), (day(2023, 3, 2), 1)] {
      let receipts = [Self.receipt(first, 60_00), Self.receipt(day(2023, 3, 31), 40_00)]
      #expect(Self.tiers(receipts, days, on: day(2023, 3, 31)) == [tier])
    }
  }

  @Test func `calendar year, anniversary year and lifetime begin where they say`() {
    // Joined on 29 February 2024; the year turns on 28 February 2025.
    let receipts = [
      Self.receipt(day(2024, 2, 29), 10_00), Self.receipt(day(2025, 1, 1), 50_00),
      Self.receipt(day(2025, 2, 27), 49_00),
      Self.receipt(day(2025, 2, 28), 41_00), Self.receipt(day(2025, 3, 1), 59_00),
    ]
    let days = [day(2025, 2, 27), day(2025, 2, 28), day(2025, 3, 1)]
    func tiers(_ window: QualificationWindow) -> [Int] {
      Self.tiers(receipts, Self.ladder(100_00, window: window), on: days[0], days[1], days[2])
    }
    #expect(tiers(.calendarYear) == [0, 1, 1])  // 50 + 49 = 99, + 41 = 140
    #expect(tiers(.anniversaryYear) == [1, 1, 1])  // 10 + 50 + 49 = 109
    #expect(tiers(.lifetime) == [1, 1, 1])
    let late = [receipts[0], receipts[3], receipts[4]]
    func lateTiers(_ window: QualificationWindow) -> [Int] {
      Self.tiers(late, Self.ladder(101_00, window: window), on: days[1], days[2])
    }
    #expect(lateTiers(.anniversaryYear) == [0, 0])  // 41, then 41 + 59 = 100; the 10 are out
    #expect(lateTiers(.lifetime) == [0, 1])  // 10 + 41 + 59 = 110
  }

  @Test func `one step, recalculate and base differ in how far one downgrade goes`() {
    // 300 on 2023-01-01: tier 3 to 2024-01-01. By then the window (2023-01-31, 2023-12-31] holds 120: qualified 1.
    let window = QualificationWindow.rolling(.months(11))
    let receipts = [Self.receipt(day(2023, 1, 1), 300_00), Self.receipt(day(2023, 6, 1), 120_00)]
    for (downgrade, tier) in [(Downgrade.oneStep, 2), (.recalculate, 1), (.base, 0)] {
      var ladder = Self.ladder(100_00, 200_00, 300_00, window: window)
      ladder.downgrade = downgrade
      #expect(Self.tiers(receipts, ladder, on: day(2023, 12, 31), day(2024, 1, 1)) == [3, tier])
      let replay = ReferenceMember.replay(receipts, by: Rules(ladder: ladder), through: day(2024, 1, 1))
      #expect(replay.last?.downgrades == 1)
    }
    // One step from 3 stops at what qualifies: with 250 left that is 2; the new term then runs to 2025-01-01.
    let better = [Self.receipt(day(2023, 1, 1), 300_00), Self.receipt(day(2023, 6, 1), 250_00)]
    let ladder = Self.ladder(100_00, 200_00, 300_00, window: window)
    #expect(Self.tiers(better, ladder, on: day(2024, 1, 1), day(2024, 12, 31), day(2025, 1, 1)) == [2, 2, 1])
  }

  @Test func `any needs one threshold, all needs each in force, and the highest tier that qualifies counts`() {
    var ladder = Self.ladder(100_00, 200_00, 200_00)
    ladder.tiers[1].visits.base = Count(2)
    ladder.tiers[2].visits.base = Count(2)
    ladder.tiers[2].need = .all
    ladder.tiers[3].purchases.base = Count(4)
    ladder.tiers[3].need = .all
    let receipts = [
      Self.receipt(day(2023, 1, 1), 10_00),
      Self.receipt(day(2023, 1, 2), 10_00),  // 20 in 2 visits: tier 1 by visits
      Self.receipt(day(2023, 1, 3), 180_00),  // 200 in 3 visits and 3 purchases: tier 2, not 3
      Self.receipt(day(2023, 1, 3), 0),  // the fourth purchase: tier 3
    ]
    let replay = ReferenceMember.replay(
      receipts + [Self.receipt(day(2023, 1, 4), 0)], by: Rules(ladder: ladder), through: day(2023, 1, 4))
    #expect(replay.flatMap { $0.receipts.map(\.tierBefore) } == [0, 0, 1, 2, 3])
  }

  @Test func `visits count days whose receipts come to more than 0, purchases count receipts of 0 but no returns`() {
    var ladder = Self.ladder(1_000_00)
    ladder.tiers[1].visits.base = Count(2)
    let swap = [
      Self.receipt(day(2023, 1, 1), 10_00), Self.receipt(day(2023, 1, 1), -10_00), Self.receipt(day(2023, 1, 2), 5_00),
      Self.receipt(day(2023, 1, 3), 0), Self.receipt(day(2023, 1, 4), 5_00),
    ]
    // 1 January nets 0 and so does the 3rd: the second visit is the 4th.
    #expect(Self.tiers(swap, ladder, on: day(2023, 1, 3), day(2023, 1, 4)) == [0, 1])
    ladder.tiers[1].visits = Scheduled()
    ladder.tiers[1].purchases.base = Count(3)
    #expect(Self.tiers(swap, ladder, on: day(2023, 1, 2), day(2023, 1, 3)) == [0, 1])
  }

  @Test func `thresholds are those of the day of decision, which a purchase of 0 may be and a return not`() {
    var ladder = Self.ladder(100_00, window: .rolling(.months(11)))
    ladder.tiers[1].spend.set(Money(minor: 50_00), during: Self.range(day(2023, 2, 1), day(2023, 2, 28)))
    let start = Self.receipt(day(2023, 1, 1), 60_00)
    let returned = [start, Self.receipt(day(2023, 2, 2), -1_00)]  // 59 >= 50, but a return
    #expect(Self.tiers(returned, ladder, on: day(2023, 2, 28)) == [0])
    let nothing = returned + [Self.receipt(day(2023, 2, 3), 0)]
    // Tier 1 to 2024-02-03, where 100 is asked and 0 found.
    #expect(Self.tiers(nothing, ladder, on: day(2023, 2, 3), day(2024, 2, 2), day(2024, 2, 3)) == [1, 1, 0])
    // A review on the one day of a change uses it, with the window of the eve: 60 of 2023-12-01 are enough, and what
    // comes back on the day itself is not seen.
    ladder.tiers[1].spend.set(Money(minor: 50_00), during: DayRange(day(2024, 3, 1)))
    let few = [Self.receipt(day(2023, 3, 1), 100_00), Self.receipt(day(2024, 3, 1), -60_00)]
    let enough = [few[0], Self.receipt(day(2023, 12, 1), 60_00), few[1]]
    #expect(Self.tiers(enough, ladder, on: day(2024, 3, 1), day(2025, 2, 28), day(2025, 3, 1)) == [1, 1, 0])
    #expect(Self.tiers(few, ladder, on: day(2024, 2, 29), day(2024, 3, 1)) == [1, 0])
  }
}

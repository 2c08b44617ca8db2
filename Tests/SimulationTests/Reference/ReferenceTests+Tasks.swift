import PlanLanguage
import Programme
import Quantities
import Testing

/// Task cards, worked out by hand.
extension ReferenceTests {
  /// 银 (T1) for 1,000 or three purchases a month, which lasts two months.
  private static func withTask(keep: TierTerm = .duration(.months(12))) -> Ladder {
    var ladder = ladder(1_000_00, keep: keep)
    var task = TaskCard(name: "三笔")
    task.purchases.base = Count(3)
    task.lasts = .months(2)
    ladder.tiers[1].tasks = [task]
    return ladder
  }

  @Test func `three purchases in a calendar month win the tier for two months`() {
    let receipts = [
      Self.receipt(day(2024, 1, 31), 10_00), Self.receipt(day(2024, 2, 1), 10_00), Self.receipt(day(2024, 2, 2), 10_00),
      Self.receipt(day(2024, 2, 10), -10_00), Self.receipt(day(2024, 2, 29), 10_00),
    ]
    let days = [day(2024, 2, 10), day(2024, 2, 28), day(2024, 2, 29), day(2024, 4, 28), day(2024, 4, 29)]
    for keep in [TierTerm.duration(.months(12)), .whileQualified] {
      let replay = ReferenceMember.replay(receipts, by: Rules(ladder: Self.withTask(keep: keep)), through: days[4])
      #expect(days.map { day in replay.first { $0.day == day }?.tier } == [0, 0, 1, 1, 0])
    }
  }

  @Test func `a task for the held tier moves nothing, and at the end the window decides`() {
    // Won by spend on 1 January for a year; the task of February gives no other term.
    var receipts = [Self.receipt(day(2024, 1, 1), 1_000_00)]
    receipts += (1...3).map { Self.receipt(day(2024, 2, $0), 10_00) }
    #expect(Self.tiers(receipts, Self.withTask(), on: day(2024, 12, 31), day(2025, 1, 1)) == [1, 1])
    // Won by the task on 3 February; by 3 April the window has 1,000, which renews for a year.
    let other = (1...3).map { Self.receipt(day(2024, 2, $0), 10_00) } + [Self.receipt(day(2024, 4, 1), 970_00)]
    #expect(Self.tiers(other, Self.withTask(), on: day(2024, 4, 3), day(2025, 4, 2), day(2025, 4, 3)) == [1, 1, 0])
  }
}

/// What counts, invitations, and thresholds that change.
extension ReferenceTests {
  @Test func `only what matches counts, and a return takes off what of it matches`() {
    var ladder = Self.ladder(100_00)
    ladder.counts = .and(.categories(["A"]), .fullPrice)
    func receipt(_ date: Day, _ lines: [ReferenceLine]) -> ReferenceReceipt {
      ReferenceReceipt(
        day: date, second: 0, amount: lines.reduce(0) { $0 + $1.amount }, store: "", lines: lines, original: nil)
    }
    let receipts = [
      receipt(
        day(2024, 1, 1),
        [ReferenceLine(category: "A", amount: 60_00), ReferenceLine(category: "B", amount: 90_00)]),
      receipt(day(2024, 1, 2), [ReferenceLine(category: "A", amount: 60_00, discount: 5_00)]),
      receipt(day(2024, 1, 3), [ReferenceLine(category: "A", amount: -10_00)]),
      receipt(day(2024, 1, 4), [ReferenceLine(category: "A", amount: 49_99)]),
      receipt(day(2024, 1, 5), [ReferenceLine(category: "A", amount: 1)]),
    ]
    #expect(Self.tiers(receipts, ladder, on: day(2024, 1, 4), day(2024, 1, 5)) == [0, 1])
  }

  @Test func `an invited member is never moved`() {
    var ladder = Self.ladder(100_00, keep: .duration(.months(1)))
    ladder.tiers.append(Tier(name: "T2"))
    ladder.tiers[2].by = .invitation
    var person = ReferencePerson()
    person.tier = "T2"
    for keep in [TierTerm.duration(.months(1)), .whileQualified, .yearEnd(extraYear: false)] {
      ladder.keep = keep
      let replay = ReferenceMember.replay(
        [Self.receipt(day(2024, 1, 1), 100_00)], of: person, dataStart: day(2024, 1, 1), by: Rules(ladder: ladder),
        through: day(2027, 1, 1))
      #expect(replay.allSatisfy { $0.tier == 2 && $0.upgrades + $0.downgrades == 0 })
    }
  }

  @Test func `a raised threshold meets holders at the review, at once, or never`() {
    // 100 until March; 200 from then on. Won by 100 on 1 January for six months.
    var ladder = Self.ladder(100_00, window: .lifetime, keep: .duration(.months(6)))
    ladder.tiers[1].spend.set(Money(minor: 200_00), during: Self.range(day(2024, 3, 1), day(2030, 12, 31)))
    ladder.grace = .days(10)
    let receipts = [Self.receipt(day(2024, 1, 1), 100_00)]
    let days = [day(2024, 2, 29), day(2024, 3, 1), day(2024, 7, 10), day(2024, 7, 11), day(2029, 1, 1)]
    func tiers(_ transition: Transition) -> [Int] {
      ladder.transition = transition
      let replay = ReferenceMember.replay(receipts, by: Rules(ladder: ladder), through: days[4])
      return days.map { day in replay.first { $0.day == day }?.tier ?? -1 }
    }
    #expect(tiers(.atReview) == [1, 1, 1, 0, 0])
    #expect(tiers(.atOnce) == [1, 0, 0, 0, 0])
    #expect(tiers(.keep) == [1, 1, 1, 1, 1])
  }
}

/// Limited places.
extension ReferenceTests {
  @Test func `places go to the largest spend of the year, the rest fall to what they qualify for`() throws {
    // Silver for 100 and everyone; gold for 200 and one.
    var ladder = Self.ladder(100_00, 200_00, window: .calendarYear, keep: .yearEnd(extraYear: false))
    ladder.tiers[2].most = .count(Count(1))
    let spent: [(Int64, Int64)] = [(250_00, 300_00), (300_00, 300_00), (99_00, 900_00)]
    let receipts = spent.map { [Self.receipt(day(2023, 2, 1), $0.0), Self.receipt(day(2024, 3, 1), $0.1)] }
    let random = RandomCase(Rules(ladder: ladder), receipts, through: day(2025, 1, 1))
    #expect(random.places[day(2024, 1, 1)]?[2] == [1])
    #expect(random.places[day(2025, 1, 1)]?[2] == [2])
    func tiers(_ number: Int) -> [Int?] {
      let days = random.reference(number)
      return [day(2023, 12, 31), day(2024, 1, 1), day(2024, 12, 31), day(2025, 1, 1)].map { day in
        days.first { $0.day == day }?.tier
      }
    }
    #expect(tiers(0) == [1, 1, 1, 1])
    #expect(tiers(1) == [1, 2, 2, 1])
    #expect(tiers(2) == [0, 0, 1, 2])
  }
}

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

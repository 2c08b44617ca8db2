import Programme
import Quantities
import Testing

extension ReferenceTests {
  @Test func `grace postpones one failed review a term`() {
    var ladder = Self.ladder(100_00, window: .rolling(.days(60)), keep: .duration(.days(90)))
    ladder.grace = .days(10)
    let first = Self.receipt(day(2023, 1, 1), 100_00)
    // Review 2023-04-01 fails; again on 04-11, then down.
    #expect(Self.tiers([first], ladder, on: day(2023, 4, 1), day(2023, 4, 10), day(2023, 4, 11)) == [1, 1, 0])
    // 100 on 04-05 is judged on 04-11: the next term runs from there to 07-10, with a grace of its own to 07-20.
    let saved = [first, Self.receipt(day(2023, 4, 5), 100_00)]
    #expect(Self.tiers(saved, ladder, on: day(2023, 4, 11), day(2023, 7, 19), day(2023, 7, 20)) == [1, 1, 0])
    // An upgrade meanwhile cancels the review of 04-11: a term from 04-05 to 07-04, grace to 07-14.
    var two = ladder
    two.tiers.append(Self.ladder(0, 150_00).tiers[2])
    let upgraded = [first, Self.receipt(day(2023, 4, 5), 150_00)]
    #expect(
      Self.tiers(upgraded, two, on: day(2023, 4, 5), day(2023, 4, 11), day(2023, 7, 13), day(2023, 7, 14)) == [
        2, 2, 2, 1,
      ])
  }

  @Test func `a year-end term ends on 31 December, a year later where it says so, after a review always the next`() {
    let first = Self.receipt(day(2023, 5, 10), 100_00)
    let days = (day(2023, 12, 31), day(2024, 1, 1), day(2024, 12, 31), day(2025, 1, 1))
    func tiers(_ extra: Bool, _ receipts: [ReferenceReceipt]) -> [Int] {
      let ladder = Self.ladder(100_00, window: .calendarYear, keep: .yearEnd(extraYear: extra))
      return Self.tiers(receipts, ladder, on: days.0, days.1, days.2, days.3, day(2025, 12, 31), day(2026, 1, 1))
    }
    // The window of 2023-12-31 is 2023: renewed on 2024-01-01, and 2024 is empty.
    #expect(tiers(false, [first]) == [1, 1, 1, 0, 0, 0])
    #expect(tiers(true, [first]) == [1, 1, 1, 0, 0, 0])  // first reviewed on 2025-01-01
    // Renewed there by 100 in 2024, for one year, not two.
    #expect(tiers(true, [first, Self.receipt(day(2024, 6, 1), 100_00)]) == [1, 1, 1, 1, 1, 0])
  }

  @Test func `an anniversary term ends on the eve of the next anniversary of joining`() {
    // Joined on 29 February 2024, upgraded on 28 February 2025: that day's anniversary does not count.
    let receipts = [Self.receipt(day(2024, 2, 29), 10_00), Self.receipt(day(2025, 2, 28), 100_00)]
    func tiers(_ extra: Bool) -> [Int] {
      let ladder = Self.ladder(100_00, window: .rolling(.days(30)), keep: .anniversary(extraYear: extra))
      return Self.tiers(
        receipts, ladder, on: day(2025, 2, 28), day(2026, 2, 27), day(2026, 2, 28), day(2027, 2, 27), day(2027, 2, 28))
    }
    #expect(tiers(false) == [1, 1, 0, 0, 0])
    #expect(tiers(true) == [1, 1, 1, 1, 0])
  }

  @Test func `with month-end upgrades the last day's window decides on the 1st`() {
    var ladder = Self.ladder(100_00, 200_00, window: .rolling(.days(31)), keep: .duration(.months(1)))
    ladder.upgrade = .monthEnd
    // Joined on a 1st with 250, 150 of it taken back on the 31st: 100 decide on 1 February.
    let receipts = [Self.receipt(day(2024, 1, 1), 250_00), Self.receipt(day(2024, 1, 31), -150_00)]
    #expect(Self.tiers(receipts, ladder, on: day(2024, 1, 1), day(2024, 1, 31), day(2024, 2, 1)) == [0, 0, 1])
    // A month from 1 February: the window (2024-01-29, 2024-02-29] holds the return alone, -150.
    #expect(Self.tiers(receipts, ladder, on: day(2024, 2, 29), day(2024, 3, 1)) == [1, 0])
    // An upgrade on the day of a review comes first and starts a new term in its place.
    let rising = [Self.receipt(day(2024, 1, 31), 100_00), Self.receipt(day(2024, 2, 29), 200_00)]
    #expect(
      Self.tiers(rising, ladder, on: day(2024, 2, 1), day(2024, 3, 1), day(2024, 3, 31), day(2024, 4, 1)) == [
        1, 2, 2, 1,
      ])
  }

  @Test func `while qualified the window of each morning decides, and purchases upgrade at once`() {
    var ladder = Self.ladder(100_00, 200_00, window: .rolling(.days(30)), keep: .whileQualified)
    ladder.grace = .days(10)
    let receipts = [Self.receipt(day(2023, 1, 1), 120_00), Self.receipt(day(2023, 1, 10), 80_00)]
    // 120 leave at the start of 01-31, two steps at once; 80 are not enough for tier 1.
    #expect(
      Self.tiers(receipts, ladder, on: day(2023, 1, 1), day(2023, 1, 10), day(2023, 1, 30), day(2023, 1, 31)) == [
        1, 2, 2, 0,
      ])
    // A return is felt the next morning.
    let returned = receipts + [Self.receipt(day(2023, 1, 11), -50_00)]
    #expect(Self.tiers(returned, ladder, on: day(2023, 1, 11), day(2023, 1, 12)) == [2, 1])
    // Monthly upgrades, daily downgrades: 200 on 01-31, in the window through 03-01.
    ladder.upgrade = .monthEnd
    let late = [Self.receipt(day(2023, 1, 20), 1_00), Self.receipt(day(2023, 1, 31), 199_00)]
    #expect(
      Self.tiers(late, ladder, on: day(2023, 1, 31), day(2023, 2, 1), day(2023, 2, 19), day(2023, 3, 2)) == [
        0, 2, 1, 0,
      ])
  }
}

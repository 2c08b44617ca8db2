import Insight
import PlanLanguage
import Quantities
import Testing

@Suite("The earlier range is as long, and calendar where the range is") struct EarlierRangeTests {
  private func day(_ text: String) throws -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
  }

  private func range(_ text: String) throws -> DayRange {
    let ends = text.split(separator: ".").map(String.init)
    return try #require(DayRange(try day(ends[0]), try day(ends[ends.count - 1])))
  }

  @Test(arguments: [
    ("2025-10-01..2025-12-31", "2025-07-01..2025-09-30", "2025-04-01..2025-06-30", 3),
    ("2025-03-01..2025-03-31", "2025-02-01..2025-02-28", "2025-01-01..2025-01-31", 1),
    ("2024-01-01..2024-12-31", "2023-01-01..2023-12-31", "2022-01-01..2022-12-31", 12),
    ("2025-07-01..2025-12-31", "2025-01-01..2025-06-30", "2024-07-01..2024-12-31", 6),
  ])
  func `whole months, quarters and years`(asked: String, earlier: String, previous: String, months: Int) throws {
    let whole = try range(asked)
    for horizon in [Horizon.days(whole), .from(whole.first), .history] {
      let found = EarlierRange(before: whole, of: horizon)
      let expected = [try range(earlier), try range(previous)]
      #expect([found.range, found.previous] == expected)
      #expect(found.rule == .months(months))
    }
  }

  @Test(arguments: [
    ("2025-10-01..2025-12-31", "2025-11-20", "2025-07-01..2025-08-20", "2025-04-01..2025-05-20"),
    ("2025-01-01..2025-12-31", "2025-05-31", "2024-01-01..2024-05-31", "2023-01-01..2023-05-31"),
    ("2025-03-01..2025-03-31", "2025-03-30", "2025-02-01..2025-02-28", "2025-01-01..2025-01-30"),
  ])
  func `of one that is not over, the same part`(asked: String, last: String, earlier: String, previous: String) throws {
    let whole = try range(asked)
    let cut = try #require(DayRange(whole.first, try day(last)))
    let found = EarlierRange(before: cut, of: .days(whole))
    let expected = [try range(earlier), try range(previous)]
    #expect([found.range, found.previous] == expected)
  }

  @Test func `months up to a day`() throws {
    let found = EarlierRange(before: try range("2017-10-02..2018-01-01"), of: .last(.months(3)))
    #expect(found.range == (try range("2017-07-02..2017-10-01")))
    #expect(found.previous == (try range("2017-04-02..2017-07-01")))
    let clamped = EarlierRange(before: try range("2025-05-01..2025-05-31"), of: .last(.months(1)))
    #expect(clamped.range == (try range("2025-04-01..2025-04-30")))
    #expect(clamped.previous == (try range("2025-03-01..2025-03-31")))
  }

  @Test func `other days, and a range that was named`() throws {
    let found = EarlierRange(before: try range("2025-11-20..2025-12-10"), of: .last(.days(21)))
    #expect(found.range == (try range("2025-10-30..2025-11-19")))
    #expect(found.previous == (try range("2025-10-09..2025-10-29")))
    #expect(found.rule == .days(21))
    let named = EarlierRange(named: try range("2024-10-01..2024-12-31"))
    #expect(named.rule == .named)
    #expect(named.previous == (try range("2024-07-01..2024-09-30")))
  }

  @Test func `ranges follow each other without a gap and without touching`() throws {
    var dice = Dice(seed: 3)
    for _ in 0..<500 {
      let first = Day(number: 18_000) + dice.int(0...2_000)
      let range = try #require(DayRange(first, first + dice.int(0...700)))
      let asked = dice.pick([
        Horizon.days(range), .history, .last(.days(range.count)), .last(.months(dice.int(1...14))),
      ])
      var days = range
      if case .last(.months(let months)) = asked {
        days = try #require(DayRange(range.last.adding(months: -months) + 1, range.last))
      }
      let found = EarlierRange(before: days, of: asked)
      #expect(found.range.last == days.first - 1 && found.previous.last == found.range.first - 1)
      if case .days(let count) = found.rule { #expect(found.range.count == count && found.previous.count == count) }
    }
  }
}

import Quantities
import Testing

/// The equal range just before another.
@Suite struct EarlierRangeTests {
  private func range(_ text: String) throws -> DayRange {
    let days = try text.split(separator: "..", omittingEmptySubsequences: true).map { part in
      let numbers = part.split(separator: "-").compactMap { Int($0) }
      return try #require(Day(year: numbers[0], month: numbers[1], day: numbers[2]))
    }
    return try #require(DayRange(days[0], days[1]))
  }

  @Test(arguments: [
    // Months, quarters, years, and as many of them as there are.
    ("2025-03-01..2025-03-31", "2025-02-01..2025-02-28"), ("2024-02-01..2024-02-29", "2024-01-01..2024-01-31"),
    ("2025-01-01..2025-03-31", "2024-10-01..2024-12-31"), ("2025-01-01..2025-12-31", "2024-01-01..2024-12-31"),
    ("2024-01-01..2025-12-31", "2022-01-01..2023-12-31"), ("2025-01-01..2025-11-30", "2024-02-01..2024-12-31"),
    // `last 12mo` and `last 1mo` on days of all kinds.
    ("2024-12-31..2025-12-30", "2023-12-31..2024-12-30"), ("2024-02-29..2025-02-28", "2023-03-01..2024-02-28"),
    ("2025-01-31..2025-02-27", "2024-12-31..2025-01-30"), ("2025-05-16..2025-06-15", "2025-04-16..2025-05-15"),
    ("2025-03-01..2025-03-30", "2025-01-29..2025-02-28"),
    // Anything else by days.
    ("2025-01-01..2025-01-10", "2024-12-22..2024-12-31"), ("2025-04-01..2025-04-20", "2025-03-12..2025-03-31"),
    ("2025-03-01..2025-03-01", "2025-02-28..2025-02-28"),
  ]) func `whole months go back by months, other ranges by days`(this: String, before: String) throws {
    #expect(try range(this).earlier == range(before))
  }

  @Test(arguments: [
    ("2025-03-01..2025-03-31", "2025-02-01..2025-02-28"), ("2025-02-01..2025-02-28", "2025-01-01..2025-01-31"),
    ("2025-03-10..2025-03-20", "2025-02-10..2025-02-20"), ("2025-03-10..2025-03-31", "2025-02-10..2025-02-28"),
    ("2025-03-31..2025-03-31", "2025-02-28..2025-02-28"), ("2025-01-01..2025-01-07", "2024-12-01..2024-12-07"),
  ]) func `a month's days go back to those of the month before`(this: String, before: String) throws {
    #expect(try range(this).monthBefore == range(before))
  }

  @Test func `the earlier range always ends on the eve, and the months of a range are all of it`() throws {
    let start = try #require(Day(year: 2023, month: 12, day: 30))
    for offset in 0..<70 {
      for length in 1..<140 {
        let range = try #require(DayRange(start + offset, start + offset + length - 1))
        #expect(range.earlier.last == range.first - 1)
        #expect(abs(range.earlier.count - length) <= 3)
        let months = range.months
        #expect(months.first?.first == range.first && months.last?.last == range.last)
        #expect(months.reduce(0) { $0 + $1.count } == length)
        // No day is held against two months.
        for (one, next) in zip(months, months.dropFirst()) { #expect(one.monthBefore.last < next.monthBefore.first) }
      }
    }
  }
}

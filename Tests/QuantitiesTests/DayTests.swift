import Quantities
import Testing

@Suite struct DayTests {
  @Test func `every day of 1900 to 2100 follows the one before and reads back`() throws {
    var day = try #require(Day(year: 1900, month: 1, day: 1))
    #expect(day.weekday == .monday)
    for year in 1900...2100 {
      for month in 1...12 {
        for number in 1...Day.length(ofMonth: month, in: year) {
          #expect(Day(year: year, month: month, day: number) == day)
          #expect((day.components.year, day.components.month, day.components.day) == (year, month, number))
          day = day + 1
        }
      }
    }
    #expect(day.description == "2101-01-01")
  }

  @Test func `days that no calendar has are none`() {
    for (year, month, day) in [(2023, 2, 29), (1900, 2, 29), (2024, 0, 1), (2024, 13, 1), (2024, 4, 31), (0, 1, 1)] {
      #expect(Day(year: year, month: month, day: day) == nil)
    }
    #expect(Day(year: 2000, month: 2, day: 29) != nil)
  }

  @Test(arguments: [
    ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
    ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2024-01-15", -13, "2022-12-15"),
    ("2024-12-31", 2, "2025-02-28"),
  ])
  func `months clamp to the month's end`(from: String, months: Int, to: String) throws {
    #expect(try day(from).adding(months: months).description == to)
  }

  @Test func `an anniversary of 29 February is the 28th in common years`() throws {
    let leap = try day("2024-02-29")
    #expect(leap.anniversary(in: 2025).description == "2025-02-28")
    #expect(leap.anniversary(in: 2028).description == "2028-02-29")
  }

  private func day(_ text: String) throws -> Day {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return try #require(Day(year: parts[0], month: parts[1], day: parts[2]))
  }
}

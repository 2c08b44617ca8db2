import MemberBook
import Quantities
import Testing

@Suite("Dates far from the rest") struct StrayDateTests {
  private func dates(bulk: Int = 300, also: [Int]) throws -> StrayDates {
    let book = try book { builder in
      for i in 0..<bulk { try builder.append(member: "M\(i % 7)", day: day(i), amount: 100) }
      for i in also { try builder.append(member: "X", day: day(i), amount: 200) }
    }
    return try Quality(of: book).dates
  }

  @Test("A few of another age stand apart at both ends") func ends() throws {
    let found = try dates(also: [-19_723, -7_000, -7_000, 300 + 200])
    #expect(found.ends.map(\.side) == [.before, .after] && found.ends.map(\.receipts) == [3, 1])
    #expect(found.ends[0].first == Day(number: 0) && found.ends[0].last == day(-7_000))
    #expect(found.ends.map(\.gap) == [6_999, 200])
    #expect(found.bulk == DayRange(day(0), day(299)) && found.examples.map(\.day).last == day(500))
    #expect(found.examples.count == 4 && found.count == 4)
  }

  @Test("An opening a while before, or many old rows, are history") func history() throws {
    #expect(try dates(also: [-100]).ends.isEmpty)
    #expect(try dates(also: Array(repeating: -400, count: 20)).ends.isEmpty)
    #expect(try dates(also: Array(repeating: -4_000, count: 20)).ends.map(\.receipts) == [20])
    #expect(try dates(also: Array(repeating: -4_000, count: 50)).ends.isEmpty)
    #expect(try dates(bulk: 10, also: [-4_000]).ends.isEmpty)
  }
}

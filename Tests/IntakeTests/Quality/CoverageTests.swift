import MemberBook
import Quantities
import Testing

@Suite("Coverage by month and store") struct CoverageTests {
  private func coverage(_ book: Book) throws -> Coverage {
    try Coverage(of: book)
  }

  @Test("A store that closed for two months has a gap, and so have the days") func gaps() throws {
    let book = try book { builder in
      for i in 0..<366 {
        try builder.append(member: "A", day: day(i), amount: 100, store: "南京路店")
        // 2024-03-01 is day 60, 2024-05-01 day 121.
        if i >= 20, !(60..<121).contains(i), i < 300 {
          try builder.append(member: nil, day: day(i), amount: 100, store: "淮海店")
        }
      }
    }
    let found = try coverage(book)
    #expect(found.months.count == 12 && found.months.allSatisfy { $0.isWhole && !$0.isThin })
    #expect(found.stores.map(\.purchases) == [366, 219] && found.stores.map(\.emptyMonths) == [0, 2])
    #expect(found.stores[1].gaps == [try #require(DayRange(day(60), day(120)))])
    #expect((found.stores[1].first, found.stores[1].last) == (day(20), day(299)))
    #expect(found.daysWithout == 0 && found.longestWithout == nil)
  }

  @Test("Thin months and days without a sale; parts of months and returns do not count") func thin() throws {
    let book = try book { builder in
      // From 2024-01-31; none from 2024-03-06 to 2024-03-31.
      for i in 30..<200 where !(65..<91).contains(i) { try builder.append(member: "A", day: day(i), amount: 100) }
      try builder.append(member: "A", day: day(70), amount: -100)
    }
    let found = try coverage(book)
    #expect(found.months.map(\.purchases) == [1, 29, 5, 30, 31, 30, 18] && found.usual == 30)
    #expect(found.months.map(\.isThin) == [false, false, true, false, false, false, false])
    #expect(found.months.map(\.isWhole) == [false, true, true, true, true, true, false])
    #expect(found.daysWithout == 26 && found.longestWithout == DayRange(day(65), day(90)))
    #expect(found.months.map(\.daysWithPurchases) == found.months.map(\.purchases) && found.months[2].days == 31)
    #expect(found.stores.map(\.code) == [nil])
  }

  @Test("What lies far off does not make years of gaps") func strays() throws {
    let book = try book { builder in
      for i in 0..<100 { try builder.append(member: "A", day: day(i), amount: 100, store: "总店") }
      try builder.append(member: "A", day: day(-19_723), amount: 100, store: "总店")
    }
    let found = try coverage(book)
    #expect(found.months.count == 4 && found.stores.first?.first == day(0))
  }
}

import MemberBook
import Testing

@Suite("Cards of many hands, and purchases before joining") struct SuspiciousMemberTests {
  @Test("A till's own card is found, a busy shopper is not") func tillCard() throws {
    let book = try book { builder in
      for i in 0..<900 { try builder.append(member: "M\(i % 90)", day: day(i / 9), amount: 5_000) }
      for i in 0..<19 { try builder.append(member: "M3", day: day(200), amount: Int64(1_000 + i)) }
      for i in 0..<400 { try builder.append(member: "收银台", day: day(50), amount: Int64(1_000 + i)) }
      for i in 0..<25 { try builder.append(member: "收银台", day: day(51), amount: Int64(1_000 + i)) }
    }
    let found = try Quality(of: book).cards
    #expect(found.examples.map(\.member) == [90] && found.count == 1)
    let card = try #require(found.examples.first)
    #expect((card.busiest, card.purchases, card.days, card.total) == (day(50), 400, 2, 425))
    #expect((found.purchases, found.allPurchases) == (425, 900 + 19 + 425))
  }

  @Test("Many a day for years is found too, without a single day of 20") func total() throws {
    let book = try book { builder in
      for i in 0..<300 { try builder.append(member: "M\(i)", day: day(i), amount: 5_000) }
      for i in 0..<2_000 { try builder.append(member: "柜台", day: day(i / 10), amount: Int64(1_000 + i)) }
    }
    #expect(try Quality(of: book).cards.examples.map(\.total) == [2_000])
  }

  @Test("Where a row is an article, a full basket is one visit") func baskets() throws {
    let book = try book { builder in
      for i in 0..<6_000 { try builder.append(member: "M\(i / 300)", day: day(i / 30), amount: Int64(100 + i % 30)) }
    }
    #expect(try Quality(of: book).cards.count == 0)
  }

  @Test("Purchases before joining are counted by member; on the day of joining they are usual") func early() throws {
    let book = try book { builder in
      for i in [1, 5, 9] { try builder.append(member: "A", day: day(i), amount: 100) }
      for i in [1, 5, 9] { try builder.append(member: "B", day: day(i), amount: 100) }
      try builder.append(member: "C", day: day(0), amount: 100)
    } profile: { profiles, _ in
      profiles.set(joined: day(9), of: 0)
      profiles.set(joined: day(1), of: 1)
    }
    let found = try #require(try Quality(of: book).early)
    #expect((found.members, found.purchases) == (1, 2))
    #expect(found.examples.map(\.joined) == [day(9)] && found.examples.map(\.first) == [day(1)])
  }

  @Test("Without days of joining nothing is said of them") func unknown() throws {
    let book = try book { try $0.append(member: "A", day: day(0), amount: 1) }
    #expect(try Quality(of: book).early == nil)
  }
}

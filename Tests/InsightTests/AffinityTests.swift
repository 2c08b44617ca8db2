import MemberBook
import Quantities
import Testing
@testable import Insight

@Suite struct AffinityTests {
  @Test(arguments: [Affinity.Basket.receipt, .member], 0..<10)
  func `pairs of categories by their definition`(basket: Affinity.Basket, seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed), members: 20, days: 100)
    let days = try #require(DayRange(store.book.firstDay + 10, store.book.lastDay - 10))
    let affinity = try Affinity(store.book, by: basket, over: days)
    var baskets: [Set<String>] = []
    for member in 0..<20 {
      let receipts = store.receipts(of: member).filter { days.contains($0.day) && $0.net >= 0 }
      let each = receipts.map { Set($0.lines.map(\.category).filter { !$0.isEmpty }) }
      baskets += basket == .receipt ? each : [each.reduce(into: []) { $0.formUnion($1) }]
    }
    baskets.removeAll(where: \.isEmpty)
    #expect(affinity.baskets == Int64(baskets.count))
    let name = { store.book.categories.name($0) }
    for pair in affinity.pairs {
      #expect(name(pair.one) < name(pair.other))
      #expect(
        pair.together == Int64(baskets.count { $0.contains(name(pair.one)) && $0.contains(name(pair.other)) }))
    }
    for category in NaiveStore.categories {
      let code = try #require(store.book.categories.code(of: category))
      #expect(affinity.counts[Int(code)] == Int64(baskets.count { $0.contains(category) }))
    }
    let expected = Set(baskets.flatMap { basket in basket.flatMap { a in basket.filter { a < $0 }.map { a + $0 } } })
    #expect(affinity.pairs.count == expected.count)
  }
}

import MemberBook
import Numerics
import Programme
import Quantities
import Simulation
import Testing
@testable import Insight

/// Tallies against their definitions, member by member.
@Suite struct StoreTallyTests {
  /// What one member's receipts of a store, or of all, come to within a range.
  private struct Visits {
    let receipts: [NaiveStore.Receipt]

    var purchases: Int { receipts.count { $0.net >= 0 } }
    var spend: Int64 { receipts.reduce(0) { $0 + $1.net } }
    var days: Int {
      Dictionary(grouping: receipts, by: \.day).values.count { $0.reduce(0) { $0 + $1.net } > 0 }
    }
  }

  private func visits(_ receipts: [NaiveStore.Receipt], _ range: DayRange, _ store: String?) -> Visits {
    Visits(receipts: receipts.filter { range.contains($0.day) && (store == nil || $0.store == store) })
  }

  @Test(arguments: 0..<12) func `each figure by its definition`(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed), members: 70, days: 300)
    let book = store.book
    let last = book.firstDay + 250
    let ranges = [
      try #require(DayRange(last - 59, last)), try #require(DayRange(last - 119, last - 60)),
      try #require(DayRange(last - 179, last - 120)),
    ]
    // Every third member rose on some day.
    let firstAbove = (0..<book.members.count).map { $0 % 3 == 0 ? Int32(250 - $0) : Int32.max }
    let margins = LineMargins([], book)
    for (code, name) in [("s1", Optional("s1")), ("s2", "s2"), ("all", nil)] {
      let focus = try name.map { Int(try #require(book.stores.code(of: $0))) } ?? StoreTallies.all(book)
      let question = StoreTallies.Question(
        ranges: ranges, stuckFrom: 3, firstAbove: firstAbove, margins: margins, focus: focus)
      let found = try StoreTallies(book, question)
      let alone = try StoreTallies(book, question, Job(threads: 1))
      #expect(found.tallies == alone.tallies && found.stuck == alone.stuck)
      var stuck: [Int] = []
      for place in 0..<2 {
        var expected = StoreTally()
        var spends: [Int64] = []
        for member in 0..<book.members.count {
          let receipts = store.receipts(of: try #require(Int(book.members.id(of: member).dropFirst())))
          let own = visits(receipts, ranges[place], name)
          let before = visits(receipts, ranges[place + 1], name)
          expected[.spend] += own.spend
          // Of one day's receipts the first in time counts, which is the first in the book.
          let first = book.purchases.range(of: member).first { book.purchases.amount[$0] >= 0 }
          if let first, ranges[place].contains(book.purchases.day(first)),
            name == nil || book.storeCode(of: first) == focus
          {
            expected[.newcomers] += 1
            expected[.newcomerSpend] += own.spend
          }
          if own.purchases > 0 {
            expected[.active] += 1
            expected[.purchases] += Int64(own.purchases)
            expected[.repeating] += own.days > 1 ? 1 : 0
            spends.append(own.spend)
            let tick = ranges[place].last - book.firstDay + 1
            if own.purchases >= 3, Int(firstAbove[member]) > tick {
              expected[.stuck] += 1
              expected[.stuckSpend] += own.spend
              if place == 0 { stuck.append(member) }
            }
          } else if before.purchases > 0 {
            expected[.lost] += 1
            expected[.lostSpend] += before.spend
            if visits(receipts, ranges[place], nil).purchases > 0 { expected[.lostElsewhere] += 1 }
          }
        }
        var tally = found.tallies[place][focus]
        #expect(tally.spends.sorted() == spends.sorted(), "\(code) \(place)")
        tally.spends = []
        #expect(tally == expected, "\(code) \(place)")
      }
      #expect(found.stuck == stuck, "\(code)")
    }
  }

  @Test func `sales without a member stand apart, with their margin`() throws {
    var builder = BookBuilder()
    let first = Day(number: 20_000)
    try builder.append(member: "a", day: first, amount: 1_000, store: "x", receipt: "1", cost: 400)
    try builder.append(member: nil, day: first + 1, amount: 700, store: "x", receipt: "2", cost: 500)
    try builder.append(member: nil, day: first + 2, amount: -100, store: "y", receipt: "3", cost: -60)
    try builder.append(member: nil, day: first + 40, amount: 300, store: nil, receipt: "4", cost: 100)
    let book = try builder.finish()
    let ranges = [
      try #require(DayRange(first, first + 30)), try #require(DayRange(first - 31, first - 1)),
      try #require(DayRange(first - 62, first - 32)),
    ]
    let found = try StoreTallies(
      book,
      StoreTallies.Question(
        ranges: ranges, stuckFrom: 1, firstAbove: [], margins: LineMargins([], book), focus: StoreTallies.all(book)))
    let x = Int(try #require(book.stores.code(of: "x")))
    let y = Int(try #require(book.stores.code(of: "y")))
    #expect(found.tallies[0][x][.walkIns] == 700 && found.tallies[0][y][.walkIns] == -100)
    #expect(found.tallies[0][StoreTallies.all(book)][.walkIns] == 600)
    #expect(found.tallies[0][StoreTallies.all(book)].walkInGross == 160_000_000)
    #expect(
      found.tallies[0][StoreTallies.all(book)].factors
        == SalesFactors(
          members: 1, purchases: 1, spend: 1_000, walkIns: 600))
    #expect(found.tallies[0][StoreTallies.all(book)][.stuck] == 0 && found.stuck.isEmpty)
    #expect(found.tallies[1] == found.tallies[2])
  }
}

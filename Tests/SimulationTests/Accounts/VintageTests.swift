import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// The vintages that the kernel tells, on random rules and members.
@Suite struct VintageTests {
  @Test(arguments: Seeds.portions(of: 2500..<2740, each: 30))
  func `vintages agree with the reference's lots, with the totals, and for any number of slices`(seeds: Seeds) throws {
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: seed % 2 == 1)
      let history = try random.history()
      let rules = try CompiledRules(random.rules, for: history, through: random.last)
      guard let range = DayRange(history.book.firstDay, random.last) else { continue }
      var replay = Replay(history)
      let table = try replay.vintages(rules, through: random.last)
      for slices in [1, 2, 7] {
        replay.slices = slices
        #expect(try replay.vintages(rules, through: random.last) == table, "seed \(seed)")
      }
      let outcome = try replay(rules, over: range)
      let flow = outcome.flow
      #expect(table.issued.reduce(0, +) == outcome.totals[.opening] + flow[.issued], "seed \(seed)")
      #expect(table.fates.total()[.redeemed] == flow[.redeemed], "seed \(seed)")
      #expect(table.fates.total()[.expired] == flow[.expired], "seed \(seed)")
      #expect(table.fates.total()[.clawedBack] == flow[.clawedBack], "seed \(seed)")
      // What is left of every month's points.
      var left = [Int64](repeating: 0, count: table.monthCount + 1)
      for number in random.members.indices {
        for lot in random.reference(number).last?.lots ?? [] {
          let month = VintageTable.monthCount(from: table.firstMonth, through: lot.earned) - 1
          left[lot.earned < history.book.firstDay ? 0 : month + 1] += lot.remaining
        }
      }
      let vintages = CumulativeVintages(table)
      #expect(
        left == left.indices.map { vintages.outstanding($0, by: table.monthCount - 1) }, "seed \(seed): \(random.rules)"
      )
    }
  }
}

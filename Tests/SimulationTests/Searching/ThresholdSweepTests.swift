import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// A sweep of one threshold against a replay for each of its values.
@Suite struct ThresholdSweepTests {
  @Test(arguments: Seeds.portions(of: 2000..<2180, each: 30))
  func `one walk for all values finds what a replay of each finds`(seeds: Seeds) throws {
    var compared = 0
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: seed % 3 == 0)
      if random.rules.ladder.hasQuotas { continue }
      let history = try random.history()
      let tier = 1 + Int(seed % UInt64(random.rules.ladder.firstInvitation - 1))
      let field = ["spend", "visits", "purchases", "points"][Int(seed / 3 % 4)]
      let dial = try #require(ThresholdDial(field, ofTier: tier))
      guard let range = DayRange(max(random.last - 300, history.book.firstDay), random.last) else { continue }
      let scale: Int64 = field == "spend" ? 100 : 1
      let values = (0..<40).map { Int64($0) * Int64($0) * scale * (field == "spend" ? 2 : 1) / 3 }
      var found: [Int: Outcome] = [:]
      try ThresholdSweep(random.rules, turning: dial, history, over: range)(values) { found[$0] = $1 }
      var present: Outcome?
      for (index, value) in values.enumerated() {
        present = found[index] ?? present
        var rules = random.rules
        rules.ladder = dial.setting(value, in: rules.ladder)
        let compiled = try CompiledRules(rules, for: history, through: max(range.last, history.book.lastDay))
        var single = try Replay(history)(compiled, over: range)
        single.finalTiers = []
        guard single == present else {
          Issue.record("seed \(seed), \(field) of tier \(tier) at \(value)")
          return
        }
        compared += 1
      }
    }
    #expect(compared > 800)
  }

  @Test(arguments: Seeds.portions(of: 2200..<2280, each: 20))
  func `what groups of members have adds up to what all have`(seeds: Seeds) throws {
    for seed in seeds {
      let random = RandomCase(seed: seed, withPeople: seed % 2 == 0)
      let history = try random.history()
      guard let range = DayRange(max(random.last - 300, history.book.firstDay), random.last) else { continue }
      let compiled = try CompiledRules(random.rules, for: history, through: max(range.last, history.book.lastDay))
      let members = 0..<history.book.members.count
      let groups = [members.filter { $0 % 2 == 0 }, [], members.filter { $0 % 2 == 1 }]
      let parts = try Replay(history).outcomes(of: groups, compiled, over: range)
      let whole = try Replay(history)(compiled, over: range)
      #expect(parts.map { $0.stock[.members] } == groups.map { Int64($0.count) })
      var flow = Flow()
      var stock = Stock()
      for part in parts {
        flow.add(part.flow)
        stock.add(part.stock)
      }
      #expect(flow == whole.flow && stock == whole.stock, "seed \(seed)")
      #expect(parts.reduce(0) { $0 + $1.gross.reduce(0, +) } == whole.gross.reduce(0, +), "seed \(seed)")
    }
  }
}

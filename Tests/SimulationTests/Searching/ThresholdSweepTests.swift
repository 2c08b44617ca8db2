import MemberBook
import PlanLanguage
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

  @Test func `an action that only the points policy names wins no tier, whatever is asked`() throws {
    var builder = BookBuilder()
    for day in [day(2024, 1, 1), day(2024, 2, 15)] { try builder.append(member: "A", day: day, amount: 600_00) }
    try builder.append(member: "B", day: day(2024, 6, 1), amount: 600_00)
    var actions = ActionTable()
    try actions.append(member: "A", day: day(2024, 5, 1), kind: "签到")
    let history = try #require(PurchaseHistory(try builder.finish().joined(by: nil, actions)))
    let range = try #require(DayRange(day(2024, 1, 1), day(2024, 6, 1)))
    var ladder = ReferenceTests.ladder(
      600_00, 1_200_00, window: .rolling(.months(3)), keep: .duration(.months(2)))
    ladder.downgrade = .base
    var rules = Rules(ladder: ladder, points: ReferenceTests.policy(paying: 5))
    func upgrades(_ rules: Rules) throws -> [Int64] {
      let single = try Replay(history)(CompiledRules(rules, for: history, through: range.last), over: range)
      var swept: Outcome?
      let dial = try #require(ThresholdDial("spend", ofTier: 1))
      try ThresholdSweep(rules.needed(for: [Metric(.upgrades)], of: history), turning: dial, history, over: range)(
        [600_00]
      ) { swept = $1 }
      return [single.flow[.upgrades], try #require(swept).flow[.upgrades]]
    }
    // A is T1, T2, and by the review of 15 April T0, though 600.00 are in the window: signing in changes nothing of that.
    #expect(try upgrades(rules) == [3, 3])
    rules.points = nil
    #expect(try upgrades(rules) == [3, 3])
    // What it earns may win a tier as soon as any asks for points.
    rules.points = ReferenceTests.policy(paying: 5)
    rules.ladder.tiers[2].points.base = Points(1_000_000)
    #expect(try upgrades(rules) == [4, 4])
    rules.points = ReferenceTests.policy(paying: 0)
    #expect(try upgrades(rules) == [3, 3])
    rules.ladder.tiers[2].points.base = nil
    rules.ladder.tiers[2].actions["签到"].base = Count(9)
    #expect(try upgrades(rules) == [4, 4])
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

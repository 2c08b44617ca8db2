import MemberBook
import Programme
import Quantities
import Testing
@testable import Simulation

/// Replays and sweeps by running sums, against the stepper: the same totals for every range.
@Suite struct RunningSumTests {
  @Test(arguments: Seeds.portions(of: 0..<400, each: 50))
  func `running sums find what the stepper finds`(seeds: Seeds) throws {
    var (taken, compared) = (0, 0)
    for seed in seeds {
      let random = RandomPurchaseOnly(seed: seed, withPoints: seed % 5 > 0)
      let last = RandomCase.span.last
      let history = try RandomCase(random.rules, random.members, through: last).history()
      for range in ranges(history.book, seed) {
        let compiled = try CompiledRules(random.rules, for: history, through: max(range.last, history.book.lastDay))
        taken += PurchaseOnlyRules(compiled) == nil ? 0 : 1
        var replay = Replay(history)
        replay.slices = Int(1 + seed % 3)
        let short = try replay(compiled, over: range)
        replay.usesRunningSums = false
        let long = try replay(compiled, over: range)
        guard short == long else {
          Issue.record("seed \(seed), \(range): \(short) instead of \(long), under \(random.rules)")
          return
        }
        compared += 1
      }
    }
    #expect(taken > compared * 9 / 10 && compared >= 140)
  }

  @Test(arguments: Seeds.portions(of: 0..<200, each: 25))
  func `a sweep by running sums finds what a replay of each value finds`(seeds: Seeds) throws {
    var (compared, withPoints) = (0, 0)
    for seed in seeds {
      let random = RandomPurchaseOnly(seed: seed, withPoints: seed % 3 > 0)
      let history = try RandomCase(random.rules, random.members, through: RandomCase.span.last).history()
      let tier = 1 + Int(seed % UInt64(random.rules.ladder.tiers.count - 1))
      let field = ["spend", "visits", "purchases"][Int(seed / 2 % 3)]
      let dial = try #require(ThresholdDial(field, ofTier: tier))
      let values: [Int64] = (0..<30).map {
        field == "spend" ? (seed % 4 < 2 ? $0 * 4_000 : $0 * $0 * 150) : $0
      }
      let ranges = ranges(history.book, seed)
      for range in ranges.prefix(2) + ranges.suffix(1) {
        var found: [Int: Outcome] = [:]
        try ThresholdSweep(random.rules, turning: dial, history, over: range)(values) { found[$0] = $1 }
        var present: Outcome?
        for (index, value) in values.enumerated() {
          present = found[index] ?? present
          var rules = random.rules
          rules.ladder = dial.setting(value, in: rules.ladder)
          let compiled = try CompiledRules(rules, for: history, through: max(range.last, history.book.lastDay))
          var replay = Replay(history)
          replay.usesRunningSums = false
          var single = try replay(compiled, over: range)
          single.finalTiers = []
          guard single == present else {
            Issue.record(
              "seed \(seed), \(field) of tier \(tier) at \(value): \(single) is \(String(describing: present))")
            return
          }
          compared += 1
          withPoints += single.flow[.issued] > 0 && single.flow[.expired] > 0 ? 1 : 0
        }
      }
    }
    #expect(compared > 1_250 && withPoints > 175)
  }

  @Test(arguments: Seeds.portions(of: 0..<300, each: 150))
  func `metrics that do not turn on points are the same without a policy`(seeds: Seeds) throws {
    var changed: Set<String> = []
    for seed in seeds {
      let random = RandomCase(seed: seed)
      let history = try random.history()
      let without = random.rules.needed(for: [], of: history)
      guard without.points == nil, random.rules.points != nil else { continue }
      guard let range = DayRange(random.last - 300, random.last) else { continue }
      let outcomes = try [random.rules, without].map { rules in
        try Replay(history)(CompiledRules(rules, for: history, through: random.last), over: range)
      }
      for metric in Metric.all where outcomes[0].value(of: metric) != outcomes[1].value(of: metric) {
        #expect(metric.turnsOnPoints, "\(metric.name) at seed \(seed)")
        changed.insert(metric.name)
      }
    }
    #expect(changed.count > 6)
  }

  /// All of the data, their end, their midst, beyond them and before them.
  private func ranges(_ book: Book, _ seed: UInt64) -> [DayRange] {
    let middle = book.firstDay + (book.lastDay - book.firstDay) / 2
    return [
      DayRange(book.firstDay, book.lastDay), DayRange(middle, book.lastDay + Int(seed % 400)),
      DayRange(book.firstDay + 10, middle), DayRange(book.firstDay - 1 - Int(seed % 300), middle + 5),
    ].compactMap { $0 }
  }
}

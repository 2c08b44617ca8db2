import MemberBook
import Messages
import Numerics
import Programme
import Quantities
import Simulation
import Testing
@testable import Insight

@Suite struct PotentialTests {
  private static let ladder: Ladder = {
    var ladder = Ladder(name: "会员")
    ladder.tiers = ["普通", "银卡", "金卡"].map { Tier(name: $0) }
    ladder.tiers[1].spend = Scheduled(Money(minor: 8_000))
    ladder.tiers[2].spend = Scheduled(Money(minor: 25_000))
    return ladder
  }()

  private func rules(_ history: PurchaseHistory) throws -> CompiledRules {
    try history.compile(Rules(ladder: PotentialTests.ladder), through: history.book.lastDay)
  }

  @Test("the tiers of every day are those of the members' ledgers", arguments: 0..<3) func history(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed), members: 40, days: 500)
    let history = try #require(PurchaseHistory(store.book))
    let rules = try rules(history)
    let last = store.book.lastDay - 20
    let replay = Replay(history)
    let tiers = try replay.tierHistory(rules, through: last)
    #expect(tiers == (try replay.tierHistory(rules, through: last, Job(threads: 1))))
    for member in 0..<store.book.members.count {
      let ledger = replay.ledger(of: member, rules, through: last)
      var changes: [TierHistory.Change] = []
      for entry in ledger?.entries ?? [] {
        if case .changed(_, let to, _) = entry.event { changes.append(.init(day: entry.day, tier: to)) }
      }
      #expect(tiers.changes[member] == changes)
      #expect(tiers.tier(of: member, on: last) == ledger?.tier ?? 0)
    }
  }

  @Test("candidates, newcomers and trials, counted by hand", arguments: 0..<2) func counts(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed) + 50, members: 250, days: 700)
    let history = try #require(PurchaseHistory(store.book))
    let rules = try rules(history)
    let (asOf, lead) = (store.book.lastDay, 90)
    let potential = try Potential(history, rules, top: 2, asOf: asOf, lead: lead, listed: 15)
    #expect(potential.candidates.map(\.member) == (try again(history, rules, asOf)).candidates.map(\.member))
    let replay = Replay(history)
    let reached = (0..<store.book.members.count).map { member -> Day? in
      replay.ledger(of: member, rules, through: asOf)?.entries.first { entry in
        if case .changed(_, 2, _) = entry.event { true } else { false }
      }?.day
    }
    func first(_ member: Int) -> Day? {
      store.book.purchases.range(of: member).first { store.book.purchases.amount[$0] >= 0 }
        .map { store.book.purchases.day($0) }
    }
    func candidates(_ day: Day) -> [Int] {
      reached.indices.filter { member in
        (first(member).map { $0 <= day } ?? false) && (reached[member].map { $0 > day } ?? true)
      }
    }
    #expect(potential.candidateCount == candidates(asOf).count && potential.candidates.count == 15)
    #expect(Set(potential.candidates.map(\.member)).isSubset(of: candidates(asOf)))
    #expect(potential.candidates.map(\.chance) == potential.candidates.map(\.chance).sorted(by: >))
    var newcomers = 0
    for span in 1...4 {
      let day = asOf - span * lead
      newcomers += candidates(day).count { member in reached[member].map { $0 <= day + lead } ?? false }
    }
    #expect(potential.newcomers == newcomers)
    #expect(!potential.trials.isEmpty)
    for trial in potential.trials {
      let all = candidates(trial.day)
      let rose = all.filter { member in reached[member].map { $0 <= trial.day + lead } ?? false }
      #expect(trial.candidates == all.count && trial.rose == rose.count)
      #expect(trial.hits <= min(trial.listed, trial.rose) && trial.listed == min(15, all.count))
      let year = (trial.day - .months(12)) + 1
      let spend = all.map { member in
        store.book.purchases.range(of: member).reduce(Int64(0)) { sum, receipt in
          let day = store.book.purchases.day(receipt)
          return day >= year && day <= trial.day ? sum + store.book.purchases.amount[receipt] : sum
        }
      }
      let order = all.indices.sorted { one, other in
        spend[one] != spend[other]
          ? spend[one] > spend[other]
          : store.book.members.id(of: all[one]) < store.book.members.id(of: all[other])
      }
      #expect(trial.hitsBySpend == order.prefix(15).count { rose.contains(all[$0]) })
    }
  }

  private func again(_ history: PurchaseHistory, _ rules: CompiledRules, _ asOf: Day) throws -> Potential {
    try Potential(history, rules, top: 2, asOf: asOf, lead: 90, listed: 15, Job(threads: 1))
  }

  @Test func `the weights are those at which the penalised likelihood is highest`() throws {
    let store = try NaiveStore(seed: 9, members: 250, days: 700)
    let history = try #require(PurchaseHistory(store.book))
    let rules = try rules(history)
    let tiers = try Replay(history).tierHistory(rules, through: store.book.lastDay)
    let landmark = try PotentialLandmark(
      store.book, tiers, top: 2, on: store.book.lastDay - 90, lead: 90, .unattended)
    let model = try RiserModel([landmark], .unattended)
    // At the summit, what happened and what was to be expected differ by the ridge's pull alone.
    var pull = [Double](repeating: 0, count: model.weights.count)
    for candidate in 0..<landmark.count {
      let miss = (landmark.rose[candidate] ? 1 : 0) - RiserModel.chance(model.parts(landmark, candidate).odds)
      for feature in PotentialFeature.allCases {
        let scaled = feature.scaled(landmark.value(feature, of: candidate))
        pull[feature.rawValue] += miss * (scaled - model.means[feature.rawValue]) / model.deviations[feature.rawValue]
      }
      pull[pull.count - 1] += miss
    }
    for place in pull.indices.dropLast() { #expect(abs(pull[place] - model.weights[place]) < 1e-5) }
    #expect(abs(pull[pull.count - 1]) < 1e-5)
  }

  @Test func `too few newcomers, or too little data, are refused`() throws {
    let store = try NaiveStore(seed: 1, members: 30, days: 300)
    let history = try #require(PurchaseHistory(store.book))
    let rules = try rules(history)
    #expect(throws: Diagnostic.self) {
      try Potential(history, rules, top: 2, asOf: store.book.lastDay, lead: 365, listed: 5)
    }
    #expect(throws: Diagnostic.self) {
      try Potential(history, rules, top: 2, asOf: store.book.lastDay, lead: 7, listed: 5)
    }
  }
}

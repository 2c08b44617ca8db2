import MemberBook
import Numerics
import PlanLanguage
import Programme
import Quantities
import Simulation
import Testing
@testable import Insight

@Suite("Every member stands in exactly one class") struct DivisionTests {
  private func summary(_ store: NaiveStore, _ rhythm: Rhythm? = nil, through last: Day? = nil) throws -> MemberSummary {
    let days = try #require(DayRange(store.book.firstDay, last ?? store.book.lastDay))
    let all = try MemberSummary(store.book, over: days, rhythm)
    let one = try MemberSummary(store.book, over: days, rhythm, Job(threads: 1))
    #expect(all.spend == one.spend && all.verdicts == one.verdicts && all.pooledGaps == one.pooledGaps)
    return all
  }

  private func number(_ store: NaiveStore, _ member: Int) throws -> Int {
    try #require(Int(store.book.members.id(of: member).dropFirst()))
  }

  @Test func `each of the 125 cells has one name, and each name a cell`() {
    let names = (1...5).flatMap { r in (1...5).flatMap { f in (1...5).map { m in RFM.Segment(r: r, f: f, m: m) } } }
    #expect(names.count == 125)
    #expect(Set(names) == Set(RFM.Segment.allCases.dropLast()))
    #expect(RFM.segments.count == 126)
    for r in 1...5 {
      for f in 1...5 {
        for m in 1...5 {
          let cell = Int(RFM.cell(UInt8(r), UInt8(f), UInt8(m)))
          #expect(RFM.segments[cell] == RFM.Segment(r: r, f: f, m: m))
        }
      }
    }
    #expect(Set(RFM.Segment.allCases.map(\.name)).count == RFM.Segment.allCases.count)
  }

  @Test(arguments: 0..<20) func `RFM by its definition`(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed), members: 80, days: 60)
    let last = seed % 2 == 0 ? store.book.lastDay : store.book.firstDay + 30
    let summary = try summary(store, through: last)
    let rfm = RFM(summary)
    #expect(rfm.classes.of.count == store.book.members.count)
    #expect(rfm.classes.of.allSatisfy { Int($0) < rfm.classes.names.count })
    var byValue: [[Int64: Set<UInt8>]] = [[:], [:], [:]]
    for member in 0..<store.book.members.count {
      let receipts = store.receipts(of: try number(store, member)).filter { $0.day <= last }
      let purchases = receipts.filter { $0.net >= 0 }
      #expect(Int(summary.purchases[member]) == purchases.count)
      #expect(summary.spend[member] == receipts.reduce(0) { $0 + $1.net })
      guard let latest = purchases.map(\.day).max() else {
        #expect(rfm.segment(of: member) == .none)
        continue
      }
      let cell = rfm.cells[member]
      byValue[0][Int64(last - latest), default: []].insert(cell / 25)
      byValue[1][Int64(purchases.count), default: []].insert(cell / 5 % 5)
      byValue[2][summary.spend[member], default: []].insert(cell % 5)
    }
    // Equal values share a score, and scores go with the values.
    for (place, values) in byValue.enumerated() {
      #expect(values.values.allSatisfy { $0.count == 1 })
      let scores = values.sorted { $0.key < $1.key }.compactMap(\.value.first)
      #expect(scores == (place == 0 ? scores.sorted().reversed() : scores.sorted()))
    }
    #expect(rfm.heat.reduce(0, +) == Int64(summary.last.count { $0 >= 0 }))
  }

  @Test func `own cut points`() throws {
    let store = try NaiveStore(seed: 3, members: 50, days: 200)
    var cuts = RFMCuts(name: "rfm")
    cuts.recency = [.days(10), .days(20), .days(40), .days(80)]
    cuts.frequency = [Count(2), Count(3), Count(5), Count(9)]
    cuts.monetary = [Money(minor: 1), Money(minor: 1_000), Money(minor: 10_000), Money(minor: 50_000)]
    let summary = try summary(store)
    let rfm = RFM(summary, cuts)
    for member in 0..<50 where summary.last[member] >= 0 {
      let days = Int64(summary.asOf - summary.last[member])
      let r = days <= 10 ? 5 : days <= 20 ? 4 : days <= 40 ? 3 : days <= 80 ? 2 : 1
      let f = [2, 3, 5, 9].filter { summary.purchases[member] >= $0 }.count + 1
      let m = [1, 1_000, 10_000, 50_000].filter { summary.spend[member] >= $0 }.count + 1
      #expect(rfm.cells[member] == RFM.cell(UInt8(r), UInt8(f), UInt8(m)))
    }
  }

  @Test(arguments: 0..<20) func `life cycle by its definition`(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed + 100), members: 60, days: 500)
    var cuts = LifecycleCuts(name: "lifecycle")
    cuts.few = Count(3)
    let last = store.book.lastDay + (seed % 3) * 40
    let lifecycle = Lifecycle(try summary(store, cuts.gauge, through: last), cuts)
    var gaps: [Int: [Int]] = [:]
    for member in 0..<60 {
      let days = Set(store.receipts(of: member).filter { $0.net >= 0 }.map(\.day)).sorted()
      gaps[member] = zip(days, days.dropFirst()).map { $1 - $0 }
    }
    func percentile(_ gaps: [Int]) -> Int? {
      let sorted = gaps.sorted()
      return sorted.isEmpty ? nil : sorted[(sorted.count * 9 + 9) / 10 - 1]
    }
    let pool = percentile(gaps.values.filter { $0.count < 3 }.flatMap(\.self))
    for place in 0..<60 {
      let member = try number(store, place)
      let days = store.receipts(of: member).filter { $0.net >= 0 }.map(\.day)
      let stage: Lifecycle.Stage
      if let first = days.min(), let latest = days.max() {
        let own = gaps[member].flatMap { $0.count >= 3 ? percentile($0) : pool }
        let gap = last - latest
        if last - first <= 30 {
          stage = .newcomer
        } else if last - first <= 60 {
          stage = .care
        } else if let own {
          stage = gap <= own ? .satisfaction : gap <= 2 * own ? .retention : gap <= 4 * own ? .dormant : .lost
        } else {
          stage = .lost
        }
      } else {
        stage = .none
      }
      #expect(Lifecycle.Stage(rawValue: lifecycle.stages[place]) == stage)
    }
  }

  @Test(arguments: 0..<20) func `Pareto and Gini by their definitions`(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    let spend = (0..<dice.int(1...60)).map { _ in Int64(dice.pick([0, 5, 5, dice.int(0...9_000)])) }
    let pareto = Pareto(spend)
    let sorted = spend.sorted { $0 > $1 }
    let total = spend.reduce(0, +)
    for mark in pareto.bringing where total > 0 {
      let fewest = (1...sorted.count).first { sorted.prefix($0).reduce(0, +) * 100 >= total * mark.percent }
      #expect(mark.members == Int64(fewest ?? 0))
    }
    #expect(pareto.tenths.count == 10 && pareto.tenths.last == total)
    // Half the mean difference of all pairs, over the mean.
    var differences: Int128 = 0
    for one in spend { for other in spend { differences += Int128(abs(one - other)) } }
    if let gini = pareto.gini {
      #expect(gini.numerator * 2 * Int128(spend.count) * Int128(total) == differences * gini.denominator)
    } else {
      #expect(total == 0)
    }
  }

  @Test(arguments: 0..<30) func `the pyramid's layers are nearest to their shares, and equals stay together`(seed: Int)
    throws
  {
    var dice = Dice(seed: UInt64(seed))
    let values = (0..<dice.int(1...70)).map { _ in Int64(dice.pick([-3, 0, 10, 10, 10, dice.int(-20...90)])) }
    var cuts = PyramidCuts(name: "pyramid")
    cuts.by = seed % 2 == 0 ? .members : .profit
    let pyramid = Pyramid(values, cuts) { _ in true }
    for (one, value) in values.enumerated() {
      #expect((pyramid.layers[one] == Pyramid.Layer.lead.rawValue) == (value < 0))
      for (other, second) in values.enumerated() where value == second {
        #expect(pyramid.layers[one] == pyramid.layers[other])
      }
      for (other, second) in values.enumerated() where value > second {
        #expect(pyramid.layers[one] <= pyramid.layers[other])
      }
    }
    guard cuts.by == .members else { return }
    let top = pyramid.layers.count { $0 == Pyramid.Layer.platinum.rawValue }
    let distinct = Set(values).filter { $0 >= 0 }.sorted { $0 > $1 }
    let reachable = [0] + distinct.map { value in values.count { $0 >= value } }
    let best = reachable.map { abs($0 * 20 - values.count) }.min()
    #expect(abs(top * 20 - values.count) == best)
  }

  @Test(arguments: 0..<20) func `layers by their rules, and the basket that reaches the target`(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed + 300), members: 60, days: 200)
    var rules = LayerRules(name: "layers")
    var top = LayerRule(name: "top")
    top.recency = .days(40)
    top.purchases = Count(2)
    top.within = .months(2)
    top.basket = Money(minor: 500)
    top.target = Ratio(1, over: 10).map { Percent(fraction: $0) }
    var middle = LayerRule(name: "middle")
    middle.purchases = Count(2)
    middle.within = .days(150)
    middle.target = Ratio(3, over: 10).map { Percent(fraction: $0) }
    rules.layers = [top, middle]
    let last = store.book.lastDay
    let layers = try Layers(rules, of: store.book, try summary(store))
    func place(_ member: Int, _ rules: LayerRules) -> Int {
      let receipts = store.receipts(of: member)
      return rules.layers.firstIndex { rule in
        let within = receipts.filter { $0.day > last - rule.within }
        let count = within.filter { $0.net >= 0 }.count
        let spend = within.reduce(0) { $0 + $1.net }
        let latest = receipts.filter { $0.net >= 0 }.map(\.day).max()
        let isRecent = rule.recency.map { duration in latest.map { $0 >= last - duration } ?? false } ?? true
        return isRecent && count >= Int(rule.purchases.value) && count > 0
          && spend >= rule.basket.minor * Int64(count)
      } ?? rules.layers.count
    }
    for member in 0..<60 { #expect(Int(layers.places[member]) == place(try number(store, member), rules)) }
    // At that basket the layer has its share, those who are equal aside.
    if let basket = layers.baskets[0] {
      var changed = rules
      changed.layers[0].basket = Money(minor: basket.numerator / basket.denominator)
      #expect((0..<60).count { place($0, changed) == 0 } >= 6)
      changed.layers[0].basket = Money(minor: basket.numerator / basket.denominator + 1)
      #expect((0..<60).count { place($0, changed) == 0 } <= 6)
    }
  }
}

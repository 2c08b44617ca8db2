import MemberBook
import Numerics
import Programme
import Quantities
import Simulation
import Testing
@testable import Insight

@Suite struct ScoreTests {
  private static let measures: [SegmentMeasure] = [
    .spend, .visits, .basket, .recency, .gap, .itemsPerPurchase, .margin,
  ]

  private func score(_ dice: inout Dice) throws -> Score {
    var score = Score(name: "好")
    for measure in ScoreTests.measures.filter({ _ in dice.chance(50) }) + [.purchases] {
      score[measure] = try written(dice.pick(["50%", "-20%", "3", "0.25", "-1"]))
    }
    score.window = dice.pick([nil, .days(90), .months(4)])
    return score
  }

  @Test("the weighted mean of percentile ranks, counted member by member", arguments: 0..<12)
  func ranks(seed: Int) throws {
    let store = try NaiveStore(seed: UInt64(seed))
    var dice = Dice(seed: UInt64(seed) &* 7 &+ 1)
    let score = try score(&dice)
    var sources = SegmentSources(asOf: dice.pick([store.book.lastDay, store.book.firstDay + 250]))
    sources.margins = LineMargins([], store.book)
    var programme = Programme()
    programme.scores = [score]
    let found = try MemberScores(score, of: programme, in: store.book, sources)
    #expect(found == (try MemberScores(score, of: programme, in: store.book, sources, Job(threads: 1))))
    let naive = NaiveSegments(store: store, programme: programme, asOf: sources.asOf)
    let members = 0..<store.memberCount
    var points = [Int64](repeating: 0, count: members.count)
    for (call, weight) in score.calls {
      let values = members.map { member -> Ratio? in
        // The book's order is not the store's.
        naive.number(call, Int(store.book.members.id(of: member).dropFirst()) ?? -1)
      }
      for member in members {
        let below = values.count { other in
          guard let mine = values[member] else { return false }
          guard let other else { return true }
          return weight.value.isNegative ? other > mine : other < mine
        }
        let same = values.count { $0 == values[member] }
        points[member] += abs(weight.stepCount) * Int64(2 * below + same)
      }
    }
    #expect(found.points == points)
    #expect(found.whole == 2 * Int64(members.count) * score.calls.reduce(0) { $0 + abs($1.weight.stepCount) })
    // Ranks are fair: all of them together are half of what there is to have.
    #expect(2 * found.points.reduce(0, +) == found.whole * Int64(members.count))
  }

  @Test("a condition on a score holds of those whose score meets it", arguments: 0..<4) func condition(seed: Int) throws
  {
    let store = try NaiveStore(seed: UInt64(seed) + 100)
    var dice = Dice(seed: UInt64(seed))
    let score = try score(&dice)
    var sources = SegmentSources(asOf: store.book.lastDay)
    sources.margins = LineMargins([], store.book)
    var programme = Programme()
    programme.scores = [score]
    let scores = try MemberScores(score, of: programme, in: store.book, sources)
    sources.scores[score.name] = scores
    for bound in [0, 30, 55, 80, 100] {
      let condition: SegmentCondition = try written("score(好) >= \(bound)")
      let set = try CompiledSegments([condition], of: programme, in: store.book, sources)()
      for member in 0..<store.memberCount {
        let isMet = scores.points[member] * 100 >= Int64(bound) * scores.whole
        #expect(set.contains(member, in: 0) == isMet)
      }
    }
  }

  @Test func `actions are counted by name and period, and those who were referred once each`() throws {
    var purchases = BookBuilder(duplicates: .keep)
    for id in ["a", "b", "c"] { try purchases.append(member: id, day: NaiveStore.first, amount: 100) }
    var actions = ActionTable()
    let first = NaiveStore.first
    try actions.append(member: "b", day: first + 1, kind: "推荐", other: "a")
    try actions.append(member: "b", day: first + 2, kind: "推荐", other: "a")
    try actions.append(member: "c", day: first + 3, kind: "推荐", other: "a")
    try actions.append(member: "c", day: first + 50, kind: "评价")
    try actions.append(member: "c", day: first + 60, kind: "签到")
    let book = try purchases.finish().joined(by: nil, actions)
    func members(_ condition: String, asOf: Day) throws -> [String] {
      let sets = try CompiledSegments([written(condition)], of: Programme(), in: book, SegmentSources(asOf: asOf))()
      return sets.members(of: 0).map { book.members.id(of: $0) }.sorted()
    }
    let last = first + 100
    #expect(try members("referrals = 2", asOf: last) == ["a"])
    #expect(try members("referrals = 1", asOf: first + 2) == ["a"])
    #expect(try members("referrals in last 98d = 1", asOf: last) == ["a"])
    #expect(try members("actions(评价) >= 1", asOf: last) == ["c"])
    #expect(try members("actions(评价, 签到) = 2", asOf: last) == ["c"])
    #expect(try members("actions(评价) >= 1", asOf: first + 49) == [])
    #expect(try members("actions in last 41d = 1", asOf: last) == ["c"])
    #expect(try members("actions >= 2", asOf: last) == ["b", "c"])
  }
}
